package plumbline.verdict;

/**
 * P3: the evidence against P(A) <= p from s events in n replicas. Exact. Evidence against P(A) >= p
 * is that of the complement: n - s events, p and p' exchanged.
 */
public final class LogBern {
  private LogBern() {}

  /**
   * The grid of a claim, chosen once from its stated probability so that the inversions are
   * monotone.
   */
  public static int gridFor(double p) {
    return p < 1e-3 ? Grid.RARE : Grid.SIZE;
  }

  /**
   * LSE_g(s log1p(lambda_g p'/p) + (n - s) log1p(-lambda_g)) - ln G.
   *
   * @param p the claimed upper bound, in [0, 1]
   * @param complement p' = 1 - p, passed separately: 1 - p in doubles loses a small p'
   * @param grid the number of grid points, from {@link #gridFor}
   */
  public static double of(long n, long s, double p, double complement, int grid) {
    return of((double) n, (double) s, p, complement, grid);
  }

  /** The same for a number of events that need not be whole, as planning has it. */
  static double of(double n, double s, double p, double complement, int grid) {
    if (p == 0) {
      return s > 0 ? Double.POSITIVE_INFINITY : 0;
    }
    if (complement == 0) {
      return 0;
    }
    double odds = complement / p;
    double[] terms = new double[grid];
    for (int g = 1; g <= grid; g++) {
      double l = Grid.lambda(g);
      terms[g - 1] = s * StrictMath.log1p(l * odds) + (n - s) * StrictMath.log1p(-l);
    }
    return LogSumExp.of(terms) - StrictMath.log(grid);
  }
}
