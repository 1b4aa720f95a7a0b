package plumbline.theorems.bottou.natural;

import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.series.Rationals;

/**
 * Moments of max(z, 0), z standard Gaussian, by the trapezoidal rule, which converges like exp(-2
 * pi a/h) for an integrand analytic within a of the real line (L. N. Trefethen, J. A. C. Weideman,
 * SIAM Review 56(3), 2014). In doubles only.
 */
final class Quadrature {
  private Quadrature() {}

  /** E z^2/2: entire, and h = 1/4, so far below rounding; |z| &lt;= 12 leaves out 1e-30. */
  static <T extends FieldElement<T>> T squared(Arithmetic<T> in) {
    T sum = in.of(0);
    for (int i = -48; i <= 48; i++) {
      T z = in.of(Rationals.of(i, 4));
      sum = sum.add(z.multiply(z).multiply(density(in, z)));
    }
    return sum.divide(in.of(8));
  }

  /**
   * E max(z, 0) in t = ln z: exp(2t) times the density at exp(t), analytic within pi/4, and h =
   * 1/10, so exp(-49); t from -20 to 3 leaves out exp(-40)/5 at the left.
   */
  static <T extends FieldElement<T>> T first(Arithmetic<T> in) {
    T sum = in.of(0);
    for (int i = -200; i <= 30; i++) {
      T z = in.exp(in.of(Rationals.of(i, 10)));
      sum = sum.add(z.multiply(z).multiply(density(in, z)));
    }
    return sum.divide(in.of(10));
  }

  private static <T extends FieldElement<T>> T density(Arithmetic<T> in, T z) {
    T root = in.sqrt(in.pi().multiply(in.of(2)));
    return in.exp(z.multiply(z).divide(in.of(-2))).divide(root);
  }
}
