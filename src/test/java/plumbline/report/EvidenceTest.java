package plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.check.Layer;

/** Evidence in words, for the two shapes that no built-in theorem uses. */
class EvidenceTest {
  @Test
  void signedMeansNameTheirResolutionAndShowEveryCoordinate() {
    Layer signed =
        new Layer.Signed(
            "cpu",
            2048,
            9000,
            0.05,
            5e-10,
            1e-4,
            "contract(Variance)",
            -1,
            21.4,
            0.1,
            List.of(
                new Layer.Centred("coordinate 1 at k = 2", 2, 1, 1.5, 10, 0.5),
                new Layer.Centred("coordinate 2 at k = 2", 2, -1, -1.25, 10, 0.5)));
    String sentence = Evidence.sentence(signed, "equal");
    assertTrue(sentence.contains("which they may miss by 0.5."), sentence);
    assertTrue(sentence.contains("A violation of 0.1 standard deviations"), sentence);
    String table = Evidence.table(signed);
    String at = "at <span class=\"m\"><var>k</var> = 2</span>";
    assertTrue(table.contains("coordinate 1 " + at), table);
    assertTrue(table.contains("coordinate 2 " + at), table);
  }

  @Test
  void coincidencesSayWhatRoundingAndTheTwinDo() {
    Layer coincided =
        new Layer.Coincided("cpu", 64, 0.25, 0.125, 0.5, Double.NaN, "replica 3 at k = 8");
    assertEquals(
        "Simulated: with the same draws the two differ by at most 0.25 over 64 replicas. One unit"
            + " in the last place of the start makes a difference of 0.125, the twin one of 0.5.",
        Evidence.sentence(coincided, "equal"));
    assertEquals("", Evidence.table(coincided));
  }
}
