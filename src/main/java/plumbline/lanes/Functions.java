package plumbline.lanes;

import static plumbline.random.Polynomials.*;

import plumbline.random.Elementary;

/** Elementary functions in lanes: {@link Elementary} is the reference, loop by loop. */
abstract class Functions extends Words {
  // the tables of powers of two reach from 2^-1075 = 0 to 2^1024 = infinity
  private static final int LOWEST = -1075;
  private static final int HIGHEST = 1024;

  int[] turn;
  double[] fa;
  double[] fb;
  double[] fc;
  double[] fs;
  double[] ft;
  double[] radius;
  double[] powers;

  Functions(int lanes, int slots) {
    super(lanes, slots);
    int size = slots * lanes;
    turn = new int[lanes];
    fa = new double[size];
    fb = new double[size];
    fc = new double[size];
    fs = new double[size];
    ft = new double[size];
    radius = new double[size];
    powers = new double[HIGHEST - LOWEST + 1];
    for (int i = 0; i < powers.length; i++) {
      powers[i] = Math.scalb(1.0, LOWEST + i);
    }
  }

  /**
   * first, second &lt;- radius cos and radius sin: the radius sqrt(-2 ln u) from uniforms u of the
   * one words, the angle from the others.
   */
  final void pair(int[] radial, int[] angular, double[] first, double[] second, int lo, int hi) {
    convert(radial, angular, lo, hi);
    radii(lo, hi);
    shortSinesAndCosines(lo, hi);
    polarOfFour(first, second, lo, hi);
  }

  /** into &lt;- cos of the words' angles. */
  final void cosinesOfWords(int[] words, double[] into, int lo, int hi) {
    quarterAngles(words, lo, hi);
    shortSinesAndCosines(lo, hi);
    cosinesOfFour(into, lo, hi);
  }

  /** first, second &lt;- radius cos and radius sin of the words' angles. */
  final void polar(int[] words, double[] first, double[] second, int lo, int hi) {
    quarterAngles(words, lo, hi);
    shortSinesAndCosines(lo, hi);
    polarOfFour(first, second, lo, hi);
  }

  // conversions stand in a loop of their own: beside arithmetic nothing is vectorised
  final void convert(int[] radial, int[] angular, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      int i = radial[l];
      // an int first: translated, the smallest int is a long, and so is what it meets
      int above = i ^ 0x80000000;
      ft[l] = (double) i;
      fb[l] = (double) clz(above);
      fa[l] = (double) angular[l];
    }
  }

  /** into &lt;- (i + 1/2) / 2^32, i = word + 2^31. */
  protected final void uniforms(int[] words, double[] into, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      into[l] = Math.fma((double) words[l], STEP, MIDDLE);
    }
  }

  // and ft <- a quarter of the angle: a loop that waits for a division and a root has time for it
  final void radii(int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      double u = Math.fma(ft[l], STEP, MIDDLE);
      ft[l] = Math.fma(fa[l], QUARTER_STEP, QUARTER_MIDDLE);
      double low = Math.fma(u, -0x1p52, Math.fma(u, 0x1p52, 0.75 * u));
      double s = Math.fma(-2.0, low, u) / Math.fma(2.0, low, u);
      double z = s * s;
      double p = Math.fma(z, Math.fma(z, Math.fma(z, P9, P8), P7), P6);
      p = Math.fma(z, Math.fma(z, Math.fma(z, p, P5), P4), P3);
      p = Math.fma(z, Math.fma(z, Math.fma(z, p, P2), P1), P0);
      radius[l] = Math.sqrt(2.0 * Math.fma(-s, Math.fma(z, p, 2.0), fb[l] * LN2));
    }
  }

  final void quarterAngles(int[] words, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      ft[l] = Math.fma((double) words[l], QUARTER_STEP, QUARTER_MIDDLE);
    }
  }

  // fs <- sin ft, fc <- cos ft
  final void shortSinesAndCosines(int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      double t = ft[l];
      double z = t * t;
      double p = Math.fma(z, Math.fma(z, S5, S4), S3);
      p = Math.fma(z, Math.fma(z, Math.fma(z, p, S2), S1), S0);
      double q = Math.fma(z, Math.fma(z, C4, C3), C2);
      q = Math.fma(z, Math.fma(z, q, C1), C0);
      fs[l] = Math.fma(t * z, p, t);
      fc[l] = Math.fma(z, Math.fma(z, q, -0.5), 1.0);
    }
  }

  final void cosinesOfFour(double[] into, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      double s = 2.0 * fs[l] * fc[l];
      into[l] = Math.fma(-2.0 * s, s, 1.0);
    }
  }

  final void polarOfFour(double[] first, double[] second, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      double a = fs[l];
      double s = 2.0 * a * fc[l];
      double c = Math.fma(-2.0 * a, a, 1.0);
      first[l] = radius[l] * Math.fma(-2.0 * s, s, 1.0);
      second[l] = radius[l] * (2.0 * s * c);
    }
  }

  /** x &lt;- sin x, |x| below 1e5. */
  protected final void sines(double[] x, int lo, int hi) {
    reduce(x, lo, hi);
    shortSinesAndCosines(lo, hi);
    for (int l = lo; l < hi; l++) {
      x[l] = fa[l] * Math.fma(fb[l], fc[l], (1.0 - fb[l]) * fs[l]);
    }
  }

  /** x &lt;- cos x, |x| below 1e5. */
  protected final void cosines(double[] x, int lo, int hi) {
    reduce(x, lo, hi);
    shortSinesAndCosines(lo, hi);
    for (int l = lo; l < hi; l++) {
      x[l] = fa[l] * Math.fma(-fb[l], fs[l], (1.0 - fb[l]) * fc[l]);
    }
  }

  // ft <- the rest in [-pi/4, pi/4], fb <- 1 in odd quarters, fa <- the sign
  final void reduce(double[] x, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      double n = Math.fma(x[l], TWO_OVER_PI, ROUND) - ROUND;
      ft[l] = Math.fma(-n, HALF_PI_REST, Math.fma(-n, HALF_PI, x[l]));
      double pairs = (Math.fma(n, 0.5, -0.25) + ROUND) - ROUND;
      fb[l] = Math.fma(-2.0, pairs, n);
      double fours = (Math.fma(pairs, 0.5, -0.25) + ROUND) - ROUND;
      fa[l] = Math.fma(-2.0, Math.fma(-2.0, fours, pairs), 1.0);
    }
  }

  /** x &lt;- e^x, |x| at most 700; 0 or infinity beyond 746 (and below 1e9), NaN at NaN. */
  protected final void exponentials(double[] x, int lo, int hi) {
    wholePowers(x, lo, hi);
    powersOfWhole(lo, hi);
    for (int l = lo; l < hi; l++) {
      double n = fb[l];
      double r = Math.fma(-n, LN2_REST, Math.fma(-n, LN2, x[l]));
      double p = Math.fma(r, Math.fma(r, Math.fma(r, E9, E8), E7), E6);
      p = Math.fma(r, Math.fma(r, Math.fma(r, p, E5), E4), E3);
      p = Math.fma(r, Math.fma(r, Math.fma(r, p, E2), E1), E0);
      x[l] = Math.fma(r * r, p, r + 1.0) * fa[l];
    }
  }

  final void wholePowers(double[] x, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      fb[l] = Math.fma(x[l], LOG2_E, ROUND) - ROUND;
    }
    for (int l = lo; l < hi; l++) {
      turn[l] = (int) fb[l];
    }
  }

  final void powersOfWhole(int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      fa[l] = powers[min(max(turn[l], LOWEST), HIGHEST) - LOWEST];
    }
  }

  /** y &lt;- ln(1 + y), y in [0, 1]. */
  protected final void logsOfOnePlus(double[] y, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      double s = y[l] / (2.0 + y[l]);
      double z = s * s;
      double p = Math.fma(z, Math.fma(z, Math.fma(z, P9, P8), P7), P6);
      p = Math.fma(z, Math.fma(z, Math.fma(z, p, P5), P4), P3);
      p = Math.fma(z, Math.fma(z, Math.fma(z, p, P2), P1), P0);
      y[l] = s * Math.fma(z, p, 2.0);
    }
  }

  /** t &lt;- ln(1 + e^t); scratch is overwritten. */
  protected final void softplus(double[] t, double[] scratch, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      scratch[l] = -Math.abs(t[l]);
    }
    exponentials(scratch, lo, hi);
    logsOfOnePlus(scratch, lo, hi);
    for (int l = lo; l < hi; l++) {
      t[l] = Math.fma(0.5, t[l] + Math.abs(t[l]), scratch[l]);
    }
  }

  /** t &lt;- 1 / (1 + e^-t). */
  protected final void logistics(double[] t, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      t[l] = -t[l];
    }
    exponentials(t, lo, hi);
    for (int l = lo; l < hi; l++) {
      t[l] = 1.0 / (1.0 + t[l]);
    }
  }
}
