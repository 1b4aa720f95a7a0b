package plumbline.verdict;

import plumbline.simulation.Moments;

/**
 * P2max: the evidence against E R >= m under the contract 0 <= R <= b: P1 for b - R >= 0, whose
 * mean is at most b - m.
 */
public final class LogDownMax {
  private LogDownMax() {}

  /**
   * logUp*(n, b - mean, M2; b - m) where b > m. If b < m the statement is impossible: +infinity. If
   * b = m it is true of the constant R = b, so that only a mean below b by more than rounding, b(1
   * - 2 eta), counts.
   */
  public static double of(long n, double mean, double m2, double b, double m) {
    if (b < m) {
      return Double.POSITIVE_INFINITY;
    }
    if (b == m) {
      return mean < b * (1 - 2 * Levels.ETA) ? Double.POSITIVE_INFINITY : 0;
    }
    return LogUp.star(n, Math.max(0, b - mean), m2, b - m);
  }

  /**
   * {@link #of(long, double, double, double, double)} of a summary; -infinity if a ratio was
   * capped.
   */
  public static double of(Moments r, double b, double m) {
    return r.capped() ? Double.NEGATIVE_INFINITY : of(r.count(), r.mean(), r.m2(), b, m);
  }
}
