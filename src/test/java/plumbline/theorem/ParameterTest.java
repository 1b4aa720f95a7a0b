package plumbline.theorem;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ParameterTest {
  @Test
  void anIntegerIsOneWhateverItsDenominator() {
    Parameter rows = Parameter.integer("n", "n", "rows", "1", "100", "2");
    rows.check("2");
    rows.check("6/3");
    // the denominator 2^32 + 1 is 1 in 32 bits
    for (String fraction : new String[] {"5/2", "4294967298/4294967297"}) {
      String said =
          assertThrows(IllegalArgumentException.class, () -> rows.check(fraction)).getMessage();
      assertTrue(said.contains("is not an integer"), said);
    }
  }
}
