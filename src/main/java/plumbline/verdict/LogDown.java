package plumbline.verdict;

import plumbline.simulation.Moments;

/**
 * P2: the evidence against E R >= m, given R >= 0 and the contract Var R <= v (E R)^2. Exact under
 * the contract, by E e^(l y) <= 1 + psiP(l) v for y = 1 - R/m <= 1. It increases in m.
 */
public final class LogDown {
  private static final double LN_SIZE = StrictMath.log(Grid.SIZE);

  private LogDown() {}

  /** LSE_g(lambda_g S - psiP(lambda_g) n v) - ln 32, S = n(1 - mean/m); m > 0, v >= 0. */
  public static double of(long n, double mean, double m, double v) {
    return ofSum(n, n * (1 - mean / m), v);
  }

  /** The evidence from the sum S = sum of 1 - R/m. */
  static double ofSum(long n, double s, double v) {
    double[] terms = new double[Grid.SIZE];
    for (int g = 1; g <= Grid.SIZE; g++) {
      terms[g - 1] = Grid.lambda(g) * s - Grid.psiP(g) * (n * v);
    }
    return LogSumExp.of(terms) - LN_SIZE;
  }

  /** {@link #of(long, double, double, double)} of a summary; -infinity if a ratio was capped. */
  public static double of(Moments r, double m, double v) {
    return r.capped() ? Double.NEGATIVE_INFINITY : of(r.count(), r.mean(), m, v);
  }
}
