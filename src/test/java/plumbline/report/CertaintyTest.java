package plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The arithmetic of false alarms. */
class CertaintyTest {
  @Test
  void everyDrawnClaimSpendsItsLevel() {
    assertEquals(5e-10, new Certainty(0, 1, 1, List.of()).alarm(), 1e-24);
    assertEquals(7e-9, new Certainty(3, 14, 1, List.of()).alarm(), 1e-24);
    assertTrue(
        new Certainty(3, 14, 1, List.of())
            .facts()
            .get("error probability")
            .endsWith("14 \u00d7 5e-10 = 7e-9"));
  }

  @Test
  void whatIsComputedSpendsNothing() {
    Certainty computed = new Certainty(8, 0, 0, List.of());
    assertEquals(0, computed.alarm());
    assertEquals("none: no chance is involved", computed.facts().get("error probability"));
  }
}
