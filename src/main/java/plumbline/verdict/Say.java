package plumbline.verdict;

import plumbline.series.Digits;

/** Numbers in sentences. */
final class Say {
  private static final Digits FOUR = Digits.four(-4, 7);

  private Say() {}

  static String number(double x) {
    return FOUR.orWord(x);
  }

  static String percent(double x) {
    return number(100 * x) + " %";
  }

  static String grade(String contract) {
    return "contract(" + contract + ")";
  }
}
