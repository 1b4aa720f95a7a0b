package plumbline.series;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * An immutable matrix whose entries are exact rationals, shape [m x n], stored by rows.
 *
 * @param rows the rows, at least one, all of the same length
 */
public record Matrix(List<Vector> rows) {
  public Matrix {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a matrix needs at least one row, got none");
    }
    int width = rows.get(0).dimension();
    for (Vector row : rows) {
      if (row.dimension() != width) {
        throw new IllegalArgumentException(
            "rows of a matrix need one length, got " + width + " and " + row.dimension());
      }
    }
  }

  /** Rows separated by semicolons, entries as in {@link Vector#parse}: "6.76 -4.32; -4.32 4.24". */
  public static Matrix parse(String text) {
    return new Matrix(Arrays.stream(text.split(";")).map(Vector::parse).toList());
  }

  /** The doubles as they are, each an exact dyadic rational; shape [m x n]. */
  public static Matrix of(double[][] entries) {
    return new Matrix(Arrays.stream(entries).map(Vector::of).toList());
  }

  /** The square matrix with this diagonal and zeros elsewhere. */
  public static Matrix diagonal(Vector diagonal) {
    int d = diagonal.dimension();
    return new Matrix(
        java.util.stream.IntStream.range(0, d)
            .mapToObj(i -> Vector.generate(d, j -> i == j ? diagonal.exact(i) : BigFraction.ZERO))
            .toList());
  }

  public int height() {
    return rows.size();
  }

  public int width() {
    return rows.get(0).dimension();
  }

  public BigFraction exact(int i, int j) {
    return rows.get(i).exact(j);
  }

  /** Entry (i, j) rounded to a double. */
  public double get(int i, int j) {
    return rows.get(i).get(j);
  }

  /** A fresh array of the rounded entries, shape [m][n]. */
  public double[][] toArray() {
    return rows.stream().map(Vector::toArray).toArray(double[][]::new);
  }

  public boolean isDiagonal() {
    for (int i = 0; i < height(); i++) {
      for (int j = 0; j < width(); j++) {
        if (i != j && !exact(i, j).isZero()) {
          return false;
        }
      }
    }
    return true;
  }

  public boolean isSymmetric() {
    for (int i = 0; i < height(); i++) {
      for (int j = 0; j < i; j++) {
        if (!exact(i, j).equals(exact(j, i))) {
          return false;
        }
      }
    }
    return height() == width();
  }

  public Matrix transposed() {
    return new Matrix(
        java.util.stream.IntStream.range(0, width())
            .mapToObj(j -> Vector.generate(height(), i -> exact(i, j)))
            .toList());
  }

  /** The exact product with another matrix. */
  public Matrix times(Matrix other) {
    List<Vector> columns = other.transposed().rows();
    return new Matrix(
        rows.stream()
            .map(row -> Vector.generate(other.width(), j -> row.dot(columns.get(j))))
            .toList());
  }

  /** The exact product with a column. */
  public Vector times(Vector column) {
    return Vector.generate(height(), i -> rows.get(i).dot(column));
  }

  public Matrix scaled(BigFraction factor) {
    return new Matrix(
        rows.stream()
            .map(row -> Vector.generate(width(), j -> row.exact(j).multiply(factor)))
            .toList());
  }
}
