package plumbline.random;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** Moments and tails of standard normals: sums of powers, and how many lie between integers. */
final class Tally {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  /** E z^k for k = 0, ..., 12. */
  private static final double[] MOMENTS = {1, 0, 1, 0, 3, 0, 15, 0, 105, 0, 945, 0, 10395};

  private final double[] sums = new double[7];
  private final int[] between = new int[16];
  private int n;

  void add(double z) {
    double square = z * z;
    double cube = square * z;
    sums[1] += z;
    sums[2] += square;
    sums[3] += cube;
    sums[4] += square * square;
    sums[5] += square * cube;
    sums[6] += cube * cube;
    between[(int) (z + 8)]++;
    n++;
  }

  int n() {
    return n;
  }

  /** Scores the means of z, ..., z^6: the variance of z^k is E z^2k - (E z^k)^2. */
  Scores moments() {
    Scores scores = new Scores();
    for (int k = 1; k <= 6; k++) {
      scores.z("moment " + k, (sums[k] / n - MOMENTS[k]) / standardError(k, n));
    }
    return scores;
  }

  static double standardError(int k, double n) {
    return Math.sqrt((MOMENTS[2 * k] - MOMENTS[k] * MOMENTS[k]) / n);
  }

  /** Scores how many lie beyond 1, ..., 5 on both sides together, and above alone. */
  Scores tails() {
    Scores scores = new Scores();
    int above = 0;
    int below = 0;
    for (int k = 7; k >= 1; k--) {
      above += between[8 + k];
      below += between[7 - k];
      if (k <= 5) {
        double p = NORMAL.cumulativeProbability(-k);
        scores.count("beyond " + k, n, 2 * p, above + below);
        scores.count("above " + k, n, p, above);
      }
    }
    return scores;
  }
}
