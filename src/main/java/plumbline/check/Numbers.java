package plumbline.check;

import java.math.BigDecimal;
import java.math.MathContext;
import plumbline.series.Digits;

/** Numbers as people and as digests read them; the same text on every Java. */
public final class Numbers {
  private static final Digits FOUR = Digits.four(-3, 6);

  private Numbers() {}

  /** At most four significant digits: 0.05, 1.234, 12340, 1.2e-7. */
  public static String show(double x) {
    return FOUR.orWord(x);
  }

  /** The fewest digits that give back the same double; independent of the version of Java. */
  static String shortest(double x) {
    if (x == Math.rint(x) && Math.abs(x) < 1e15) {
      return Long.toString((long) x);
    }
    int digits = 15;
    while (digits < 17 && new BigDecimal(x).round(new MathContext(digits)).doubleValue() != x) {
      digits++;
    }
    return new Digits(new MathContext(digits), -3, 15).of(x);
  }
}
