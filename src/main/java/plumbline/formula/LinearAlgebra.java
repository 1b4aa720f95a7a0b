package plumbline.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.series.Matrix;
import plumbline.series.Vector;

/**
 * Vectors and matrices in a chosen arithmetic, as lists: a vector of length d, a matrix as its
 * rows. Small ones: nothing here is fast.
 *
 * @param in the arithmetic
 * @param <T> its numbers
 */
public record LinearAlgebra<T extends FieldElement<T>>(Arithmetic<T> in) {
  /** Fractions of a long trajectory in many dimensions grow without use; two precisions tell. */
  private static final int LARGEST_RATIONAL = 4;

  /**
   * For long trajectories.
   *
   * @throws UnsupportedOperationException in rationals above dimension 4
   */
  public static <T extends FieldElement<T>> LinearAlgebra<T> of(Arithmetic<T> in, int dimension) {
    if (dimension > LARGEST_RATIONAL && in.isExact()) {
      throw new UnsupportedOperationException(
          "a trajectory in dimension " + dimension + " is too long for rationals");
    }
    return new LinearAlgebra<>(in);
  }

  public List<T> lift(Vector vector) {
    return vector.entries().stream().map(in::of).toList();
  }

  public List<List<T>> lift(Matrix matrix) {
    return matrix.rows().stream().map(this::lift).toList();
  }

  /** The vector of length d with these entries, counted from 0. */
  public List<T> vector(int d, IntFunction<T> entry) {
    return IntStream.range(0, d).mapToObj(entry).toList();
  }

  public List<List<T>> identity(int d) {
    return IntStream.range(0, d).mapToObj(i -> vector(d, j -> in.of(i == j ? 1 : 0))).toList();
  }

  public List<T> plus(List<T> x, List<T> y) {
    return each(x, y, T::add);
  }

  public List<T> minus(List<T> x, List<T> y) {
    return each(x, y, T::subtract);
  }

  /** x - c y. */
  public List<T> minus(List<T> x, T c, List<T> y) {
    return each(x, y, (a, b) -> a.subtract(c.multiply(b)));
  }

  /** Entry by entry. */
  public List<T> hadamard(List<T> x, List<T> y) {
    return each(x, y, T::multiply);
  }

  public List<T> times(T c, List<T> x) {
    return x.stream().map(c::multiply).toList();
  }

  /** Mx. */
  public List<T> times(List<List<T>> matrix, List<T> x) {
    return matrix.stream().map(row -> dot(row, x)).toList();
  }

  /** MN. */
  public List<List<T>> product(List<List<T>> m, List<List<T>> n) {
    List<List<T>> columns = transposed(n);
    return m.stream().map(row -> times(columns, row)).toList();
  }

  public List<List<T>> transposed(List<List<T>> matrix) {
    return IntStream.range(0, matrix.get(0).size())
        .mapToObj(j -> matrix.stream().map(row -> row.get(j)).toList())
        .toList();
  }

  /** xy', shape [x.size() x y.size()]. */
  public List<List<T>> outer(List<T> x, List<T> y) {
    return x.stream().map(entry -> times(entry, y)).toList();
  }

  /**
   * M^{-1} b by elimination, the largest pivot first.
   *
   * @throws ArithmeticException if M is singular
   */
  public List<T> solve(List<List<T>> matrix, List<T> b) {
    int d = b.size();
    List<List<T>> rows = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      List<T> row = new ArrayList<>(matrix.get(i));
      row.add(b.get(i));
      rows.add(row);
    }
    for (int column = 0; column < d; column++) {
      eliminate(rows, column);
    }
    return vector(d, i -> rows.get(i).get(d));
  }

  private void eliminate(List<List<T>> rows, int column) {
    int pivot = column;
    for (int i = column + 1; i < rows.size(); i++) {
      T size = in.abs(rows.get(i).get(column));
      pivot = in.compare(size, in.abs(rows.get(pivot).get(column))) > 0 ? i : pivot;
    }
    List<T> top = rows.get(pivot);
    if (top.get(column).isZero()) {
      throw new ArithmeticException("the matrix is singular");
    }
    rows.set(pivot, rows.get(column));
    T scale = top.get(column);
    rows.set(column, top.stream().map(x -> x.divide(scale)).toList());
    for (int i = 0; i < rows.size(); i++) {
      if (i != column) {
        rows.set(i, minus(rows.get(i), rows.get(i).get(column), rows.get(column)));
      }
    }
  }

  public T dot(List<T> x, List<T> y) {
    return sum(each(x, y, T::multiply));
  }

  public T squaredNorm(List<T> x) {
    return dot(x, x);
  }

  /** The sum of |x_j y_j|. */
  public T absolute(List<T> x, List<T> y) {
    return sum(each(x, y, (a, b) -> in.abs(a.multiply(b))));
  }

  /** The sum of the entries; 0 of none. */
  public T sum(List<T> x) {
    return x.stream().reduce(in.of(0), T::add);
  }

  /** The sum of the entries over their number. */
  public T mean(List<T> x) {
    return sum(x).divide(in.of(x.size()));
  }

  private List<T> each(List<T> x, List<T> y, BinaryOperator<T> operation) {
    if (x.size() != y.size()) {
      throw new IllegalArgumentException(
          "vectors of length " + x.size() + " and " + y.size() + ": allowed are equal ones");
    }
    return vector(x.size(), j -> operation.apply(x.get(j), y.get(j)));
  }

  /** In rationals. */
  public static LinearAlgebra<BigFraction> exact() {
    return new LinearAlgebra<>(Arithmetic.rationals());
  }
}
