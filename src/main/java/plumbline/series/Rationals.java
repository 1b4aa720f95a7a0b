package plumbline.series;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/** Exact rationals from text and from doubles. */
public final class Rationals {
  private Rationals() {}

  /**
   * Reads an integer, a fraction "5/17" or a decimal "-1.5e-3", exactly.
   *
   * @throws IllegalArgumentException if the text is none of these, or is not finite
   */
  public static BigFraction parse(String text) {
    String number = text.trim();
    try {
      int slash = number.indexOf('/');
      if (slash < 0) {
        return of(new BigDecimal(number));
      }
      BigFraction over = of(new BigDecimal(number.substring(slash + 1).trim()));
      if (over.isZero()) {
        throw new IllegalArgumentException("the fraction " + number + " divides by zero");
      }
      return of(new BigDecimal(number.substring(0, slash).trim())).divide(over);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not a finite number: write an integer, a fraction like 5/17, or a decimal"
              + " like 0.25 or 1e-3",
          e);
    }
  }

  /**
   * The double as it is, an exact dyadic rational.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  public static BigFraction of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("got " + value + ", need a finite number");
    }
    return of(new BigDecimal(value));
  }

  public static BigFraction of(long numerator, long denominator) {
    return new BigFraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  private static BigFraction of(BigDecimal value) {
    // exponents beyond this are typing errors, and would allocate without limit
    if (Math.abs((long) value.scale()) > 2000) {
      throw new IllegalArgumentException("the exponent of " + value + " is out of range");
    }
    return value.scale() >= 0
        ? new BigFraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
        : new BigFraction(value.unscaledValue().multiply(BigInteger.TEN.pow(-value.scale())));
  }

  /**
   * The number's one exact spelling: "3", "5/17", or the decimal where that ends and the fraction
   * is long.
   */
  public static String spell(BigFraction value) {
    if (value.getDenominator().equals(BigInteger.ONE)) {
      return value.getNumerator().toString();
    }
    String fraction = value.getNumerator() + "/" + value.getDenominator();
    if (value.getDenominator().bitLength() <= 10) {
      return fraction;
    }
    try {
      return new BigDecimal(value.getNumerator())
          .divide(new BigDecimal(value.getDenominator()))
          .stripTrailingZeros()
          .toString();
    } catch (ArithmeticException endless) {
      return fraction;
    }
  }

  /** "5/17", "3" or, where the fraction is long, its decimal value to 10 digits. */
  public static String show(BigFraction value) {
    if (value.getDenominator().equals(BigInteger.ONE)) {
      return value.getNumerator().toString();
    }
    if (value.getNumerator().bitLength() + value.getDenominator().bitLength() <= 40) {
      return value.getNumerator() + "/" + value.getDenominator();
    }
    return new BigDecimal(value.doubleValue(), new java.math.MathContext(10))
        .stripTrailingZeros()
        .toString();
  }
}
