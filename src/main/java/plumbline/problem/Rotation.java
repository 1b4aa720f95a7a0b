package plumbline.problem;

import java.util.SplittableRandom;

/**
 * An orthogonal matrix Q in doubles, by columns, shape [d][d].
 *
 * <p>The product of d - 1 reflections in Gaussian directions of falling dimension is uniform over
 * the orthogonal group but for a sign per column (Stewart, SIAM J. Numer. Anal. 17, 1980), and
 * signs do not matter to Q diag(lambda) Q'.
 */
final class Rotation {
  private final double[][] columns;

  private Rotation(double[][] columns) {
    this.columns = columns;
  }

  /** The same on every machine: the generator's integers and {@link StrictMath} only. */
  static Rotation random(int d, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] q = new double[d][d];
    for (int i = 0; i < d; i++) {
      q[i][i] = 1;
    }
    for (int from = d - 2; from >= 0; from--) {
      double[] direction = new double[d];
      double square = 0;
      for (int i = from; i < d; i++) {
        direction[i] = normal(random);
        square += direction[i] * direction[i];
      }
      // the reflection that takes e_from to the direction
      direction[from] += Math.copySign(Math.sqrt(square), direction[from]);
      double length = 0;
      for (int i = from; i < d; i++) {
        length += direction[i] * direction[i];
      }
      for (double[] column : q) {
        double dot = 0;
        for (int i = from; i < d; i++) {
          dot += direction[i] * column[i];
        }
        for (int i = from; i < d; i++) {
          column[i] -= 2 * dot / length * direction[i];
        }
      }
    }
    return new Rotation(q);
  }

  private static double normal(SplittableRandom random) {
    double radius = (1 + (random.nextLong() >>> 11)) * 0x1p-53;
    double angle = (random.nextLong() >>> 11) * 0x1p-53;
    return Math.sqrt(-2 * StrictMath.log(radius)) * StrictMath.cos(2 * Math.PI * angle);
  }

  /** Q diag(lambda) Q', symmetric to the bit. */
  double[][] congruent(double[] lambda) {
    int d = lambda.length;
    double[][] a = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        for (int m = 0; m < d; m++) {
          a[i][j] += columns[m][i] * lambda[m] * columns[m][j];
        }
        a[j][i] = a[i][j];
      }
    }
    return a;
  }
}
