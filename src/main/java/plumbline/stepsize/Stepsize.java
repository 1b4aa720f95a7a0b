package plumbline.stepsize;

import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;

/**
 * A sequence alpha_1, alpha_2, ... given by a formula of k without names.
 *
 * @param formula alpha_k
 */
public record Stepsize(Formula formula) {
  public Stepsize {
    if (!formula.names().isEmpty()) {
      throw new IllegalArgumentException(
          "a stepsize is a formula of k alone, got the names " + formula.names());
    }
  }

  /** alpha_k = alpha. */
  public static Stepsize fixed(BigFraction alpha) {
    return new Stepsize(Formula.number(alpha));
  }

  /** alpha_k = beta / (gamma + k). */
  public static Stepsize harmonic(BigFraction beta, BigFraction gamma) {
    return new Stepsize(Formula.number(beta).over(Formula.number(gamma).plus(Formula.k())));
  }

  /** alpha_k as a double, k &gt;= 1. */
  public double at(long k) {
    return formula.at(Constants.none(), k);
  }

  /** alpha_k in this arithmetic. */
  public <T extends FieldElement<T>> T at(Arithmetic<T> in, long k) {
    return formula.at(in, Constants.none(), k);
  }

  /** Whether the numbers of the formula, and its first values, are rationals of few bits. */
  public boolean isShort(int bits) {
    try {
      for (long k = 1; k <= 3; k++) {
        BigFraction value = formula.at(Arithmetic.rationals(), Constants.none(), k);
        if (value.getNumerator().bitLength() + value.getDenominator().bitLength() > bits) {
          return false;
        }
      }
      return true;
    } catch (UnsupportedOperationException irrational) {
      return false;
    }
  }
}
