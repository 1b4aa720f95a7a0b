package plumbline.check;

import java.util.Arrays;
import java.util.Optional;
import plumbline.formula.Constants;
import plumbline.method.Method;
import plumbline.oracle.Oracle;
import plumbline.problem.Accuracy;
import plumbline.problem.LeastSquares;
import plumbline.problem.Problem;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Vector;

/**
 * How far rounding moves the iterates of a recursion: bounds on root mean squares, step by step.
 *
 * <p>A computed step is the exact step from the computed iterate, plus at most r_k (its rounding).
 * So the distance e_k between computed and exact iterates, driven by the same draws, obeys e_{k+1}
 * &lt;= G_k e_k + r_k, where G_k bounds by how much a step expands distances, in the norm that the
 * inverse scaling weights. For convex F with curvature in [c, L], scaling in [h, h'], let d be the
 * difference of two gradients: |d|^2 &lt;= L &lt;e, d&gt;, and E |d_S|^2 &lt;= (L + l/batch) &lt;e,
 * d&gt; for indices of curvature l (for least squares also M_G |d|^2). With q = alpha h' (1 +
 * s^2)(L + l/batch), G_k^2 = 1 - alpha h c (2 - q) if q &lt;= 2, else 1 + alpha h' L (q - 2).
 * Without noise in the gradient G_k = max(|1 - alpha h c|, |alpha h' L - 1|) as well. Where F is
 * not convex G_k is 1 + alpha times a Lipschitz constant of the oracle in the root mean square.
 *
 * <p>Where F is a convex function of some coordinates plus one of the others with gradient at most
 * b (see {@link Accuracy}), the former stay within G_k times their distance plus alpha times the
 * noise, the latter move by at most alpha (h' b + noise) a step. All these bounds are kept as the
 * greatest so far.
 *
 * <p>Where steps expand, e_k grows beyond use. There the second reading of the same fact serves:
 * the computed iterates are exact iterates of an oracle that is off by r_k/alpha_k, a change that
 * theorems about all oracles with such constants absorb; it moves F by at most r_k (|grad F| + h' L
 * alpha |g|) a step. Of methods with memory this is known only as an estimate: sizes are those of
 * the stochastic gradient step. How far their iterates move apart is bounded operation by operation
 * ({@link Remembered}), which serves a few steps.
 */
final class Drift {
  static final double UNIT = 0x1p-53;

  private final Recursion recursion;
  private final Accuracy accuracy;
  private final double smoothness;
  private final double convexity;
  private final double least;
  private final double greatest;
  private final double factorVariance;
  private final double noise;
  private final double growth;
  private final Optional<Remembered> remembered;

  private int reached = 1;
  private double[] held = new double[64];
  private double[] free = new double[64];
  private double[] apart = new double[64];
  private double[] changed = new double[64];
  private double[] descent = new double[64];
  private double[] time = new double[64];

  Drift(Recursion recursion) {
    this.recursion = recursion;
    Problem problem = recursion.problem();
    Oracle oracle = recursion.oracle();
    Constants constants = recursion.constants();
    accuracy = problem.accuracy();
    smoothness = constants.has("L") ? constants.get("L") + constants.constant("L").error() : 0;
    convexity =
        constants.has("c")
            ? Math.max(0, constants.get("c") - constants.constant("c").error())
            : accuracy.convexity();
    growth = constants.get("M_G") + constants.constant("M_G").error();
    least = constants.get("mu");
    greatest = constants.get("mu_G");
    factorVariance = oracle.multiplicative().doubleValue();
    noise = Math.sqrt(constants.get("M") + constants.constant("M").error());
    held[1] = start();
    free[1] = accuracy.bounded() > 0 ? held[1] : 0;
    apart[1] = UNIT * (held[1] + centre());
    remembered =
        recursion.method().equals(Method.stochasticGradient())
            ? Optional.empty()
            : Optional.of(new Remembered(recursion, accuracy, oracleSmoothness(), noise, held[1]));
  }

  private double start() {
    if (recursion.start() instanceof Start.At at) {
      Vector w = at.point();
      return Math.sqrt(
          recursion
              .problem()
              .minimizer()
              .map(c -> Vector.generate(w.dimension(), j -> w.exact(j).subtract(c.exact(j))))
              .orElse(w)
              .squaredNorm()
              .doubleValue());
    }
    double deviation = ((Start.Normal) recursion.start()).deviation().doubleValue();
    return Math.sqrt(recursion.problem().dimension()) * deviation + centre();
  }

  /** |w_*|, or 0 where distances are taken from the origin. */
  double centre() {
    return recursion
        .problem()
        .minimizer()
        .map(c -> Math.sqrt(c.squaredNorm().doubleValue()))
        .orElse(0.0);
  }

  Accuracy accuracy() {
    return accuracy;
  }

  double smoothness() {
    return smoothness;
  }

  double noise() {
    return noise;
  }

  /** mu of the oracle. */
  double least() {
    return least;
  }

  /** A Lipschitz constant, in the root mean square, of the oracle. */
  double oracleSmoothness() {
    return greatest
        * Math.sqrt(
            (1 + factorVariance) * (square(smoothness) + square(accuracy.sampled()) / batch()));
  }

  /** |w_k - w_*| (or |w_k|), the greatest up to k. */
  double distance(long k) {
    reach(k);
    return turned() * Math.hypot(held[(int) k], free[(int) k]);
  }

  /** |computed w_k - exact w_k|, the greatest up to k; may be infinite. */
  double apart(long k) {
    reach(k);
    return turned() * apart[(int) k];
  }

  /** The greatest r_j over alpha_j times the noise, before k: the relative change of the oracle. */
  double changed(long k) {
    reach(k);
    return changed[(int) k];
  }

  /** |grad F(w_k)|, the greatest up to k. */
  double gradient(long k) {
    reach(k);
    return accuracy.bounded() + smoothness * turned() * held[(int) k];
  }

  /** What the roundings of the steps before k may have done to F, as changes of the oracle. */
  double descent(long k) {
    reach(k);
    return descent[(int) k];
  }

  /** alpha_1 + ... + alpha_k. */
  double time(long k) {
    reach(k);
    return time[(int) k] + recursion.stepsize().at(k);
  }

  /** From the weighted norm to the Euclidean one and back. */
  private double turned() {
    return Math.sqrt(greatest / least);
  }

  private double batch() {
    return Math.max(1, recursion.oracle().batch());
  }

  private void reach(long k) {
    if (k >= held.length) {
      int length = Math.toIntExact(Math.max(k + 1, 2L * held.length));
      held = Arrays.copyOf(held, length);
      free = Arrays.copyOf(free, length);
      apart = Arrays.copyOf(apart, length);
      changed = Arrays.copyOf(changed, length);
      descent = Arrays.copyOf(descent, length);
      time = Arrays.copyOf(time, length);
    }
    for (; reached < k; reached++) {
      step(reached);
    }
  }

  private void step(int k) {
    double alpha = recursion.stepsize().at(k);
    double near = turned() * held[k];
    double size = turned() * Math.hypot(held[k], free[k]) + centre();
    double gradient = accuracy.bounded() + smoothness * near;
    double drawn = greatest * accuracy.bounded() + oracleSmoothness() * near + noise;
    double evaluation = accuracy.gradientSlope() * size + accuracy.gradientOffset();
    double factor = greatest * Math.sqrt(1 + factorVariance);
    double rounding = UNIT * (2 * size + alpha * (4 * (drawn + noise) + factor * evaluation));
    double convex = convex(alpha);
    held[k + 1] = Math.max(held[k], convex * held[k] + alpha * noise);
    free[k + 1] =
        accuracy.bounded() > 0 ? free[k] + alpha * (greatest * accuracy.bounded() + noise) : 0;
    apart[k + 1] =
        Math.max(
            apart[k],
            remembered.isPresent()
                ? remembered.get().step(k) / turned()
                : expansion(alpha, convex) * apart[k] + rounding);
    changed[k + 1] = Math.max(changed[k], rounding / (alpha * noise));
    descent[k + 1] =
        descent[k] + rounding * (gradient + greatest * smoothness * alpha * (drawn + noise));
    time[k + 1] = time[k] + alpha;
  }

  /** G_k on the convex part. */
  private double convex(double alpha) {
    double q =
        alpha * greatest * (1 + factorVariance) * (smoothness + accuracy.sampled() / batch());
    if (recursion.problem() instanceof LeastSquares) {
      q = Math.min(q, alpha * growth * smoothness / least);
    }
    double square =
        q <= 2
            ? 1 - alpha * least * convexity * (2 - q)
            : 1 + alpha * greatest * smoothness * (q - 2);
    double any = Math.sqrt(Math.max(0, square));
    boolean certain = factorVariance == 0 && recursion.oracle().batch() == 0;
    return certain
        ? Math.min(
            any,
            Math.max(Math.abs(1 - alpha * least * convexity), alpha * greatest * smoothness - 1))
        : any;
  }

  private double expansion(double alpha, double convex) {
    return accuracy.convex() ? convex : 1 + alpha * oracleSmoothness();
  }

  private static double square(double x) {
    return x * x;
  }
}
