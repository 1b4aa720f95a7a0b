package plumbline.random;

import static plumbline.random.Polynomials.*;

/**
 * The draws at an address, one replica at a time: the reference of the lane loops, bit for bit.
 *
 * <p>The lattice: a word gives a uniform (i + 1/2) / 2^32, so normals reach |z| &lt;= 6.76 and
 * their variance is 1 - 8.1e-11. Student t takes its radius from 64 bits, because 32 would lose
 * 1e-5 of the variance of t with 4 degrees of freedom.
 */
public final class Draws {
  private Draws() {}

  /** Four uniforms, midpoints (i + 1/2) / 2^32. */
  public static double[] uniforms(Address at) {
    int[] x = Threefry.words(at);
    double[] u = new double[4];
    for (int i = 0; i < 4; i++) {
      u[i] = Elementary.uniform(x[i]);
    }
    return u;
  }

  /** Four independent standard normals by Box and Muller: words (0, 1), then words (2, 3). */
  public static double[] normals(Address at) {
    int[] x = Threefry.words(at);
    double[] z = new double[4];
    for (int i = 0; i < 4; i += 2) {
      double radius = Elementary.radius(x[i]);
      double t = Elementary.quarterAngle(x[i + 1]);
      z[i] = radius * Elementary.cosineOfFour(t);
      z[i + 1] = radius * Elementary.sineOfFour(t);
    }
    return z;
  }

  /** The unit vector (cos, sin) of the angle of word 1. */
  public static double[] circle(Address at) {
    double t = Elementary.quarterAngle(Threefry.words(at)[1]);
    return new double[] {Elementary.cosineOfFour(t), Elementary.sineOfFour(t)};
  }

  /** The sign of coordinate j, from bit j mod 128 of slot floor(j/128): -1 or +1. */
  public static double sign(Address at, int j) {
    int[] x = Threefry.words(at.slot(j >>> 7));
    return 1.0 - 2.0 * ((x[(j >>> 5) & 3] >>> (j & 31)) & 1);
  }

  /** One Student t variate with 4 degrees of freedom, divided by sqrt 2: variance 1. */
  public static double student4(Address at) {
    int[] x = Threefry.words(at);
    double root = Math.sqrt(fineUniform(x));
    // U^(-1/2) - 1 = (1 - U) / (root (1 + root)), without cancellation
    double square = 2.0 * fineRest(x) / Math.fma(root, root, root);
    return Math.sqrt(square) * Elementary.cosineOfFour(Elementary.quarterAngle(x[1]));
  }

  /** One Student t variate with 8 degrees of freedom, divided by sqrt(4/3): variance 1. */
  public static double student8(Address at) {
    int[] x = Threefry.words(at);
    double root = Math.sqrt(fineUniform(x));
    double fourth = Math.sqrt(root);
    // U^(-1/4) - 1 = (1 - U) / (fourth (1 + fourth) (1 + root))
    double square = 6.0 * fineRest(x) / (Math.fma(fourth, fourth, fourth) * (1.0 + root));
    return Math.sqrt(square) * Elementary.cosineOfFour(Elementary.quarterAngle(x[1]));
  }

  /** U in (0, 1] from words 0 (high) and 2 (low). */
  private static double fineUniform(int[] x) {
    return ((x[0] + 0x1p31) + Elementary.uniform(x[2])) * STEP;
  }

  /** 1 - U, rounded once more instead of subtracted. */
  private static double fineRest(int[] x) {
    return ((0x1p31 - x[0]) - Elementary.uniform(x[2])) * STEP;
  }

  /**
   * Index {@code number} of a minibatch, in 0..n-1: floor(i n / 2^32) of word number mod 4 of slot
   * floor(number/4). Each probability differs from 1/n by less than 2^-32, a relative bias below n
   * / 2^32.
   */
  public static int index(Address at, int number, int n) {
    int word = Threefry.words(at.slot(number >>> 2))[number & 3];
    return (int) (((word & 0xFFFFFFFFL) * n) >>> 32);
  }
}
