package plumbline.verdict;

/**
 * The fixed grid lambda_g = 2^(-g/2), g = 1..64, with equal weights, and the two cumulant bounds on
 * it (verdicts.md, section 1). Means use the first 32 points; events with a claimed probability
 * below 1e-3 use 64.
 */
public final class Grid {
  /** The number of points for means. */
  public static final int SIZE = 32;

  /** The number of points for rare events. */
  public static final int RARE = 64;

  private static final double[] LAMBDA = new double[RARE];
  private static final double[] PSI_E = new double[SIZE];
  private static final double[] PSI_P = new double[SIZE];

  static {
    for (int g = 1; g <= RARE; g++) {
      double power = Math.scalb(1.0, -(g / 2));
      LAMBDA[g - 1] = g % 2 == 0 ? power : power * StrictMath.sqrt(0.5);
    }
    for (int g = 1; g <= SIZE; g++) {
      PSI_E[g - 1] = psiE(lambda(g));
      PSI_P[g - 1] = psiP(lambda(g));
    }
  }

  private Grid() {}

  /** lambda_g = 2^(-g/2), g in 1..64. */
  public static double lambda(int g) {
    return LAMBDA[g - 1];
  }

  /** psiE(lambda_g), g in 1..32. */
  static double psiE(int g) {
    return PSI_E[g - 1];
  }

  /** psiP(lambda_g), g in 1..32. */
  static double psiP(int g) {
    return PSI_P[g - 1];
  }

  /**
   * psiE(l) = -log(1 - l) - l, 0 <= l < 1; by its series below 1e-4, where the difference cancels.
   */
  public static double psiE(double l) {
    return l < 1e-4 ? l * l * (1.0 / 2 + l / 3 + l * l / 4) : -StrictMath.log1p(-l) - l;
  }

  /** psiP(l) = e^l - 1 - l, l >= 0; by its series below 1e-4, where the difference cancels. */
  public static double psiP(double l) {
    return l < 1e-4 ? l * l * (1.0 / 2 + l / 6) : StrictMath.expm1(l) - l;
  }
}
