package plumbline.verdict;

import java.util.function.DoublePredicate;
import plumbline.simulation.Moments;

/**
 * Confidence limits for E R and for P(A) by inverting the e-values: each is valid at its level for
 * all n together. They carry no allowance for rounding; the procedures add eta.
 */
public final class Limits {
  private static final double STEP = 0.98;
  private static final double FARTHEST = 1e6;

  private Limits() {}

  /**
   * L: the largest m <= mean with logUp(m) >= ln(1/level); 0 if the mean is 0 or nothing is found
   * above 1e-6 mean. Exact.
   */
  public static double lower(Moments r, double level) {
    double threshold = -StrictMath.log(level);
    if (r.mean() == 0) {
      return 0;
    }
    DoublePredicate reached = m -> LogUp.plain(r, m) >= threshold;
    // stepped, not bisected, to the first crossing: logUp is not monotone for tiny m
    double above = r.mean();
    for (double m = STEP * above; m >= r.mean() / FARTHEST; m *= STEP) {
      if (reached.test(m)) {
        return bisect(m, above, reached);
      }
      above = m;
    }
    return 0;
  }

  /**
   * U: the smallest m >= mean with logDown(m) >= ln(1/level) under CV^2 <= v; +infinity if none is
   * below 1e6 mean, or capped.
   */
  public static double upper(Moments r, double v, double level) {
    double threshold = -StrictMath.log(level);
    if (r.mean() == 0) { // then logDown does not depend on m
      return LogDown.of(r, 1, v) >= threshold ? 0 : Double.POSITIVE_INFINITY;
    }
    DoublePredicate reached = m -> LogDown.of(r, m, v) >= threshold;
    double far = FARTHEST * r.mean();
    return reached.test(far) ? bisect(far, r.mean(), reached) : Double.POSITIVE_INFINITY;
  }

  /**
   * U under the contract R <= b: an m >= mean with logDownMax(m) >= ln(1/level), by bisection from
   * the next double after b, where R <= b itself excludes m. Unlike logDown it depends on m at mean
   * 0 as well: a sample of zeros only says that large values are rare.
   */
  public static double upperMax(Moments r, double b, double level) {
    double threshold = -StrictMath.log(level);
    return r.capped()
        ? Double.POSITIVE_INFINITY
        : bisect(Math.nextUp(b), r.mean(), m -> LogDownMax.of(r, b, m) >= threshold);
  }

  /**
   * The largest p <= s/n with evidence against P(A) <= p of at least ln(1/level), on the grid of
   * the claim.
   */
  public static double lowerEvents(long n, long s, int grid, double level) {
    double threshold = -StrictMath.log(level);
    if (s == 0) {
      return 0;
    }
    return bisect(0, (double) s / n, p -> LogBern.of(n, s, p, 1 - p, grid) >= threshold);
  }

  /**
   * The smallest p >= s/n with evidence against P(A) >= p of at least ln(1/level); found through
   * the complement, which may be small.
   */
  public static double upperEvents(long n, long s, int grid, double level) {
    double threshold = -StrictMath.log(level);
    if (s == n) {
      return 1;
    }
    return bisect(1, (double) s / n, p -> LogBern.of(n, n - s, 1 - p, p, grid) >= threshold);
  }

  /**
   * Halves between a point that satisfies and one that does not, until they are neighbours; returns
   * the one that satisfies.
   */
  static double bisect(double satisfying, double failing, DoublePredicate reached) {
    double yes = satisfying;
    double no = failing;
    while (true) {
      double middle = yes + (no - yes) / 2;
      if (middle == yes || middle == no) {
        return yes;
      }
      if (reached.test(middle)) {
        yes = middle;
      } else {
        no = middle;
      }
    }
  }
}
