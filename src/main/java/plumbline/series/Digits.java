package plumbline.series;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers to so many significant digits: the same text on every Java version (Formatter and
 * Double.toString are not).
 *
 * @param rounding how many digits, and which way a tie goes
 * @param lowest numbers below 10^lowest are written with an exponent: 1.2e-7
 * @param highest numbers from 10^highest on are written with an exponent
 */
public record Digits(MathContext rounding, int lowest, int highest) {
  /** Four digits, ties to even. */
  public static Digits four(int lowest, int highest) {
    return new Digits(new MathContext(4, RoundingMode.HALF_EVEN), lowest, highest);
  }

  /** What is left of the number when zeros at its end are dropped; the number is finite. */
  public String of(double x) {
    BigDecimal rounded = new BigDecimal(x).round(rounding).stripTrailingZeros();
    if (rounded.signum() == 0) {
      return "0";
    }
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= lowest && exponent < highest) {
      return rounded.toPlainString();
    }
    return rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }

  /** The same, with words for what is not finite: none, infinity, -infinity. */
  public String orWord(double x) {
    if (Double.isNaN(x)) {
      return "none";
    }
    return Double.isInfinite(x) ? (x > 0 ? "infinity" : "-infinity") : of(x);
  }

  /**
   * Four digits in a column of a terminal or a cell: 0.05, 1.234, 1.200e-07, NaN. Zeros go only
   * where no exponent follows.
   */
  public static String column(double x) {
    String text = String.format(Locale.ROOT, "%.4g", x);
    return text.contains(".") && !text.contains("e") ? text.replaceAll("\\.?0+$", "") : text;
  }
}
