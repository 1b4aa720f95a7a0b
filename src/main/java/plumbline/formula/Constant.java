package plumbline.formula;

import org.hipparchus.fraction.BigFraction;
import plumbline.series.Rationals;

/**
 * A constant of a setting with the certificate of its value.
 *
 * @param exact the value that formulas use
 * @param error a proved bound on its distance to the true constant; 0 where the value is exact
 * @param how how the value is known: a formula, an eigenproblem with its error bound, a declaration
 */
public record Constant(BigFraction exact, double error, String how) {
  public Constant {
    if (!(error >= 0) || Double.isInfinite(error)) {
      throw new IllegalArgumentException("a constant's error is finite and >= 0, got " + error);
    }
  }

  public static Constant exactly(BigFraction value, String how) {
    return new Constant(value, 0, how);
  }

  /** A rounded value with a proved absolute error bound. */
  public static Constant within(double value, double error, String how) {
    return new Constant(Rationals.of(value), error, how);
  }

  public double value() {
    return exact.doubleValue();
  }
}
