package plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import plumbline.simulation.SignedSums;
import plumbline.theorem.Relation;

class SignedTest {
  private static final Signed.Coordinate FIRST =
      new Signed.Coordinate("coordinate 1", 0.5, 1, 0.05);
  private static final Signed.Coordinate SECOND = new Signed.Coordinate("coordinate 2", -1, 2, 0.1);
  private static final Signed CLAIM = new Signed(List.of(FIRST, SECOND));

  private static List<SignedSums> drawn(double first, double second) {
    SplittableRandom draws = new SplittableRandom(7);
    SignedSums one = SignedSums.EMPTY;
    SignedSums two = SignedSums.EMPTY;
    for (int block = 0; block < 32; block++) {
      double[] g = new double[1024];
      double[] h = new double[1024];
      for (int i = 0; i < g.length; i++) {
        g[i] = first + (draws.nextBoolean() ? 1 : -1);
        h[i] = second + 2 * Synthetic.normal(draws);
      }
      one = one.merge(FIRST.sums(g));
      two = two.merge(SECOND.sums(h));
    }
    return List.of(one, two);
  }

  @Test
  void a_true_mean_holds_within_delta_in_every_coordinate() {
    Look look = CLAIM.at(drawn(.5, -1));
    assertTrue(look.holds() && !look.refuted());
    Verdict verdict = CLAIM.conclude(drawn(.5, -1), Outcome.HOLDS);
    assertEquals("contract(Variance)", verdict.grade());
    assertTrue(Double.isNaN(verdict.ratioLower()));
    assertEquals(2, verdict.parts().size());
  }

  @Test
  void one_coordinate_that_is_off_refutes_on_either_side() {
    assertTrue(CLAIM.at(drawn(.56, -1)).refuted());
    assertTrue(CLAIM.at(drawn(.44, -1)).refuted());
    assertFalse(CLAIM.at(drawn(.56, -1)).holds());
    assertFalse(CLAIM.at(drawn(.5, -.93)).holds());
  }

  @Test
  void one_side_is_tried_by_its_own_twelve_sums() {
    List<SignedSums> inside = drawn(.5, -1);
    Signed most = new Signed(Relation.AT_MOST, List.of(FIRST, SECOND));
    Signed least = new Signed(Relation.AT_LEAST, List.of(FIRST, SECOND));
    assertTrue(most.at(inside).holds() && !most.at(inside).refuted());
    assertTrue(least.at(inside).holds() && !least.at(inside).refuted());
    List<SignedSums> above = drawn(.6, -1);
    assertTrue(most.at(above).refuted() && !most.at(above).holds());
    assertTrue(least.at(above).holds() && !least.at(above).refuted());
    List<SignedSums> below = drawn(.5, -1.2);
    assertTrue(least.at(below).refuted() && !least.at(below).holds());
    assertTrue(most.at(below).holds() && !most.at(below).refuted());
    // ln 12 in place of ln 24: the same data tell a smaller violation
    double oneSided = most.conclude(inside, Outcome.HOLDS).delta99();
    double twoSided = CLAIM.conclude(inside, Outcome.HOLDS).delta99();
    assertTrue(oneSided < twoSided && oneSided > 0.9 * twoSided, oneSided + " " + twoSided);
  }

  @Test
  void the_plan_is_that_of_a_mean_with_spread_sigma() {
    // section 4 with v (1 + Delta)^2 = 1 and w = 1/2: 4 (sqrt(2 (21.416413 + ln 2 + 2.5)) +
    // 2.33)^2 / 0.05^2, worked in Python
    assertEquals(139_745.39972408995, CLAIM.most(), 1e-6);
  }

  @Test
  void no_variance_is_a_matter_of_exactly() {
    assertThrows(IllegalArgumentException.class, () -> new Signed.Coordinate("c", 0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Signed(List.of()));
    assertThrows(IllegalArgumentException.class, () -> CLAIM.at(List.of(SignedSums.EMPTY)));
  }
}
