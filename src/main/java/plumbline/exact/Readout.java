package plumbline.exact;

import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.quantity.Quantity;
import plumbline.recursion.Reading;
import plumbline.series.Vector;

/** E X_k of one quantity along a recursion, k = 1, 2, ... in order, each asked for once. */
final class Readout<T extends FieldElement<T>, A> {
  private final SecondMoments<T, A> moments;
  private final Algebra<T, A> algebra;
  private final Quantity quantity;
  private final A form;
  private final boolean linear;
  private long k = 1;

  Readout(AffineRecursion of, Reading reading, Arithmetic<T> in, Algebra<T, A> algebra) {
    this.moments = new SecondMoments<>(of, in, algebra);
    this.algebra = algebra;
    this.quantity = reading.quantity();
    this.linear = quantity.isSigned();
    this.form =
        linear
            ? algebra.column(unit(of.dimension(), reading.coordinate()))
            : algebra.of(of.form(quantity).orElseThrow().matrix());
  }

  private static Vector unit(int dimension, int j) {
    return Vector.generate(dimension, i -> i == j ? BigFraction.ONE : BigFraction.ZERO);
  }

  /** E X_k; then step k is made, so the next call speaks of k + 1. */
  T next() {
    A mean = meanOfIterate();
    A covariance = moments.iterateCovariance();
    moments.advance(k++);
    if (quantity.isOfOracle()) {
      mean = moments.gradientMean();
      covariance = moments.gradientCovariance();
    }
    if (linear) {
      return algebra.total(algebra.hadamard(form, mean));
    }
    A second = algebra.plus(covariance, algebra.timesTransposed(mean, mean));
    return algebra.total(algebra.hadamard(form, second));
  }

  /** Makes a step without reading. */
  void skip() {
    moments.advance(k++);
  }

  /** alpha_k. */
  T stepsize(long at) {
    return moments.stepsize(at);
  }

  private A meanOfIterate() {
    return quantity == Quantity.FIRST_COORDINATE_SQUARED || linear
        ? moments.meanIterate()
        : moments.meanError();
  }
}
