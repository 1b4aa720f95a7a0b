package plumbline.simulation;

import java.util.Objects;

/**
 * The summary of one component (a checkpoint or a window) of a claim: the first three moments of
 * the non-negative ratios R = X/B, about their mean, and the largest.
 *
 * <p>{@code m2} is the sum of (R - mean)^2 and {@code m3} the sum of (R - mean)^3, neither divided
 * by the count. Summaries of blocks are merged in block order, never in order of completion, so
 * that equal data give equal bits (verdicts.md, section 9).
 *
 * @param count the number of replicas, at least 0
 * @param capped whether some ratio was infinite or above {@link #CAP} and was set to it
 * @param mean the mean ratio, at least 0
 * @param m2 the sum of squared deviations, at least 0
 * @param m3 the sum of cubed deviations
 * @param max the largest ratio
 */
public record Moments(long count, boolean capped, double mean, double m2, double m3, double max) {
  /** Larger ratios, infinity included, are set to this: its third power still is a double. */
  public static final double CAP = 1e60;

  /** The summary of no replica. */
  public static final Moments EMPTY = new Moments(0, false, 0, 0, 0, 0);

  public Moments {
    if (count < 0) {
      throw rejected("count", count, "at least 0");
    }
    if (!(mean >= 0 && mean <= CAP)) {
      throw rejected("mean ratio", mean, "in [0, 1e60]");
    }
    if (!(m2 >= 0 && m2 < Double.POSITIVE_INFINITY)) {
      throw rejected("sum of squared deviations", m2, "finite and at least 0");
    }
    if (!Double.isFinite(m3)) {
      throw rejected("sum of cubed deviations", m3, "finite");
    }
    if (!(max >= 0 && max <= CAP)) {
      throw rejected("largest ratio", max, "in [0, 1e60]");
    }
  }

  /**
   * The summary of one block, folded in replica order in two passes.
   *
   * @param ratios R for each replica, in replica order
   * @throws ReadingException if a ratio is NaN or negative
   */
  public static Moments of(double... ratios) {
    return of(ratios, 0, ratios.length);
  }

  /**
   * The summary of the replicas [from, to) of an array, folded in replica order in two passes.
   *
   * @throws ReadingException if a ratio is NaN or negative
   */
  public static Moments of(double[] ratios, int from, int to) {
    Objects.checkFromToIndex(from, to, ratios.length);
    if (from == to) {
      return EMPTY;
    }
    boolean capped = false;
    double sum = 0;
    double max = 0;
    for (int i = from; i < to; i++) {
      double r = admitted(ratios[i], i);
      capped |= r != ratios[i];
      sum += r;
      max = Math.max(max, r);
    }
    long n = to - from;
    double mean = sum / n;
    double m2 = 0;
    double m3 = 0;
    for (int i = from; i < to; i++) {
      double d = Math.min(ratios[i], CAP) - mean;
      m2 += d * d;
      m3 += d * d * d;
    }
    return new Moments(n, capped, Math.min(mean, max), m2, m3, max);
  }

  private static double admitted(double ratio, int replica) {
    if (!(ratio >= 0)) {
      throw new ReadingException(
          "ratio of replica "
              + replica
              + " is "
              + ratio
              + "; allowed: a number that is at least 0");
    }
    return Math.min(ratio, CAP);
  }

  private static IllegalArgumentException rejected(String what, double got, String allowed) {
    return new IllegalArgumentException(what + " is " + got + "; allowed: " + allowed);
  }

  /**
   * The summary of these replicas followed by those; a merge with {@link #EMPTY} changes nothing.
   */
  public Moments merge(Moments that) {
    if (that.count == 0) {
      return this;
    }
    if (count == 0) {
      return that;
    }
    // as doubles before any product: nA nB (nA - nB) leaves the range of long near n = 1e8
    double nA = count;
    double nB = that.count;
    double n = nA + nB;
    double d = that.mean - mean;
    double meanAll = mean + d * (nB / n);
    double m2All = m2 + that.m2 + d * d * (nA * nB / n);
    double m3All =
        m3
            + that.m3
            + d * d * d * (nA * nB * (nA - nB) / (n * n))
            + 3 * d * (nA * that.m2 - nB * m2) / n;
    return new Moments(
        Math.addExact(count, that.count),
        capped || that.capped,
        meanAll,
        m2All,
        m3All,
        Math.max(max, that.max));
  }

  /**
   * The sample's squared coefficient of variation M2/(n mean^2); 0 if no replica or the mean is 0.
   */
  public double cv2() {
    return mean > 0 ? m2 / count / mean / mean : 0;
  }

  /** The sample's skewness sqrt(n) M3/M2^1.5; 0 if nothing varies. */
  public double skewness() {
    return m2 > 0 ? m3 / m2 * StrictMath.sqrt(count / m2) : 0;
  }

  /** The largest observation's share of the sum, max/(n mean); 0 if the mean is 0. */
  public double share() {
    return mean > 0 ? max / (count * mean) : 0;
  }
}
