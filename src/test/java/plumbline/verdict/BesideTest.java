package plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.simulation.Moments;
import plumbline.theorem.Relation;
import plumbline.theorem.Tail;

/** What is known without chance enters the limits of a claim, each end on its own side. */
class BesideTest {
  private static final Beside ATTAINED =
      new Beside(List.of(new Beside.Limit(1 - 1e-9, 1 + 1e-9), new Beside.Limit(0.3, 0.3)));

  private static Verdict verdict(Relation relation, double mean, Beside beside) {
    double[] ratios = new double[4096];
    java.util.Arrays.fill(ratios, mean);
    Contract contract = Contract.of(new Tail.Max(k -> 3, "constant"), 1);
    Mean claim = Mean.of(relation, 0.05, List.of(new Mean.Point("k = 2", contract)), List.of());
    return claim.conclude(List.of(Moments.of(ratios)), Outcome.HOLDS, beside);
  }

  @Test
  void anUpperBoundThatIsAttainedSomewhereHoldsNotStrictly() {
    Verdict alone = verdict(Relation.AT_MOST, 0.5, Beside.NOTHING);
    assertTrue(alone.sentence().startsWith("HOLDS strictly"), alone.sentence());
    Verdict both = verdict(Relation.AT_MOST, 0.5, ATTAINED);
    assertTrue(both.sentence().startsWith("HOLDS within 5 % (tight)"), both.sentence());
    assertEquals(1 - 1e-9, both.ratioLower());
    assertEquals(1 + 1e-9, both.ratioUpper());
  }

  @Test
  void aLowerBoundTakesTheSmallestOfEachEnd() {
    Verdict both = verdict(Relation.AT_LEAST, 2, ATTAINED);
    assertEquals(0.3, both.ratioLower());
    assertEquals(0.3, both.ratioUpper());
  }

  @Test
  void anEqualityTakesTheOuterEnds() {
    Verdict both = verdict(Relation.EQUAL, 1, ATTAINED);
    assertEquals(0.3, both.ratioLower());
    assertTrue(both.ratioUpper() > 1 + 1e-9);
  }
}
