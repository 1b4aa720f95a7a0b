package plumbline.problem;

import java.util.function.ToDoubleFunction;
import plumbline.series.Matrix;
import plumbline.series.Vector;

/**
 * How far a problem's kernel may be from exact arithmetic, in units of u = 2^-53, and how steep its
 * gradient can be: what a bound on the rounding of a simulated reading needs. All numbers are upper
 * bounds; norms are Euclidean.
 *
 * @param convex whether F is convex
 * @param bounded b: F is a convex function of some coordinates, with the problem's L, plus a
 *     function of the others whose gradient is no longer than b; 0 for a convex F
 * @param convexity strong convexity of that convex function where the problem states no c
 * @param sampled a Lipschitz constant of the gradient at every single index; 0 where no index is
 *     drawn
 * @param gradientSlope with gradientOffset: |computed - exact gradient| &lt;= u (gradientSlope |w|
 *     + gradientOffset), of the whole sum or of any index
 * @param gradientOffset see gradientSlope
 * @param valueSlope with valueOffset: |computed - exact gap| &lt;= u (valueSlope |w - w_*|^2 +
 *     valueOffset (1 + |w|))
 * @param valueOffset see valueSlope
 */
public record Accuracy(
    boolean convex,
    double bounded,
    double convexity,
    double sampled,
    double gradientSlope,
    double gradientOffset,
    double valueSlope,
    double valueOffset) {

  /** Elementary functions of the kernels are within so many u of the exact value, times 1 + |t|. */
  private static final double ELEMENTARY = 8;

  /** A (w - w_*), row by row; the matrix of absolute entries has the Frobenius norm of A. */
  static Accuracy of(Quadratic quadratic) {
    double d = quadratic.dimension();
    double l = norm(quadratic.hessian());
    double centre = Math.sqrt(quadratic.centre().squaredNorm().doubleValue());
    return new Accuracy(true, 0, 0, 0, (d + 3) * l, (d + 3) * l * centre, (d + 4) * l, 0);
  }

  /** (x_i'w - y_i) x_i: each product is off by d u |x_i| |w|. */
  static Accuracy of(LeastSquares sum) {
    double terms = sum.dimension() + sum.inputs().height() + 6;
    double x = longest(sum.inputs());
    double y = greatest(sum.targets());
    return new Accuracy(true, 0, 0, x * x, terms * x * x, terms * x * y, terms * x * x, 0);
  }

  /**
   * s(-t_i) x_i with s' &lt;= 1/4; the gap's error is stated at its kernel: 4e-15 (1 + max |t|).
   */
  static Accuracy of(Logistic sum) {
    double terms = sum.dimension() + sum.inputs().height() + ELEMENTARY;
    double x = longest(sum.inputs());
    double slope = terms * (x * x + sum.ridge().doubleValue());
    return new Accuracy(
        true,
        0,
        0,
        x * x / 4 + sum.ridge().doubleValue(),
        slope,
        terms * x,
        slope,
        4e-15 / 0x1p-53 * Math.max(1, x) + terms);
  }

  /** (-sin w_j; w_j): cosines are the bounded part, squares have curvature 1. */
  static Accuracy of(Cosine cosine) {
    double root = Math.sqrt(cosine.cosines());
    double terms = ELEMENTARY + cosine.dimension();
    return new Accuracy(
        false, root, 1, 0, ELEMENTARY, ELEMENTARY * root, terms, terms * 2 * cosine.cosines());
  }

  /**
   * Residuals of unit inputs: a sum of m terms a_r relu(w_r'x)/sqrt(m) is off by (m + d) u |w|, and
   * so is each entry of the gradient's factor. The gradient's length is at most n^(1/2) that of the
   * residuals, which the reading relative to the start bounds; it is not convex, nor has it an L.
   */
  static Accuracy of(Network network) {
    double n = network.inputs().height();
    double terms = network.hidden() + network.inputs().width() + 6;
    return new Accuracy(false, 0, 0, 0, terms * n, terms * n, 0, 0);
  }

  private static double norm(Matrix a) {
    double sum = 0;
    for (double[] row : a.toArray()) {
      for (double entry : row) {
        sum += entry * entry;
      }
    }
    return Math.sqrt(sum);
  }

  private static double longest(Matrix rows) {
    return Math.sqrt(max(rows, row -> row.squaredNorm().doubleValue()));
  }

  private static double max(Matrix rows, ToDoubleFunction<Vector> of) {
    return rows.rows().stream().mapToDouble(of).max().orElse(0);
  }

  private static double greatest(Vector v) {
    double greatest = 0;
    for (double entry : v.toArray()) {
      greatest = Math.max(greatest, Math.abs(entry));
    }
    return greatest;
  }
}
