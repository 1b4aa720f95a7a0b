package plumbline.theorems;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import plumbline.problem.LeastSquares;
import plumbline.problem.Quadratic;
import plumbline.series.Matrix;
import plumbline.series.Vector;

/**
 * Quadratic polynomials of w in R^d as symmetric matrices Q of size d + 1: the value at w is (w,
 * 1)'Q(w, 1).
 *
 * <p>Such a polynomial is nowhere negative if and only if Q is positive semidefinite, as (w, 1) is
 * up to its length every vector but those with last entry 0, which are limits of such.
 */
final class Forms {
  private Forms() {}

  /** The rows (x_i, -y_i): applied to (w, 1), the residuals x_i'w - y_i. */
  static Matrix residuals(LeastSquares ls) {
    List<Vector> rows = new ArrayList<>();
    for (int i = 0; i < ls.inputs().height(); i++) {
      Vector x = ls.inputs().rows().get(i);
      BigFraction last = ls.targets().exact(i).negate();
      rows.add(Vector.generate(x.dimension() + 1, j -> j < x.dimension() ? x.exact(j) : last));
    }
    return new Matrix(rows);
  }

  /** [X'X/n, -X'y/n]: applied to (w, 1), the gradient. */
  static Matrix gradient(LeastSquares ls) {
    BigFraction n = new BigFraction(ls.inputs().height());
    return ls.inputs().transposed().times(residuals(ls)).scaled(n.reciprocal());
  }

  /** [A, -A w_*]: applied to (w, 1), the gradient. */
  static Matrix gradient(Quadratic q) {
    int d = q.dimension();
    Vector shift = q.hessian().times(q.centre());
    return new Matrix(
        IntStream.range(0, d)
            .mapToObj(
                i ->
                    Vector.generate(
                        d + 1, j -> j < d ? q.hessian().exact(i, j) : shift.exact(i).negate()))
            .toList());
  }

  /** |H r|^2 for r the image of (w, 1), H diagonal. */
  static Matrix square(Matrix map, Vector diagonal) {
    Matrix scaled = weighted(map, diagonal);
    return scaled.transposed().times(scaled);
  }

  /** Row i times the i-th weight. */
  static Matrix weighted(Matrix rows, Vector weights) {
    return new Matrix(
        IntStream.range(0, rows.height())
            .mapToObj(
                i ->
                    Vector.generate(rows.width(), j -> rows.exact(i, j).multiply(weights.exact(i))))
            .toList());
  }

  /** This number at every w. */
  static Matrix constant(int d, BigFraction value) {
    return Matrix.diagonal(Vector.generate(d + 1, j -> j < d ? BigFraction.ZERO : value));
  }

  static Matrix plus(Matrix a, Matrix b) {
    return new Matrix(
        IntStream.range(0, a.height())
            .mapToObj(i -> Vector.generate(a.width(), j -> a.exact(i, j).add(b.exact(i, j))))
            .toList());
  }
}
