package plumbline.plot;

import java.math.MathContext;
import java.util.Locale;
import plumbline.series.Digits;

/** Numbers as people read them: at most four significant digits, no digits without meaning. */
public final class Numbers {
  private Numbers() {}

  /** Four significant digits: 0.3333, 12, 1.5e-9, 4 096, infinity, "not a number". */
  public static String four(double value) {
    return significant(value, 4);
  }

  /** Two significant digits, for levels and margins: 0.02, 1e-8. */
  public static String two(double value) {
    return significant(value, 2);
  }

  private static String significant(double value, int digits) {
    if (Double.isNaN(value)) {
      return "not a number";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "infinity" : "-infinity";
    }
    if (value == 0) {
      return "0";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e5) {
      return whole((long) value);
    }
    return new Digits(new MathContext(digits), -3, 5).of(value);
  }

  /** A count, thousands apart by a no-break space: 1 048 576. */
  public static String whole(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', '\u00a0');
  }

  /** A share as a percentage of two digits: 2 %, 0.13 %. */
  public static String percent(double share) {
    return Double.isFinite(share) ? two(100 * share) + "\u00a0%" : "no";
  }
}
