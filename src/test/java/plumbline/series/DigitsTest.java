package plumbline.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.MathContext;
import org.junit.jupiter.api.Test;

/** Expected texts are rounded by hand. */
class DigitsTest {
  @Test
  void anExponentIsWrittenOutsideTheRangeAlone() {
    Digits digits = Digits.four(-3, 6);
    assertEquals("0.001", digits.of(0.001));
    assertEquals("9.99e-4", digits.of(0.000999));
    assertEquals("999900", digits.of(999_900));
    assertEquals("1e6", digits.of(999_990));
    assertEquals("-1.235e-7", digits.of(-1.2346e-7));
    assertEquals("0", digits.of(-0.0));
  }

  @Test
  void aTieGoesWhereTheRoundingSays() {
    // 2.0625 is 33/16, an exact double
    assertEquals("2.062", Digits.four(-3, 6).of(2.0625));
    assertEquals("2.063", new Digits(new MathContext(4), -3, 6).of(2.0625));
  }

  @Test
  void whatIsNotFiniteHasAWord() {
    Digits digits = Digits.four(-3, 6);
    assertEquals("none", digits.orWord(Double.NaN));
    assertEquals("infinity", digits.orWord(Double.POSITIVE_INFINITY));
    assertEquals("-infinity", digits.orWord(Double.NEGATIVE_INFINITY));
  }

  @Test
  void aColumnKeepsItsZerosBeforeAnExponentAlone() {
    assertEquals("0.05", Digits.column(0.05));
    assertEquals("0", Digits.column(0));
    assertEquals("1234", Digits.column(1234));
    assertEquals("0.3333", Digits.column(1 / 3.0));
    assertEquals("1200", Digits.column(1200));
    assertEquals("1.235e+06", Digits.column(1234567));
    assertEquals("1.200e-07", Digits.column(1.2e-7));
    assertEquals("NaN", Digits.column(Double.NaN));
    assertEquals("-Infinity", Digits.column(Double.NEGATIVE_INFINITY));
  }
}
