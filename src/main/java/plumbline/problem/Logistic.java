package plumbline.problem;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;
import plumbline.series.Matrix;
import plumbline.series.Vector;

/**
 * F(w) = (1/n) sum_i ln(1 + exp(-y_i x_i'w)) + lambda |w|^2 / 2, ridge logistic regression.
 *
 * @param inputs x_i by rows, shape [n x d]
 * @param labels y_i, each -1 or +1, shape [n]
 * @param ridge lambda &gt; 0
 * @param minimizer w_* by Newton's method, shape [d]
 * @param constants c = lambda, L, F_inf with its certified error, M and M_V for one index
 */
public record Logistic(
    Matrix inputs,
    Vector labels,
    BigFraction ridge,
    Optional<Vector> minimizer,
    Constants constants)
    implements Problem {
  public Logistic {
    if (inputs.height() != labels.dimension() || ridge.signum() <= 0) {
      throw new IllegalArgumentException(
          "logistic regression needs one label per row and a ridge > 0, got "
              + inputs.height()
              + " rows, "
              + labels.dimension()
              + " labels, ridge "
              + ridge);
    }
  }

  /**
   * With w_* by Newton's method and F_inf, L, M certified; M_V = 0.
   *
   * @throws IllegalArgumentException if a label is not -1 or +1, or the ridge is not positive
   */
  public static Logistic of(Matrix inputs, Vector labels, BigFraction ridge) {
    if (inputs.height() != labels.dimension() || ridge.signum() <= 0) {
      return new Logistic(inputs, labels, ridge, Optional.empty(), Constants.none());
    }
    for (BigFraction label : labels.entries()) {
      if (!label.abs().equals(BigFraction.ONE)) {
        throw new IllegalArgumentException("a label is -1 or +1, got " + label);
      }
    }
    LogisticConstants derived = new LogisticConstants(inputs, labels, ridge);
    Vector minimizer = derived.minimizer();
    return new Logistic(
        inputs, labels, ridge, Optional.of(minimizer), derived.constants(minimizer));
  }

  /** F(w) to 40 digits. */
  public Constant value(Vector w) {
    return new LogisticConstants(inputs, labels, ridge).value(w);
  }

  /**
   * F(w) - |grad F(w)|^2/(2 lambda) to 40 digits, rounded down: F is nowhere less, since its
   * Hessian is at least lambda I.
   */
  public Constant floor(Vector w) {
    return new LogisticConstants(inputs, labels, ridge).floor(w);
  }

  @Override
  public String name() {
    return "ridge logistic regression, n = " + inputs.height() + ", d = " + inputs.width();
  }

  @Override
  public int dimension() {
    return inputs.width();
  }

  @Override
  public Accuracy accuracy() {
    return Accuracy.of(this);
  }

  @Override
  public long work(int batch) {
    return (long) (batch == 0 ? inputs.height() : batch) * dimension();
  }

  @Override
  public Lanes lanes(Layout layout) {
    return new LogisticLanes(this, layout);
  }
}
