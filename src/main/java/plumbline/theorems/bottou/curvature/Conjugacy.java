package plumbline.theorems.bottou.curvature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Trial;

/**
 * What follows along a conjugate path from conjugacy with the direction before, in rationals.
 *
 * @param of the quadratic
 * @param what d_t'H d_i for all i &lt; t; |g_d|^2; lambda_t against |g_t|^2/|g_{t-1}|^2; or w_k
 *     against w_k of BFGS; the right side times the bound
 * @param memory what enters a direction
 */
record Conjugacy(Quadratics of, What what, ConjugatePath.Memory memory) implements Trial {
  /** What is compared. */
  enum What {
    CONJUGATE,
    LAST_GRADIENT,
    LAMBDA,
    QUASI_NEWTON
  }

  @Override
  public <T extends FieldElement<T>> List<Sides<T>> sides(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    LinearAlgebra<T> field = new LinearAlgebra<>(in);
    ConjugatePath<T> path = ConjugatePath.of(field, of, of.dimension(), memory);
    T factor = bound.at(in, constants, 0);
    return switch (what) {
      case CONJUGATE -> products(field, path, factor);
      case LAST_GRADIENT -> {
        List<List<T>> g = path.gradients();
        T last = field.squaredNorm(g.get(g.size() - 1));
        T scale = field.squaredNorm(g.get(0));
        yield List.of(sides("|g_d|^2", g.size() - 1L, last, factor, scale));
      }
      case LAMBDA -> lambdas(field, path, factor);
      case QUASI_NEWTON -> points(field, path, factor);
    };
  }

  private <T extends FieldElement<T>> List<Sides<T>> products(
      LinearAlgebra<T> field, ConjugatePath<T> path, T right) {
    List<Sides<T>> sides = new ArrayList<>();
    List<List<T>> h = field.lift(of.hessian());
    for (int t = 1; t < path.directions().size(); t++) {
      for (int i = 0; i < t; i++) {
        List<T> d = path.directions().get(t);
        List<T> image = field.times(h, path.directions().get(i));
        String name = "t = " + t + ", i = " + i;
        sides.add(sides(name, t, field.dot(d, image), right, field.absolute(d, image)));
      }
    }
    return sides;
  }

  private <T extends FieldElement<T>> List<Sides<T>> lambdas(
      LinearAlgebra<T> field, ConjugatePath<T> path, T factor) {
    List<Sides<T>> sides = new ArrayList<>();
    for (int t = 1; t <= path.lambdas().size(); t++) {
      T now = field.squaredNorm(path.gradients().get(t));
      T before = field.squaredNorm(path.gradients().get(t - 1));
      T right = now.divide(before).multiply(factor);
      sides.add(sides("lambda_" + t, t, path.lambdas().get(t - 1), right, right));
    }
    return sides;
  }

  private <T extends FieldElement<T>> List<Sides<T>> points(
      LinearAlgebra<T> field, ConjugatePath<T> path, T factor) {
    List<List<T>> other = ConjugatePath.quasiNewton(field, of, of.dimension());
    List<Sides<T>> sides = new ArrayList<>();
    for (int k = 0; k < other.size(); k++) {
      for (int j = 0; j < of.dimension(); j++) {
        T left = path.points().get(k).get(j);
        T right = other.get(k).get(j).multiply(factor);
        T scale = field.in().abs(left).add(field.in().abs(right));
        sides.add(sides("coordinate " + (j + 1) + " at k = " + k, k, left, right, scale));
      }
    }
    return sides;
  }

  /** Nothing is rounded: the number of roundings is for a reader who asks in doubles. */
  private static <T extends FieldElement<T>> Sides<T> sides(
      String what, long k, T left, T right, T scale) {
    return new Sides<>(what, k, left, right, scale, 1e6);
  }

  @Override
  public Map<String, Trial> mutants() {
    return what == What.LAMBDA
        ? Map.of()
        : Map.of(
            "lambda_t forgotten: steepest descent",
            new Conjugacy(of, what, ConjugatePath.Memory.NONE));
  }
}
