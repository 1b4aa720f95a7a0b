package plumbline.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** How numbers are spelled. */
class RationalsTest {
  private static String spell(String text) {
    return Rationals.spell(Rationals.parse(text));
  }

  @Test
  void oneNumberHasOneSpelling() {
    for (String tenth : new String[] {"0.1", "1/10", "2/20", "1e-1", "0.10"}) {
      assertEquals("1/10", spell(tenth));
    }
    assertEquals("-3", spell("-3.0"));
    assertEquals("1000", spell("1e3"));
    assertEquals("0", spell("0/7"));
  }

  @Test
  void aLongDenominatorIsADecimalWhereThatEndsAndExactAlways() {
    assertEquals("0.01234567891", spell("0.012345678910"));
    assertEquals("0.00000137", spell("137/100000000"));
    assertEquals("1049/1000", spell("1.049"));
    assertEquals("0.00006103515625", spell("1/16384"));
    assertEquals("1E-20", spell("0.1e-19"));
    assertEquals("1000000000001/3000000000000", spell("1000000000001/3000000000000"));
  }
}
