package plumbline.theorems.bottou.sampling;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.LinearAlgebra;
import plumbline.problem.LeastSquares;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;

/**
 * Finitely many examples (x_i, y_i), one of which is drawn with chance p_i, and their least squares
 * f_i(w) = (x_i'w - y_i)^2/2; F is the mean of f_i.
 *
 * @param inputs x_i by rows, shape [N x d]
 * @param targets y, shape [N]
 * @param chances p, positive, adding to 1, shape [N]
 */
record Examples(Matrix inputs, Vector targets, Vector chances) {
  Examples {
    BigFraction sum = chances.entries().stream().reduce(BigFraction.ZERO, BigFraction::add);
    if (!sum.equals(BigFraction.ONE)) {
      throw new IllegalArgumentException(
          "the chances of the examples add to " + Rationals.show(sum) + ", allowed is 1");
    }
  }

  /** Each as likely as any other. */
  static Examples uniform(Matrix inputs, Vector targets) {
    int n = targets.dimension();
    return new Examples(inputs, targets, Vector.constant(n, Rationals.of(1, n)));
  }

  static Examples uniform(LeastSquares sum) {
    return uniform(sum.inputs(), sum.targets());
  }

  int size() {
    return targets.dimension();
  }

  int dimension() {
    return inputs.width();
  }

  BigFraction x(int i) {
    return inputs.exact(i, 0);
  }

  BigFraction y(int i) {
    return targets.exact(i);
  }

  BigFraction chance(int i) {
    return chances.exact(i);
  }

  /** E x^a y^b, for d = 1. */
  BigFraction moment(int a, int b) {
    return IntStream.range(0, size())
        .mapToObj(i -> chance(i).multiply(x(i).pow(a)).multiply(y(i).pow(b)))
        .reduce(BigFraction.ZERO, BigFraction::add);
  }

  /** w_*, for d = 1. */
  BigFraction minimizer() {
    return moment(1, 1).divide(moment(2, 0));
  }

  /** f_i' (w) = x_i (x_i w - y_i), for d = 1. */
  <T extends FieldElement<T>> T slope(Arithmetic<T> in, int i, T w) {
    return in.of(x(i)).multiply(in.of(x(i)).multiply(w).subtract(in.of(y(i))));
  }

  /** F'(w) from the moments of the examples, not from their slopes; for d = 1. */
  <T extends FieldElement<T>> T meanSlope(Arithmetic<T> in, T w) {
    return in.of(moment(2, 0)).multiply(w).subtract(in.of(moment(1, 1)));
  }

  /** grad f_i(w) = (x_i'w - y_i) x_i. */
  <T extends FieldElement<T>> List<T> gradient(LinearAlgebra<T> field, int i, List<T> w) {
    List<T> x = field.lift(inputs.rows().get(i));
    return field.times(field.dot(x, w).subtract(field.in().of(y(i))), x);
  }

  /** grad F(w) = E xx' w - E xy, from the moments of the examples, not from their gradients. */
  <T extends FieldElement<T>> List<T> meanGradient(LinearAlgebra<T> field, List<T> w) {
    Matrix weighted =
        new Matrix(
            IntStream.range(0, size())
                .mapToObj(
                    i -> Vector.generate(dimension(), j -> inputs.exact(i, j).multiply(chance(i))))
                .toList());
    Matrix hessian = weighted.transposed().times(inputs);
    Vector cross = weighted.transposed().times(targets);
    return field.minus(field.times(field.lift(hessian), w), field.lift(cross));
  }
}
