package plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.check.Layer;

/** What decided, for the two shapes that no built-in theorem uses. */
class DecidingTest {
  @Test
  void ofSignedMeansTheOneThatIsFarthestOffInItsOwnSpread() {
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
                new Layer.Centred("coordinate 2 at k = 2", 2, -1, -1.25, 1, 0.05)));
    assertEquals(
        "simulated on cpu, n = 2048; farthest off at coordinate 2 at k = 2: mean -1.25, claimed -1",
        Deciding.of(signed));
  }

  @Test
  void ofCoincidencesTheThreeNumbersThatAreCompared() {
    Layer coincided =
        new Layer.Coincided("cpu", 64, 1e-15, 2e-15, 0.5, Double.NaN, "replica 3 at k = 8");
    assertEquals(
        "compared on cpu, 64 replicas with the same draws: they differ by at most 1.000e-15 (replica 3"
            + " at k = 8); one ulp at the start makes 2.000e-15, the twin 0.5",
        Deciding.of(coincided));
  }
}
