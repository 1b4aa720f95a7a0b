package plumbline.theorems.bottou.distance;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Matrix;
import plumbline.series.Vector;

/**
 * F(w) = the mean of four losses of x_i'w and y_i on R^2; a step draws one index uniformly, and
 * g(w, i) is a subgradient of its loss, plus a bias that is declared.
 *
 * @param loss |x'w - y|, max(0, 1 - s x'w) with s the sign of y, or (x'w - y)^2/2
 * @param bias added to every g
 * @param reference the fixed point z that distances are measured to
 * @param beta alpha_k = beta/k
 */
record FiniteSum(Loss loss, Vector bias, Vector reference, BigFraction beta) {
  private static final Matrix X = Matrix.parse("1 0; 1 1; 0 2; 2 -1");
  private static final Vector Y = Vector.parse("1 -1 2 3");

  enum Loss {
    ABSOLUTE,
    HINGE,
    SQUARE
  }

  Constants constants() {
    return Constants.none().with("beta", beta, "declared");
  }

  static int size() {
    return Y.dimension();
  }

  /** g(w, i) for each i, the bias not yet in it. */
  <T extends FieldElement<T>> List<List<T>> unbiased(LinearAlgebra<T> a, List<T> w) {
    List<List<T>> all = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      List<T> x = a.lift(X.rows().get(i));
      T y = a.in().of(Y.exact(i));
      all.add(a.times(slope(a.in(), a.dot(x, w), y), x));
    }
    return all;
  }

  /** g(w, i) for each i. */
  <T extends FieldElement<T>> List<List<T>> gradients(LinearAlgebra<T> a, List<T> w) {
    return unbiased(a, w).stream().map(g -> a.plus(g, a.lift(bias))).toList();
  }

  /** The mean of vectors. */
  static <T extends FieldElement<T>> List<T> mean(LinearAlgebra<T> a, List<List<T>> all) {
    List<T> sum = all.stream().reduce(a::plus).orElseThrow();
    return a.times(a.in().of(all.size()).reciprocal(), sum);
  }

  /** The derivative of the loss by its first argument; 0 where it has none. */
  private <T extends FieldElement<T>> T slope(Arithmetic<T> in, T output, T y) {
    T zero = in.of(0);
    return switch (loss) {
      case ABSOLUTE -> in.of(Integer.signum(in.compare(output, y)));
      case HINGE -> {
        T sign = in.of(Integer.signum(in.compare(y, zero)));
        yield in.compare(sign.multiply(output), in.of(1)) < 0 ? sign.negate() : zero;
      }
      case SQUARE -> output.subtract(y);
    };
  }
}
