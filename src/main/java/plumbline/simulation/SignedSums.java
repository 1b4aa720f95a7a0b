package plumbline.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The sums that one coordinate of a signed claim keeps: A_{s,j}(c') = sum_i phi(s mu_j (g_i -
 * c')/sigma), mu_j = 2^-j, j = 1..12 (verdicts.md, P4). Sums at one centre cannot be re-read at
 * another, so all centres are fixed before the run.
 *
 * @param count the number of replicas
 * @param mean the mean of g
 * @param up twelve sums with s = +1 at the claimed centre c
 * @param down twelve sums with s = -1 at c
 * @param above twelve sums with s = -1 at c + Delta
 * @param below twelve sums with s = +1 at c - Delta
 */
public record SignedSums(
    long count,
    double mean,
    List<Double> up,
    List<Double> down,
    List<Double> above,
    List<Double> below) {
  /** The number of scales mu_j. */
  public static final int SCALES = 12;

  /** The sums over no replica. */
  public static final SignedSums EMPTY = new SignedSums(0, 0, zeros(), zeros(), zeros(), zeros());

  public SignedSums {
    up = checked(up);
    down = checked(down);
    above = checked(above);
    below = checked(below);
    if (count < 0 || !Double.isFinite(mean)) {
      throw new IllegalArgumentException(
          "signed sums with count "
              + count
              + " and mean "
              + mean
              + "; allowed: count >= 0, a finite mean");
    }
  }

  /**
   * The sums of one block, in replica order.
   *
   * @param centre the claimed value c
   * @param deviation sigma > 0, the square root of the variance bound
   * @param resolution Delta > 0, in the units of g
   * @throws ReadingException if some g is not finite
   */
  public static SignedSums of(double[] g, double centre, double deviation, double resolution) {
    if (!(deviation > 0 && deviation < Double.POSITIVE_INFINITY && resolution > 0)) {
      throw new IllegalArgumentException(
          "sigma="
              + deviation
              + ", Delta="
              + resolution
              + "; allowed: both above 0 (judge sigma = 0 exactly)");
    }
    double sum = 0;
    for (double x : g) {
      if (!Double.isFinite(x)) {
        throw new ReadingException("signed reading is " + x + "; allowed: finite");
      }
      sum += x;
    }
    if (!Double.isFinite(sum)) {
      throw new ReadingException("signed readings sum to " + sum + "; allowed: finite");
    }
    return new SignedSums(
        g.length,
        g.length == 0 ? 0 : sum / g.length,
        sums(g, 1, centre, deviation),
        sums(g, -1, centre, deviation),
        sums(g, -1, centre + resolution, deviation),
        sums(g, 1, centre - resolution, deviation));
  }

  private static List<Double> sums(double[] g, int sign, double centre, double deviation) {
    List<Double> sums = new ArrayList<>(SCALES);
    for (int j = 1; j <= SCALES; j++) {
      double scale = sign * scale(j) / deviation;
      double sum = 0;
      for (double x : g) {
        sum += phi(scale * (x - centre));
      }
      sums.add(sum);
    }
    return sums;
  }

  /** mu_j = 2^-j. */
  public static double scale(int j) {
    return Math.scalb(1.0, -j);
  }

  /**
   * phi(x) = log(1 + x + x^2/2) for x >= 0, -log(1 - x + x^2/2) below; odd, increasing, exp(phi(x))
   * <= 1 + x + x^2/2.
   */
  public static double phi(double x) {
    double a = Math.abs(x);
    return Math.copySign(StrictMath.log1p(a + a * a / 2), x);
  }

  /** The sums of these replicas followed by those. */
  public SignedSums merge(SignedSums that) {
    if (that.count == 0) {
      return this;
    }
    if (count == 0) {
      return that;
    }
    double nB = that.count;
    return new SignedSums(
        Math.addExact(count, that.count),
        mean + (that.mean - mean) * (nB / (count + nB)),
        added(up, that.up),
        added(down, that.down),
        added(above, that.above),
        added(below, that.below));
  }

  private static List<Double> added(List<Double> a, List<Double> b) {
    List<Double> sums = new ArrayList<>(SCALES);
    for (int j = 0; j < SCALES; j++) {
      sums.add(a.get(j) + b.get(j));
    }
    return sums;
  }

  private static List<Double> zeros() {
    return Collections.nCopies(SCALES, 0.0);
  }

  private static List<Double> checked(List<Double> sums) {
    if (sums.size() != SCALES || !sums.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "signed sums are " + sums + "; allowed: " + SCALES + " finite numbers");
    }
    return List.copyOf(sums);
  }
}
