package plumbline.random;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * Named scores of one sample, each with a law that is known if the generator is right.
 *
 * <p>False alarms, over all fixed seeds that might have been chosen. A z-score (exact mean and
 * standard error, sums of at least 2^17 terms) passes 7 with probability 2.6e-12 under the normal
 * law; the skewest sums here, of (x^2 - 1)(y^2 - 1)/2 with skewness 8 over 2^18 terms, make that at
 * most three times as much (Edgeworth: exp(8/512 7^3/6) = 2.4). Exact tail probabilities fail below
 * 1e-10. The suites score fewer than 10 000 z and 100 probabilities: a right generator fails any of
 * them with probability below 10^4 1e-11 + 100 1e-10 = 1.1e-7.
 */
final class Scores {
  static final double LIMIT = 7;
  static final double RARE = 1e-10;

  private final Map<String, Double> excess = new TreeMap<>();

  /** Notes a score: standard errors from the mean. */
  void z(String name, double z) {
    note(name, Math.abs(z) / LIMIT);
  }

  /** Notes how many of n draws hit an event of probability p: two-sided, exactly binomial. */
  void count(String name, int n, double p, int hits) {
    note(name, Math.log(binomial(n, p, hits)) / Math.log(RARE));
  }

  /**
   * Notes the largest distance D of an empirical distribution from a continuous or discrete one, by
   * the inequality of Dvoretzky, Kiefer, Wolfowitz and Massart: P(sqrt(n) D &gt; x) &lt;= 2
   * exp(-2x^2) for every n.
   */
  void distribution(String name, double[] sample, DoubleUnaryOperator law) {
    double d = distance(sample, law);
    note(name, (2 * sample.length * d * d - Math.log(2)) / -Math.log(RARE));
  }

  private void note(String name, double ratio) {
    if (excess.put(name, ratio) != null) {
      throw new IllegalArgumentException(name + " is scored twice");
    }
  }

  int size() {
    return excess.size();
  }

  /** Largest score, in units of what is allowed. */
  double worst() {
    return excess.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /** The names of the scores that are beyond what is allowed. */
  String alarms() {
    return String.join(", ", excess.keySet().stream().filter(n -> !(excess.get(n) <= 1)).toList());
  }

  private static double binomial(int n, double p, int hits) {
    BinomialDistribution law = new BinomialDistribution(n, p);
    double above = hits == 0 ? 1 : 1 - law.cumulativeProbability(hits - 1);
    return Math.min(1, 2 * Math.max(1e-300, Math.min(law.cumulativeProbability(hits), above)));
  }

  private static double distance(double[] sample, DoubleUnaryOperator law) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    double n = sorted.length;
    double distance = 0;
    for (int i = 0; i < n; i++) {
      double f = law.applyAsDouble(sorted[i]);
      distance = Math.max(distance, Math.max(f - i / n, (i + 1) / n - f));
    }
    return distance;
  }
}
