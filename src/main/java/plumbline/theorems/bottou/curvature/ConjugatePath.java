package plumbline.theorems.bottou.curvature;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.LinearAlgebra;

/**
 * Descent along directions d_t = -g_t + lambda_t d_{t-1} with d_t'H d_{t-1} = 0: conjugacy is asked
 * for with the direction before alone.
 *
 * @param points w_0, w_1, ...
 * @param gradients g_0, g_1, ...
 * @param directions d_0, d_1, ...
 * @param lambdas lambda_1, lambda_2, ...
 */
record ConjugatePath<T extends FieldElement<T>>(
    List<List<T>> points, List<List<T>> gradients, List<List<T>> directions, List<T> lambdas) {
  /** What enters a direction beside the gradient: the direction before, or none. */
  enum Memory {
    LAST,
    NONE
  }

  /**
   * At most this many steps; fewer where the gradient becomes 0.
   *
   * @param memory what enters a direction beside the gradient
   */
  static <T extends FieldElement<T>> ConjugatePath<T> of(
      LinearAlgebra<T> field, Quadratics of, int steps, Memory memory) {
    List<List<T>> h = field.lift(of.hessian());
    ConjugatePath<T> path =
        new ConjugatePath<T>(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<T> w = field.lift(of.start());
    List<T> g = field.times(h, w);
    path.points.add(w);
    path.gradients.add(g);
    for (int t = 0; t < steps && !field.squaredNorm(g).isZero(); t++) {
      List<T> d = field.times(field.in().of(-1), g);
      if (t > 0 && memory == Memory.LAST) {
        List<T> last = path.directions.get(t - 1);
        List<T> image = field.times(h, last);
        T lambda = field.dot(g, image).divide(field.dot(last, image));
        path.lambdas.add(lambda);
        d = field.plus(d, field.times(lambda, last));
      }
      path.directions.add(d);
      w = searched(field, of, h, w, d);
      g = field.times(h, w);
      path.points.add(w);
      path.gradients.add(g);
    }
    return path;
  }

  /** The declared share of the way to the minimum along w + alpha d. */
  static <T extends FieldElement<T>> List<T> searched(
      LinearAlgebra<T> field, Quadratics of, List<List<T>> h, List<T> w, List<T> d) {
    T alpha = field.dot(field.times(h, w), d).negate().divide(field.dot(d, field.times(h, d)));
    return field.plus(w, field.times(alpha.multiply(field.in().of(of.share())), d));
  }

  /** w_0, w_1, ... of the BFGS method with the same line search, started from the identity. */
  static <T extends FieldElement<T>> List<List<T>> quasiNewton(
      LinearAlgebra<T> field, Quadratics of, int steps) {
    List<List<T>> h = field.lift(of.hessian());
    List<List<T>> inverse = field.identity(of.dimension());
    List<T> w = field.lift(of.start());
    List<List<T>> points = new ArrayList<>(List.of(w));
    for (int t = 0; t < steps && !field.squaredNorm(field.times(h, w)).isZero(); t++) {
      List<T> d = field.times(field.in().of(-1), field.times(inverse, field.times(h, w)));
      List<T> next = searched(field, of, h, w, d);
      inverse = updated(field, inverse, field.minus(next, w), field.times(h, field.minus(next, w)));
      w = next;
      points.add(w);
    }
    return points;
  }

  /** (I - s y'/y's) B (I - y s'/y's) + s s'/y's, of the approximation B of the inverse Hessian. */
  private static <T extends FieldElement<T>> List<List<T>> updated(
      LinearAlgebra<T> field, List<List<T>> b, List<T> s, List<T> y) {
    T inner = field.dot(y, s);
    List<List<T>> left = new ArrayList<>();
    List<List<T>> identity = field.identity(s.size());
    for (int i = 0; i < s.size(); i++) {
      left.add(field.minus(identity.get(i), s.get(i).divide(inner), y));
    }
    List<List<T>> middle = field.product(field.product(left, b), field.transposed(left));
    List<List<T>> sum = new ArrayList<>();
    for (int i = 0; i < s.size(); i++) {
      sum.add(field.plus(middle.get(i), field.times(s.get(i).divide(inner), s)));
    }
    return sum;
  }
}
