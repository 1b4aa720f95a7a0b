package plumbline.verdict;

import plumbline.simulation.Moments;

/**
 * P1: the evidence against E R <= m, for R >= 0. Exact at every n, with no other assumption: exp(l
 * y - psiE(l) y^2) <= 1 + l y for y = R/m - 1 >= -1, whose mean is at most 1 under the null.
 */
public final class LogUp {
  private static final double LN_SIZE = StrictMath.log(Grid.SIZE);

  private LogUp() {}

  /**
   * LSE_g(lambda_g S - psiE(lambda_g) V) - ln 32, S = n(mean/m - 1), V = M2/m^2 + n(mean/m - 1)^2;
   * m > 0.
   */
  public static double plain(long n, double mean, double m2, double m) {
    double y = mean / m - 1;
    double s = n * y;
    double v = m2 / m / m + n * y * y;
    double[] terms = new double[Grid.SIZE];
    for (int g = 1; g <= Grid.SIZE; g++) {
      terms[g - 1] = Grid.lambda(g) * s - Grid.psiE(g) * v;
    }
    return LogSumExp.of(terms) - LN_SIZE;
  }

  /**
   * The largest of the plain evidence at m and at every m 2^j <= mean. The wealth decreases in m,
   * so all of them are below the wealth at m; without it a violation by a factor above 4e4 is never
   * refuted.
   */
  public static double star(long n, double mean, double m2, double m) {
    double best = plain(n, mean, m2, m);
    for (double at = 2 * m; at <= mean; at *= 2) {
      best = Math.max(best, plain(n, mean, m2, at));
    }
    return best;
  }

  /** {@link #plain(long, double, double, double)} of a summary. */
  public static double plain(Moments r, double m) {
    return plain(r.count(), r.mean(), r.m2(), m);
  }

  /** {@link #star(long, double, double, double)} of a summary. */
  public static double star(Moments r, double m) {
    return star(r.count(), r.mean(), r.m2(), m);
  }
}
