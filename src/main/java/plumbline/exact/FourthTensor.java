package plumbline.exact;

import java.util.Arrays;

/**
 * E z (x) z (x) z (x) z for a random vector z whose last entry is 1, so that it holds all moments
 * to order four; shape [n][n][n][n], full, symmetric.
 */
final class FourthTensor {
  private final int n;
  private final double[] entries;

  private FourthTensor(int n, double[] entries) {
    this.n = n;
    this.entries = entries;
  }

  static FourthTensor zero(int n) {
    return new FourthTensor(n, new double[n * n * n * n]);
  }

  /** Of a certain vector. */
  static FourthTensor of(double[] z) {
    FourthTensor result = zero(z.length);
    int at = 0;
    for (double a : z) {
      for (double b : z) {
        for (double c : z) {
          for (double d : z) {
            result.entries[at++] = a * b * c * d;
          }
        }
      }
    }
    return result;
  }

  int size() {
    return n;
  }

  /** That of B z, for a fixed matrix B, shape [n x n]; zeros of B cost nothing. */
  FourthTensor mapped(double[][] by) {
    double[] from = entries;
    int rest = n * n * n;
    for (int mode = 0; mode < 4; mode++) {
      // maps the first index and makes it the last: after four turns the order is as it was
      double[] into = new double[from.length];
      for (int row = 0; row < n; row++) {
        for (int i = 0; i < n; i++) {
          double factor = by[row][i];
          if (factor != 0) {
            for (int r = 0; r < rest; r++) {
              into[r * n + row] += factor * from[i * rest + r];
            }
          }
        }
      }
      from = into;
    }
    return new FourthTensor(n, from);
  }

  /** This plus a share of another; for mixtures. */
  FourthTensor plus(double share, FourthTensor other) {
    double[] sum = entries.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += share * other.entries[i];
    }
    return new FourthTensor(n, sum);
  }

  /**
   * Entries [from, to) of z times an independent factor whose moments E f^p these are, p = 0..4.
   */
  FourthTensor multiplied(int from, int to, double[] moments) {
    double[] result = entries.clone();
    int[] one = new int[n];
    Arrays.fill(one, from, to, 1);
    int at = 0;
    for (int a : one) {
      for (int b : one) {
        for (int c : one) {
          for (int d : one) {
            result[at++] *= moments[a + b + c + d];
          }
        }
      }
    }
    return new FourthTensor(n, result);
  }

  /**
   * That of z + x with x independent of z, symmetric, with uncorrelated entries in place of
   * from..from+d-1: E (z+x)^4 = E z^4 + 6 terms E z z E x x + E x^4.
   *
   * @param variances E x_j^2, shape [d]
   * @param joint E x_j^2 x_l^2, shape [d][d]
   */
  FourthTensor plusNoise(int from, double[] variances, double[][] joint) {
    double[] result = entries.clone();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double second = second(i, j);
        for (int x = 0; x < variances.length; x++) {
          int g = from + x;
          double add = second * variances[x];
          result[at(g, g, i, j)] += add;
          result[at(g, i, g, j)] += add;
          result[at(g, i, j, g)] += add;
          result[at(i, g, g, j)] += add;
          result[at(i, g, j, g)] += add;
          result[at(i, j, g, g)] += add;
        }
      }
    }
    for (int x = 0; x < variances.length; x++) {
      for (int y = 0; y < variances.length; y++) {
        int g = from + x;
        int h = from + y;
        result[at(g, g, h, h)] += joint[x][y];
        if (x != y) {
          result[at(g, h, g, h)] += joint[x][y];
          result[at(g, h, h, g)] += joint[x][y];
        }
      }
    }
    return new FourthTensor(n, result);
  }

  private int at(int a, int b, int c, int d) {
    return ((a * n + b) * n + c) * n + d;
  }

  /** E z_i z_j. */
  double second(int i, int j) {
    return entries[at(i, j, n - 1, n - 1)];
  }

  /** E z'Qz. */
  double expectation(double[][] form) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        sum += form[i][j] * second(i, j);
      }
    }
    return sum;
  }

  /** E (z'Qz)^2. */
  double expectationOfSquare(double[][] form) {
    double sum = 0;
    int at = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (form[i][j] == 0) {
          at += n * n;
          continue;
        }
        for (int k = 0; k < n; k++) {
          for (int l = 0; l < n; l++) {
            sum += form[i][j] * form[k][l] * entries[at++];
          }
        }
      }
    }
    return sum;
  }
}
