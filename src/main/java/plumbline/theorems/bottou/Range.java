package plumbline.theorems.bottou;

import java.math.BigDecimal;
import java.math.MathContext;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constant;
import plumbline.series.Rationals;
import plumbline.stepsize.Stepsize;

/**
 * A number known to lie in [low, high], so that comparisons hold whatever the errors of constants.
 *
 * @param low at most the number
 * @param high at least the number
 */
public record Range(BigFraction low, BigFraction high) {
  private static final int DIGITS = 40;

  public static Range of(Constant constant) {
    BigFraction error = Rationals.of(constant.error());
    return new Range(constant.exact().subtract(error), constant.exact().add(error));
  }

  /** alpha_k, exactly where it is rational, else to 35 digits. */
  public static Range of(Stepsize stepsize, long k) {
    try {
      BigFraction exact = stepsize.at(Arithmetic.rationals(), k);
      return new Range(exact, exact);
    } catch (UnsupportedOperationException irrational) {
      Dfp digits = stepsize.at(Arithmetic.digits(DIGITS), k);
      BigFraction near =
          Rationals.parse(
              new BigDecimal(digits.toString()).round(new MathContext(DIGITS)).toString());
      BigFraction error = near.abs().multiply(Rationals.parse("1e-35"));
      return new Range(near.subtract(error), near.add(error));
    }
  }

  /** The product with another; both are positive. */
  public Range times(Range other) {
    return new Range(low.multiply(other.low), high.multiply(other.high));
  }

  /** The quotient by another; both are positive. */
  public Range over(Range other) {
    return new Range(low.divide(other.high), high.divide(other.low));
  }

  public boolean isPositive() {
    return low.signum() > 0;
  }

  public String show() {
    String shown = Rationals.show(low);
    return low.equals(high) ? shown : shown + " within " + (float) width();
  }

  private double width() {
    return high.subtract(low).doubleValue();
  }
}
