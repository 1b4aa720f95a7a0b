package plumbline.theorems.bottou.distance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * F = w'diag(1, kappa)w/2 and a step along H grad F, at the points w = (1, k/100); the minimizer is
 * 0.
 *
 * @param kappa the second curvature
 * @param scaling H, shape [2 x 2]
 * @param rho minus the entry of H off the diagonal
 * @param alpha length of the step
 */
record Preconditioned(BigFraction kappa, Matrix scaling, BigFraction rho, BigFraction alpha) {
  Constants constants() {
    return Constants.none()
        .with("kappa", kappa, "declared")
        .with("rho", rho, "minus the entry of H off the diagonal")
        .with("h1", scaling.exact(0, 0), "entry of H")
        .with("h2", scaling.exact(1, 1), "entry of H")
        .with("alpha", alpha, "declared");
  }

  /** h1 h2 - rho^2. */
  BigFraction determinant() {
    return scaling.exact(0, 0).multiply(scaling.exact(1, 1)).subtract(rho.multiply(rho));
  }

  /** What is computed at a point from H and the gradient there, by matrix products. */
  enum Left {
    /** w'H grad F. */
    DISTANCE,
    /** grad F'H grad F. */
    DESCENT,
    /** |w - alpha H grad F|^2 - |w|^2 over alpha. */
    CHANGE,
    /** The same in the norm x'H^{-1}x. */
    CHANGE_IN_OWN_NORM
  }

  /** That number against the bound. */
  record Compared(Preconditioned of, Left left) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      List<Pair<T>> pairs = new ArrayList<>();
      for (long k : points.at()) {
        Vector w = new Vector(List.of(BigFraction.ONE, Rationals.of(k, 100)));
        T value = of.value(new LinearAlgebra<>(in), left, w);
        pairs.add(new Pair<>("w_2 = " + k + "/100", k, value, bound.at(in, constants, k)));
      }
      return pairs;
    }
  }

  private <T extends FieldElement<T>> T value(LinearAlgebra<T> a, Left left, Vector point) {
    List<T> w = a.lift(point);
    List<List<T>> h = a.lift(scaling);
    List<T> gradient = List.of(w.get(0), a.in().of(kappa).multiply(w.get(1)));
    List<T> direction = a.times(h, gradient);
    T step = a.in().of(alpha);
    List<T> next = a.minus(w, step, direction);
    BiFunction<List<T>, List<T>, T> own = (x, y) -> a.dot(x, a.solve(h, y));
    return switch (left) {
      case DISTANCE -> a.dot(w, direction);
      case DESCENT -> a.dot(gradient, direction);
      case CHANGE -> a.squaredNorm(next).subtract(a.squaredNorm(w)).divide(step);
      case CHANGE_IN_OWN_NORM -> own.apply(next, next).subtract(own.apply(w, w)).divide(step);
    };
  }
}
