package plumbline.theorems.bottou.nonconvex;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * F = x^2 y + z^2 around a point, by its values alone.
 *
 * @param x first coordinate of the point
 * @param y second
 * @param z third
 * @param scale half-widths are multiples of this
 */
record Box(BigFraction x, BigFraction y, BigFraction z, BigFraction scale) {
  Constants constants() {
    return Constants.none()
        .with("x", x, "declared")
        .with("y", y, "declared")
        .with("z", z, "declared")
        .with("scale", scale, "declared");
  }

  boolean isOnLine() {
    return x.isZero() && z.isZero();
  }

  /** What is read off the values of F. */
  enum Read {
    /** |grad F|^2, by differences of step 1 and 2, exact for a cubic. */
    GRADIENT,
    /** The least of 5 x 5 x 5 values; F is convex or concave along each axis. */
    LEAST,
    GREATEST,
    /** The second difference along x over the squared half-width. */
    CURVATURE
  }

  /** That number at half-width k times the scale against the bound. */
  record Value(Box of, Read read) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      List<Pair<T>> pairs = new ArrayList<>();
      for (long k : points.at()) {
        T rho = in.of(of.scale.multiply(new BigFraction(k)));
        T left =
            switch (read) {
              case GRADIENT -> of.gradient(in);
              case CURVATURE -> of.curvature(in, rho);
              case LEAST, GREATEST -> of.extreme(in, rho, read);
            };
        pairs.add(new Pair<>("half-width " + k + " s", k, left, bound.at(in, constants, k)));
      }
      return pairs;
    }
  }

  private static <T extends FieldElement<T>> T value(T x, T y, T z) {
    return x.multiply(x).multiply(y).add(z.multiply(z));
  }

  private <T extends FieldElement<T>> T curvature(Arithmetic<T> in, T rho) {
    T a = in.of(x);
    T sides = value(a.add(rho), in.of(y), in.of(z)).add(value(a.subtract(rho), in.of(y), in.of(z)));
    T here = value(a, in.of(y), in.of(z));
    return sides.subtract(here).subtract(here).divide(rho.multiply(rho));
  }

  /** (8 (F(p + e) - F(p - e)) - (F(p + 2 e) - F(p - 2 e)))/12 along each axis. */
  private <T extends FieldElement<T>> T gradient(Arithmetic<T> in) {
    T sum = in.of(0);
    for (int axis = 0; axis < 3; axis++) {
      T near = moved(in, axis, 1).subtract(moved(in, axis, -1));
      T far = moved(in, axis, 2).subtract(moved(in, axis, -2));
      T slope = near.multiply(in.of(8)).subtract(far).divide(in.of(12));
      sum = sum.add(slope.multiply(slope));
    }
    return sum;
  }

  private <T extends FieldElement<T>> T moved(Arithmetic<T> in, int axis, int by) {
    T step = in.of(by);
    T none = in.of(0);
    return value(
        in.of(x).add(axis == 0 ? step : none),
        in.of(y).add(axis == 1 ? step : none),
        in.of(z).add(axis == 2 ? step : none));
  }

  /** Over the corners, the middles of edges and faces, the centre and what lies half way. */
  private <T extends FieldElement<T>> T extreme(Arithmetic<T> in, T rho, Read read) {
    T best = value(in.of(x), in.of(y), in.of(z));
    for (int i = -2; i <= 2; i++) {
      for (int j = -2; j <= 2; j++) {
        for (int l = -2; l <= 2; l++) {
          T at =
              value(
                  in.of(x).add(part(in, rho, i)),
                  in.of(y).add(part(in, rho, j)),
                  in.of(z).add(part(in, rho, l)));
          boolean less = in.compare(at, best) < 0;
          best = less == (read == Read.LEAST) ? at : best;
        }
      }
    }
    return best;
  }

  private static <T extends FieldElement<T>> T part(Arithmetic<T> in, T rho, int quarter) {
    return rho.multiply(in.of(quarter)).divide(in.of(2));
  }
}
