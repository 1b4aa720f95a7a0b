package plumbline.theorems.lecun;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.series.Matrix;
import plumbline.series.Vector;

/**
 * Vectors and matrices in a chosen arithmetic, as lists.
 *
 * @param in the arithmetic
 * @param <T> its numbers
 */
record Field<T extends FieldElement<T>>(Arithmetic<T> in) {
  /** Fractions of a long trajectory in many dimensions grow without use; two precisions tell. */
  private static final int LARGEST_RATIONAL = 4;

  /**
   * @throws UnsupportedOperationException in rationals above dimension 4
   */
  static <T extends FieldElement<T>> Field<T> of(Arithmetic<T> in, int dimension) {
    if (dimension > LARGEST_RATIONAL && in instanceof Arithmetic.Rational) {
      throw new UnsupportedOperationException(
          "a trajectory in dimension " + dimension + " is too long for rationals");
    }
    return new Field<>(in);
  }

  List<T> lift(Vector vector) {
    return vector.entries().stream().map(in::of).toList();
  }

  List<List<T>> lift(Matrix matrix) {
    return matrix.rows().stream().map(this::lift).toList();
  }

  List<T> times(List<List<T>> matrix, List<T> x) {
    List<T> product = new ArrayList<>(matrix.size());
    for (List<T> row : matrix) {
      product.add(dot(row, x));
    }
    return product;
  }

  /** x - c y. */
  List<T> minus(List<T> x, T c, List<T> y) {
    List<T> difference = new ArrayList<>(x.size());
    for (int j = 0; j < x.size(); j++) {
      difference.add(x.get(j).subtract(c.multiply(y.get(j))));
    }
    return difference;
  }

  /** The gradient of the quadratic part plus that of (s/6) e_1^3, which is s e_1^2/2 along e_1. */
  List<T> withCubic(List<T> gradient, List<T> error, BigFraction cubic) {
    List<T> sum = new ArrayList<>(gradient);
    T square = error.get(0).multiply(error.get(0));
    sum.set(0, sum.get(0).add(in.of(cubic).multiply(square).divide(in.of(2))));
    return sum;
  }

  T dot(List<T> x, List<T> y) {
    T sum = in.of(0);
    for (int j = 0; j < x.size(); j++) {
      sum = sum.add(x.get(j).multiply(y.get(j)));
    }
    return sum;
  }

  T squaredNorm(List<T> x) {
    return dot(x, x);
  }

  /** The sum of |x_j y_j|. */
  T absolute(List<T> x, List<T> y) {
    T sum = in.of(0);
    for (int j = 0; j < x.size(); j++) {
      sum = sum.add(in.abs(x.get(j).multiply(y.get(j))));
    }
    return sum;
  }
}
