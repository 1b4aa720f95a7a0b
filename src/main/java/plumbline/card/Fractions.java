package plumbline.card;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hipparchus.fraction.BigFraction;

/** Reads an exact number: an integer, a decimal, or a fraction of two integers. */
final class Fractions {
  private static final Pattern RATIO = Pattern.compile("([+-]?[0-9]+)\\s*/\\s*([0-9]+)");
  // exponents are bounded, so that a slip in a card cannot ask for a number with a million digits
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

  private Fractions() {}

  static BigFraction parse(String key, String text) {
    Matcher ratio = RATIO.matcher(text.strip());
    if (ratio.matches() && new BigInteger(ratio.group(2)).signum() > 0) {
      return new BigFraction(new BigInteger(ratio.group(1)), new BigInteger(ratio.group(2)));
    }
    if (DECIMAL.matcher(text.strip()).matches()) {
      BigDecimal decimal = new BigDecimal(text.strip());
      return decimal.scale() <= 0
          ? new BigFraction(decimal.toBigIntegerExact())
          : new BigFraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }
    throw new IllegalArgumentException(
        "'%s' is '%s': allowed is an exact number such as 3, 9/2 or 0.05".formatted(key, text));
  }
}
