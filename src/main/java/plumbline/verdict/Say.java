package plumbline.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers in sentences: four significant digits, the same text on every Java version (Formatter and
 * Double.toString are not).
 */
final class Say {
  private static final MathContext FOUR = new MathContext(4, RoundingMode.HALF_EVEN);

  private Say() {}

  static String number(double x) {
    if (!Double.isFinite(x)) {
      return Double.isNaN(x) ? "none" : x > 0 ? "infinity" : "-infinity";
    }
    BigDecimal rounded = new BigDecimal(x).round(FOUR).stripTrailingZeros();
    int magnitude = rounded.precision() - rounded.scale() - 1;
    if (rounded.signum() == 0) {
      return "0";
    }
    if (magnitude >= -4 && magnitude < 7) {
      return rounded.toPlainString();
    }
    return rounded.scaleByPowerOfTen(-magnitude).stripTrailingZeros().toPlainString()
        + "e"
        + magnitude;
  }

  static String percent(double x) {
    return number(100 * x) + " %";
  }

  static String grade(String contract) {
    return "contract(" + contract + ")";
  }
}
