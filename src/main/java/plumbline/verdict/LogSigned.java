package plumbline.verdict;

import java.util.List;
import plumbline.simulation.SignedSums;

/**
 * P4: the evidence against E g = c, E g <= c or E g >= c given Var g <= sigma^2, g of any sign.
 * Exact under that bound alone: exp(phi(x)) <= 1 + x + x^2/2.
 */
public final class LogSigned {
  private LogSigned() {}

  /**
   * Two-sided evidence against E g = c: LSE over s = +1, -1 and j of A_{s,j}(c) - D_j, less ln 24.
   */
  public static double equal(SignedSums sums, double rounding) {
    return LogSumExp.of(
            discounted(sums.up(), sums.count(), rounding),
            discounted(sums.down(), sums.count(), rounding))
        - StrictMath.log(2);
  }

  /**
   * One-sided evidence, LSE_j(A_j - D_j) - ln 12, from twelve sums: with s = +1 against E g <=
   * centre, with s = -1 against E g >= centre.
   *
   * @param rounding e, the admitted rounding of a reading in units of sigma
   */
  public static double discounted(List<Double> sums, long n, double rounding) {
    double[] terms = new double[SignedSums.SCALES];
    for (int j = 1; j <= SignedSums.SCALES; j++) {
      double mu = SignedSums.scale(j);
      double discount = n * (mu * mu * (1 + rounding) * (1 + rounding) / 2 + mu * rounding);
      terms[j - 1] = sums.get(j - 1) - discount;
    }
    return LogSumExp.of(terms) - StrictMath.log(SignedSums.SCALES);
  }

  /** Evidence against E g >= c + Delta. */
  public static double againstAbove(SignedSums sums, double rounding) {
    return discounted(sums.above(), sums.count(), rounding);
  }

  /** Evidence against E g <= c - Delta. */
  public static double againstBelow(SignedSums sums, double rounding) {
    return discounted(sums.below(), sums.count(), rounding);
  }
}
