package plumbline.verdict;

/** log sum exp with the maximum taken out: -infinity if every term is, +infinity if one is. */
public final class LogSumExp {
  private LogSumExp() {}

  /** log(sum_i e^(a_i)); of no term, -infinity. */
  public static double of(double... a) {
    double max = Double.NEGATIVE_INFINITY;
    for (double x : a) {
      max = Math.max(max, x);
    }
    if (Double.isInfinite(max)) {
      return max;
    }
    double sum = 0;
    for (double x : a) {
      sum += StrictMath.exp(x - max);
    }
    return max + StrictMath.log(sum);
  }
}
