package plumbline.verdict;

import plumbline.simulation.Moments;

/**
 * P5: evidence without any contract, by a normal mixture with the Cramer correction of the
 * studentised tail. Asymptotic: it may add a leaning to INCONCLUSIVE and is never a verdict.
 */
public final class LogAsym {
  private static final long LEAST_COUNT = 1024;
  private static final double MOST_SHARE = 0.02;
  private static final double MOST_KAPPA = 2;

  private LogAsym() {}

  /** Which statement the evidence speaks against. */
  public enum Side {
    /** Against E R <= m. */
    UP,
    /** Against E R >= m. */
    DOWN
  }

  /**
   * LSE_g(lambda_g S - lambda_g^2/2 M2/m^2) - ln 32 - kappa; -infinity unless n >= 1024, M2 > 0,
   * max < 0.02 n mean and kappa < 2.
   */
  public static double of(Moments r, double m, double level, Side side) {
    double kappa = kappa(r, m, level, side);
    boolean usable =
        r.count() >= LEAST_COUNT
            && r.m2() > 0
            && r.max() < MOST_SHARE * r.count() * r.mean()
            && kappa < MOST_KAPPA;
    if (!usable) {
      return Double.NEGATIVE_INFINITY;
    }
    double y = r.mean() / m - 1;
    double s = r.count() * (side == Side.UP ? y : -y);
    double v = r.m2() / m / m;
    double[] terms = new double[Grid.SIZE];
    for (int g = 1; g <= Grid.SIZE; g++) {
      double l = Grid.lambda(g);
      terms[g - 1] = l * s - l * l / 2 * v;
    }
    return LogSumExp.of(terms) - StrictMath.log(Grid.SIZE) - kappa;
  }

  /**
   * kappa = max(0, t) zc^3/(3 sqrt n), the log of the predicted inflation of the tail: t is the
   * skewness (its negative against E R <= m), zc = min(|mean - m| sqrt(n)/sd, sqrt(2 ln(1/level)) +
   * 1); 0 if nothing varies.
   */
  public static double kappa(Moments r, double m, double level, Side side) {
    if (!(r.m2() > 0)) {
      return 0;
    }
    double root = StrictMath.sqrt(r.count());
    double z = Math.abs(r.mean() - m) * root / StrictMath.sqrt(r.m2() / r.count());
    double zc = Math.min(z, StrictMath.sqrt(2 * StrictMath.log(1 / level)) + 1);
    double t = side == Side.UP ? -r.skewness() : r.skewness();
    return Math.max(0, t) * zc * zc * zc / (3 * root);
  }
}
