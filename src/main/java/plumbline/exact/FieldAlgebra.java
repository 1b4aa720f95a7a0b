package plumbline.exact;

import java.util.List;
import org.hipparchus.Field;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.MathArrays;
import plumbline.formula.Arithmetic;
import plumbline.series.Matrix;

/**
 * Matrices of boxed numbers. Zeros are skipped: on diagonal problems that is the difference between
 * d and d^3 products a step, which decides whether 80 digits are affordable. Neither is a product
 * with 1 worked out, of which an identity and a column of coefficients have many.
 */
final class FieldAlgebra<T extends FieldElement<T>> implements Algebra<T, T[][]> {
  private final Arithmetic<T> in;
  private final Field<T> field;
  private final T one;

  FieldAlgebra(Arithmetic<T> in) {
    this.in = in;
    this.field = in.of(0).getField();
    this.one = in.of(1);
  }

  @Override
  public T number(BigFraction value) {
    return in.of(value);
  }

  @Override
  public T[][] of(Matrix matrix) {
    T[][] result = zero(matrix.height(), matrix.width());
    for (int i = 0; i < matrix.height(); i++) {
      for (int j = 0; j < matrix.width(); j++) {
        result[i][j] = in.of(matrix.exact(i, j));
      }
    }
    return result;
  }

  @Override
  public T[][] of(List<List<T>> rows) {
    T[][] result = zero(rows.size(), rows.get(0).size());
    for (int i = 0; i < rows.size(); i++) {
      result[i] = rows.get(i).toArray(result[i]);
    }
    return result;
  }

  @Override
  public T[][] zero(int rows, int columns) {
    T[][] result = MathArrays.buildArray(field, rows, columns);
    T zero = in.of(0);
    for (T[] row : result) {
      java.util.Arrays.fill(row, zero);
    }
    return result;
  }

  @Override
  public T[][] identity(int size) {
    T[][] result = zero(size, size);
    for (int i = 0; i < size; i++) {
      result[i][i] = in.of(1);
    }
    return result;
  }

  @Override
  public T[][] times(T[][] a, T[][] b) {
    T[][] result = zero(a.length, b[0].length);
    for (int i = 0; i < a.length; i++) {
      for (int m = 0; m < b.length; m++) {
        if (!a[i][m].isZero()) {
          addScaled(result[i], a[i][m], b[m]);
        }
      }
    }
    return result;
  }

  private void addScaled(T[] into, T factor, T[] from) {
    for (int j = 0; j < into.length; j++) {
      if (!from[j].isZero()) {
        T product = product(factor, from[j]);
        into[j] = into[j].isZero() ? product : into[j].add(product);
      }
    }
  }

  /** x y; in 80 digits a product with 1 is as long as any. */
  private T product(T x, T y) {
    return x.equals(one) ? y : y.equals(one) ? x : x.multiply(y);
  }

  @Override
  public T[][] timesTransposed(T[][] a, T[][] b) {
    T[][] transposed = zero(b[0].length, b.length);
    for (int i = 0; i < b.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        transposed[j][i] = b[i][j];
      }
    }
    return times(a, transposed);
  }

  @Override
  public T[][] plus(T[][] a, T[][] b) {
    T[][] result = a.clone();
    for (int i = 0; i < a.length; i++) {
      result[i] = a[i].clone();
      for (int j = 0; j < b[i].length; j++) {
        if (!b[i][j].isZero()) {
          result[i][j] = a[i][j].isZero() ? b[i][j] : a[i][j].add(b[i][j]);
        }
      }
    }
    return result;
  }

  @Override
  public T[][] scaled(T factor, T[][] a) {
    T[][] result = zero(a.length, a[0].length);
    for (int i = 0; i < a.length; i++) {
      addScaled(result[i], factor, a[i]);
    }
    return result;
  }

  @Override
  public T[][] hadamard(T[][] a, T[][] b) {
    T[][] result = zero(a.length, a[0].length);
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        if (!a[i][j].isZero() && !b[i][j].isZero()) {
          result[i][j] = product(a[i][j], b[i][j]);
        }
      }
    }
    return result;
  }

  @Override
  public T[][] kronecker(T[][] a, T[][] b) {
    int rows = b.length;
    int columns = b[0].length;
    T[][] result = zero(a.length * rows, a[0].length * columns);
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < result[0].length; j++) {
        T x = a[i / rows][j / columns];
        T y = b[i % rows][j % columns];
        if (!x.isZero() && !y.isZero()) {
          result[i][j] = product(x, y);
        }
      }
    }
    return result;
  }

  @Override
  public T total(T[][] a) {
    T sum = in.of(0);
    for (T[] row : a) {
      for (T x : row) {
        if (!x.isZero()) {
          sum = sum.add(x);
        }
      }
    }
    return sum;
  }

  @Override
  public T[][] block(T[][] a, int row, int rows, int column, int columns) {
    T[][] result = zero(rows, columns);
    for (int i = 0; i < rows; i++) {
      System.arraycopy(a[row + i], column, result[i], 0, columns);
    }
    return result;
  }

  @Override
  public T[][] stacked(T[][] a) {
    T[][] result = zero(a.length * a.length, 1);
    for (int i = 0; i < result.length; i++) {
      result[i][0] = a[i / a.length][i % a.length];
    }
    return result;
  }

  @Override
  public T[][] square(T[][] column) {
    int d = (int) Math.round(Math.sqrt(column.length));
    T[][] result = zero(d, d);
    for (int i = 0; i < column.length; i++) {
      result[i / d][i % d] = column[i][0];
    }
    return result;
  }
}
