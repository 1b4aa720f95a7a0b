package plumbline.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void fourDigitsAndNoMore() {
    assertEquals("0.3333", Numbers.four(1 / 3.0));
    assertEquals("0.02", Numbers.four(0.02));
    assertEquals("12", Numbers.four(12));
    assertEquals("1\u00a0024", Numbers.four(1024));
    assertEquals("1.235e-7", Numbers.four(1.2345678e-7));
    assertEquals("-1.235e9", Numbers.four(-1.2345678e9));
    assertEquals("1e5", Numbers.four(100_000));
    assertEquals("1", Numbers.four(0.99999));
    assertEquals("0", Numbers.four(-0.0));
  }

  @Test
  void whatIsNotANumberIsSaidInWords() {
    assertEquals("infinity", Numbers.four(Double.POSITIVE_INFINITY));
    assertEquals("-infinity", Numbers.four(Double.NEGATIVE_INFINITY));
    assertEquals("not a number", Numbers.four(Double.NaN));
    assertEquals("no", Numbers.percent(Double.NaN));
  }

  @Test
  void levelsHaveTwoDigits() {
    assertEquals("5e-10", Numbers.two(5e-10));
    assertEquals("0.99", Numbers.two(0.987654));
    assertEquals("3.1\u00a0%", Numbers.percent(0.0312345));
  }
}
