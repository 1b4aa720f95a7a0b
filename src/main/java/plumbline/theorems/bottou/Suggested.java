package plumbline.theorems.bottou;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.series.Rationals;
import plumbline.theorem.Values;

/**
 * Stepsizes for an objective whose constants are known, near the longest that section 4 allows: to
 * three digits, rounded to the side that keeps the hypotheses.
 */
final class Suggested {
  private static final int DIGITS = 3;

  /** Fractions as short as this are written out: 5/17. */
  private static final int SHORT_BITS = 24;

  /** Up to here Corollary 4.12 sees its limit by k = 1024. */
  private static final BigFraction MOST_SHIFT = new BigFraction(64);

  private Suggested() {}

  /** mu/(L M_G), whatever the errors of L and M_G. */
  static String longest(Constants x) {
    return rounded(limit(x), RoundingMode.DOWN);
  }

  /** beta = 2/(c mu) and the least gamma for which alpha_1 is not too long. */
  static Values harmonic(Constants x) {
    BigFraction pull = pull(x);
    if (pull.signum() <= 0) {
      // no beta is long enough; a first step as long as allowed still shows what happens
      return Values.none()
          .with("beta", rounded(limit(x).multiply(2), RoundingMode.DOWN))
          .with("gamma", "1");
    }
    String beta = rounded(pull.reciprocal().multiply(2), RoundingMode.UP);
    BigFraction gamma = shift(beta, x);
    BigFraction least = Rationals.of(1, 100);
    return Values.none()
        .with("beta", beta)
        .with("gamma", rounded(gamma.compareTo(least) < 0 ? least : gamma, RoundingMode.UP));
  }

  /** p = 1 with beta = 1/(c mu), if gamma then stays small; else beta as long as allowed. */
  static Values power(Constants x) {
    BigFraction pull = pull(x);
    Values power = Values.none().with("p", "1");
    if (pull.signum() > 0) {
      String beta = rounded(pull.reciprocal(), RoundingMode.UP);
      BigFraction gamma = shift(beta, x);
      if (gamma.compareTo(MOST_SHIFT) <= 0) {
        long up = Math.max(0, (long) Math.ceil(gamma.doubleValue() + 1e-9));
        return power.with("beta", beta).with("gamma", Long.toString(up));
      }
    }
    return power.with("beta", longest(x)).with("gamma", "0");
  }

  /** The gamma at which beta/(gamma + 1) is as long as allowed. */
  private static BigFraction shift(String beta, Constants x) {
    return Rationals.parse(beta).divide(limit(x)).subtract(BigFraction.ONE);
  }

  private static BigFraction limit(Constants x) {
    Range slope = Assumptions.range(x, "L").times(Assumptions.range(x, "M_G"));
    return Assumptions.range(x, "mu").over(slope).low();
  }

  private static BigFraction pull(Constants x) {
    return x.has("c")
        ? Assumptions.range(x, "c").times(Assumptions.range(x, "mu")).low()
        : BigFraction.ZERO;
  }

  private static String rounded(BigFraction value, RoundingMode mode) {
    if (value.getNumerator().bitLength() + value.getDenominator().bitLength() <= SHORT_BITS) {
      return Rationals.show(value);
    }
    BigDecimal near =
        new BigDecimal(value.getNumerator())
            .divide(new BigDecimal(value.getDenominator()), new MathContext(DIGITS, mode));
    return near.scale() <= 0 && near.precision() - near.scale() <= 9
        ? near.toPlainString()
        : near.toString();
  }
}
