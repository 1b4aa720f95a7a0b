package plumbline.exact;

import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.quantity.Quantity;

/** E X_k of one quantity along a recursion, k = 1, 2, ... in order, each asked for once. */
final class Readout<T extends FieldElement<T>, A> {
  private final SecondMoments<T, A> moments;
  private final Algebra<T, A> algebra;
  private final Quantity quantity;
  private final A form;
  private long k = 1;

  Readout(AffineRecursion of, Quantity quantity, Arithmetic<T> in, Algebra<T, A> algebra) {
    this.moments = new SecondMoments<>(of, in, algebra);
    this.algebra = algebra;
    this.quantity = quantity;
    this.form = algebra.of(of.form(quantity).orElseThrow().matrix());
  }

  /** E X_k; then step k is made, so the next call speaks of k + 1. */
  T next() {
    A mean = meanOfIterate();
    A covariance = moments.iterateCovariance();
    moments.advance(k++);
    if (quantity == Quantity.ORACLE_NORM_SQUARED) {
      mean = moments.gradientMean();
      covariance = moments.gradientCovariance();
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
    return quantity == Quantity.FIRST_COORDINATE_SQUARED
        ? moments.meanIterate()
        : moments.meanError();
  }
}
