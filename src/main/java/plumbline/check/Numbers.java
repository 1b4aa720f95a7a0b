package plumbline.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people and as digests read them; the same text on every Java. */
public final class Numbers {
  private static final MathContext FOUR = new MathContext(4, RoundingMode.HALF_EVEN);

  private Numbers() {}

  /** At most four significant digits: 0.05, 1.234, 12340, 1.2e-7. */
  public static String show(double x) {
    if (Double.isNaN(x) || Double.isInfinite(x)) {
      return Double.isNaN(x) ? "none" : x > 0 ? "infinity" : "-infinity";
    }
    return plain(new BigDecimal(x).round(FOUR), 1e6);
  }

  /** The fewest digits that give back the same double; independent of the version of Java. */
  static String shortest(double x) {
    if (x == Math.rint(x) && Math.abs(x) < 1e15) {
      return Long.toString((long) x);
    }
    for (int digits = 15; digits < 17; digits++) {
      BigDecimal rounded = new BigDecimal(x).round(new MathContext(digits));
      if (rounded.doubleValue() == x) {
        return plain(rounded, 1e15);
      }
    }
    return plain(new BigDecimal(x).round(new MathContext(17)), 1e15);
  }

  private static String plain(BigDecimal value, double largest) {
    BigDecimal v = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    double size = Math.abs(v.doubleValue());
    if (size == 0 || (size >= 1e-3 && size < largest)) {
      return v.toPlainString();
    }
    String digits = v.unscaledValue().abs().toString();
    int exponent = v.precision() - v.scale() - 1;
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return (v.signum() < 0 ? "-" : "") + mantissa + "e" + exponent;
  }
}
