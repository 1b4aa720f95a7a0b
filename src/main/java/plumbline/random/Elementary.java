package plumbline.random;

import static plumbline.random.Polynomials.*;

/**
 * Elementary functions of one number, the reference of the lane loops of the same names.
 *
 * <p>Additions, multiplications, fused multiply-adds, divisions and square roots only: all of them
 * correctly rounded, so that Java and an OpenCL device agree to the last bit. Every product that
 * enters a sum is an explicit {@link Math#fma}: left to itself, a compiler may fuse it or not.
 */
public final class Elementary {
  private Elementary() {}

  /**
   * sqrt(-2 ln u), u = (i + 1/2) / 2^32 with i = word + 2^31; relative error below 1e-15.
   *
   * <p>With E leading zeros of i, u 2^E lies in [1/2, 1), and near u = 1 nothing cancels because E
   * = 0. The power of two below u comes from u itself: adding 3/4 u to 2^52 u rounds to a multiple
   * of that power, and leaves it when 2^52 u is taken away.
   */
  public static double radius(int word) {
    double u = uniform(word);
    double zeros = Integer.numberOfLeadingZeros(word ^ 0x80000000);
    double low = Math.fma(u, -0x1p52, Math.fma(u, 0x1p52, 0.75 * u));
    double s = Math.fma(-2.0, low, u) / Math.fma(2.0, low, u);
    double z = s * s;
    return Math.sqrt(2.0 * Math.fma(-s, Math.fma(z, atanhTail(z), 2.0), zeros * LN2));
  }

  /** P with 2 atanh(s) = s (2 + z P(z)), z = s^2, |s| at most 1/3. */
  private static double atanhTail(double z) {
    double p = Math.fma(z, Math.fma(z, Math.fma(z, P9, P8), P7), P6);
    p = Math.fma(z, Math.fma(z, Math.fma(z, p, P5), P4), P3);
    return Math.fma(z, Math.fma(z, Math.fma(z, p, P2), P1), P0);
  }

  /** The uniform (i + 1/2) / 2^32 of a word, i = word + 2^31, exactly. */
  public static double uniform(int word) {
    return Math.fma(word, STEP, MIDDLE);
  }

  /** A quarter of the angle of a word, inside (-pi/4, pi/4). */
  static double quarterAngle(int word) {
    return Math.fma(word, QUARTER_STEP, QUARTER_MIDDLE);
  }

  /** sin t for |t| at most pi/4. */
  static double shortSine(double t) {
    double z = t * t;
    double p = Math.fma(z, Math.fma(z, S5, S4), S3);
    p = Math.fma(z, Math.fma(z, Math.fma(z, p, S2), S1), S0);
    return Math.fma(t * z, p, t);
  }

  /** cos t for |t| at most pi/4. */
  static double shortCosine(double t) {
    double z = t * t;
    double p = Math.fma(z, Math.fma(z, C4, C3), C2);
    p = Math.fma(z, Math.fma(z, p, C1), C0);
    return Math.fma(z, Math.fma(z, p, -0.5), 1.0);
  }

  /** cos 4t for |t| at most pi/4, by two doublings. */
  static double cosineOfFour(double t) {
    double s = 2.0 * shortSine(t) * shortCosine(t);
    return Math.fma(-2.0 * s, s, 1.0);
  }

  /** sin 4t for |t| at most pi/4, by two doublings. */
  static double sineOfFour(double t) {
    double a = shortSine(t);
    double s = 2.0 * a * shortCosine(t);
    double c = Math.fma(-2.0 * a, a, 1.0);
    return 2.0 * s * c;
  }

  /** sin x for |x| below 1e5, absolute error below 4e-16. */
  public static double sine(double x) {
    double n = turns(x);
    double t = rest(x, n);
    double pairs = lowerHalf(n);
    double odd = Math.fma(-2.0, pairs, n);
    double sign = Math.fma(-2.0, Math.fma(-2.0, lowerHalf(pairs), pairs), 1.0);
    // one of the two products is zero
    return sign * Math.fma(odd, shortCosine(t), (1.0 - odd) * shortSine(t));
  }

  /** cos x for |x| below 1e5, absolute error below 4e-16. */
  public static double cosine(double x) {
    double n = turns(x);
    double t = rest(x, n);
    double pairs = lowerHalf(n);
    double odd = Math.fma(-2.0, pairs, n);
    double sign = Math.fma(-2.0, Math.fma(-2.0, lowerHalf(pairs), pairs), 1.0);
    return sign * Math.fma(-odd, shortSine(t), (1.0 - odd) * shortCosine(t));
  }

  /** The integer nearest to x / (pi/2). */
  private static double turns(double x) {
    return Math.fma(x, TWO_OVER_PI, ROUND) - ROUND;
  }

  /** x - n pi/2 (Cody and Waite, two parts: the first subtraction is exact). */
  private static double rest(double x, double n) {
    return Math.fma(-n, HALF_PI_REST, Math.fma(-n, HALF_PI, x));
  }

  /** floor(n/2) of an integer n below 2^50. */
  private static double lowerHalf(double n) {
    return (Math.fma(n, 0.5, -0.25) + ROUND) - ROUND;
  }

  /** e^x for |x| at most 700, relative error below 5e-16; 0 or infinity beyond 746, NaN at NaN. */
  public static double exponential(double x) {
    double n = Math.fma(x, LOG2_E, ROUND) - ROUND;
    double r = Math.fma(-n, LN2_REST, Math.fma(-n, LN2, x));
    double p = Math.fma(r, Math.fma(r, Math.fma(r, E9, E8), E7), E6);
    p = Math.fma(r, Math.fma(r, Math.fma(r, p, E5), E4), E3);
    p = Math.fma(r, Math.fma(r, Math.fma(r, p, E2), E1), E0);
    return Math.fma(r * r, p, r + 1.0) * Math.scalb(1.0, (int) n);
  }

  /** ln(1 + y) for y in [0, 1], relative error below 4e-16. */
  public static double logOnePlus(double y) {
    double s = y / (2.0 + y);
    double z = s * s;
    return s * Math.fma(z, atanhTail(z), 2.0);
  }

  /** ln(1 + e^t), the loss of a margin -t; absolute error below 1e-15 (1 + |t|). */
  public static double softplus(double t) {
    return Math.max(t, 0.0) + logOnePlus(exponential(-Math.abs(t)));
  }

  /** 1 / (1 + e^-t). */
  public static double logistic(double t) {
    return 1.0 / (1.0 + exponential(-t));
  }
}
