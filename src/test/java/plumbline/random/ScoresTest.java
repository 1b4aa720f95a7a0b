package plumbline.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

/** The scores against probabilities that are known by hand. */
class ScoresTest {
  private final Scores scores = new Scores();

  @Test
  void sevenStandardErrorsAreAsRareAsScoresSays() {
    assertEquals(2.6e-12, Erf.erfc(7 / Math.sqrt(2)), 0.05e-12);
    scores.z("below", 6.99);
    assertEquals("", scores.alarms());
    scores.z("beyond", -7.01);
    assertEquals("beyond", scores.alarms());
    scores.z("no number", Double.NaN);
    assertEquals("beyond, no number", scores.alarms());
  }

  @Test
  void countsAreTwoSidedBinomial() {
    scores.count("none of 34 tosses: 2^-33 = 1.16e-10", 34, 0.5, 0);
    assertEquals("", scores.alarms());
    assertEquals(Math.log(0x1p-33) / Math.log(1e-10), scores.worst(), 1e-9);
    scores.count("all of 35 tosses", 35, 0.5, 35);
    assertEquals("all of 35 tosses", scores.alarms());
  }

  @Test
  void distancesAreThoseOfTheLargestStep() {
    // the empirical law is 0 just below 0.3
    scores.distribution("distance", new double[] {0.5, 0.95, 0.3, 0.6}, u -> u);
    assertEquals((Math.log(2) - 2 * 4 * 0.3 * 0.3) / Math.log(1e-10), scores.worst(), 1e-12);
  }

  @Test
  void aNameIsScoredOnce() {
    scores.z("twice", 1);
    assertThrows(IllegalArgumentException.class, () -> scores.z("twice", 2));
  }
}
