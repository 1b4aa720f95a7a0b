package plumbline.exact;

import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.series.Matrix;

/**
 * The matrix operations of a moment recursion, over boxed numbers or over primitive doubles: the
 * recursion is written once.
 *
 * @param <T> the numbers
 * @param <A> the matrices, shape [rows][columns]; never changed once made
 */
interface Algebra<T extends FieldElement<T>, A> {
  T number(BigFraction value);

  A of(Matrix matrix);

  A of(List<List<T>> rows);

  A zero(int rows, int columns);

  A identity(int size);

  /** a b. */
  A times(A a, A b);

  /** a b'. */
  A timesTransposed(A a, A b);

  A plus(A a, A b);

  A scaled(T factor, A a);

  /** Entry by entry. */
  A hadamard(A a, A b);

  A kronecker(A a, A b);

  /** The sum of all entries. */
  T total(A a);

  A block(A a, int row, int rows, int column, int columns);

  /** The rows one below the other, each upright: shape [d x d] to [d^2 x 1]. */
  A stacked(A a);

  /** What {@link #stacked} was made of. */
  A square(A column);

  /** A column, shape [d x 1]. */
  default A column(plumbline.series.Vector vector) {
    return of(
        new Matrix(
            vector.entries().stream().map(x -> new plumbline.series.Vector(List.of(x))).toList()));
  }
}
