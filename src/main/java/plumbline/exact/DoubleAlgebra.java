package plumbline.exact;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import plumbline.series.Matrix;

/**
 * Matrices of primitive doubles: the same operations as {@link FieldAlgebra}, without a box a
 * product (65 536 steps in dimension 10 make some 10^8 of them).
 */
final class DoubleAlgebra implements Algebra<Binary64, double[][]> {
  @Override
  public Binary64 number(BigFraction value) {
    return new Binary64(value.doubleValue());
  }

  @Override
  public double[][] of(Matrix matrix) {
    return matrix.toArray();
  }

  @Override
  public double[][] of(List<List<Binary64>> rows) {
    double[][] result = new double[rows.size()][rows.get(0).size()];
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < result[i].length; j++) {
        result[i][j] = rows.get(i).get(j).getReal();
      }
    }
    return result;
  }

  @Override
  public double[][] zero(int rows, int columns) {
    return new double[rows][columns];
  }

  @Override
  public double[][] identity(int size) {
    double[][] result = new double[size][size];
    for (int i = 0; i < size; i++) {
      result[i][i] = 1;
    }
    return result;
  }

  @Override
  public double[][] times(double[][] a, double[][] b) {
    int columns = b[0].length;
    double[][] result = new double[a.length][columns];
    for (int i = 0; i < a.length; i++) {
      double[] into = result[i];
      for (int m = 0; m < b.length; m++) {
        double factor = a[i][m];
        if (factor != 0) {
          double[] from = b[m];
          for (int j = 0; j < columns; j++) {
            into[j] += factor * from[j];
          }
        }
      }
    }
    return result;
  }

  @Override
  public double[][] timesTransposed(double[][] a, double[][] b) {
    double[][] result = new double[a.length][b.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        double sum = 0;
        for (int m = 0; m < a[i].length; m++) {
          sum += a[i][m] * b[j][m];
        }
        result[i][j] = sum;
      }
    }
    return result;
  }

  @Override
  public double[][] plus(double[][] a, double[][] b) {
    double[][] result = new double[a.length][a[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        result[i][j] = a[i][j] + b[i][j];
      }
    }
    return result;
  }

  @Override
  public double[][] scaled(Binary64 factor, double[][] a) {
    double by = factor.getReal();
    double[][] result = new double[a.length][a[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        result[i][j] = by * a[i][j];
      }
    }
    return result;
  }

  @Override
  public double[][] hadamard(double[][] a, double[][] b) {
    double[][] result = new double[a.length][a[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        result[i][j] = a[i][j] * b[i][j];
      }
    }
    return result;
  }

  @Override
  public double[][] kronecker(double[][] a, double[][] b) {
    int rows = b.length;
    int columns = b[0].length;
    double[][] result = new double[a.length * rows][a[0].length * columns];
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < result[i].length; j++) {
        result[i][j] = a[i / rows][j / columns] * b[i % rows][j % columns];
      }
    }
    return result;
  }

  @Override
  public Binary64 total(double[][] a) {
    double sum = 0;
    for (double[] row : a) {
      for (double x : row) {
        sum += x;
      }
    }
    return new Binary64(sum);
  }

  @Override
  public double[][] block(double[][] a, int row, int rows, int column, int columns) {
    double[][] result = new double[rows][];
    for (int i = 0; i < rows; i++) {
      result[i] = java.util.Arrays.copyOfRange(a[row + i], column, column + columns);
    }
    return result;
  }

  @Override
  public double[][] stacked(double[][] a) {
    double[][] result = new double[a.length * a.length][1];
    for (int i = 0; i < result.length; i++) {
      result[i][0] = a[i / a.length][i % a.length];
    }
    return result;
  }

  @Override
  public double[][] square(double[][] column) {
    int d = (int) Math.round(Math.sqrt(column.length));
    double[][] result = new double[d][d];
    for (int i = 0; i < column.length; i++) {
      result[i / d][i % d] = column[i][0];
    }
    return result;
  }
}
