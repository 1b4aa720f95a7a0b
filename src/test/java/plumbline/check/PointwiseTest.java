package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import plumbline.theorem.Relation;
import plumbline.verdict.Outcome;

/** Readings without chance, by the table of section 6 of the statistics. */
class PointwiseTest {
  private static Outcome judge(Relation relation, double error, double right, double... ratios) {
    return new Pointwise(null, 1, 1, error, right, true).judge(relation, ratios);
  }

  @Test
  void withinTheErrorItHoldsAndBeyondOnePercentItIsRefutedOnTheSideOfTheRelation() {
    double[] ratios = {0.97, 0.99, 1 - 2e-9, 1 - 5e-10, 1, 1 + 5e-10, 1 + 2e-9, 1.01, 1.03};
    String[] atMost = {"HOLDS", "HOLDS", "HOLDS", "HOLDS", "HOLDS", "HOLDS", "?", "?", "REFUTED"};
    String[] atLeast = {"REFUTED", "?", "?", "HOLDS", "HOLDS", "HOLDS", "HOLDS", "HOLDS", "HOLDS"};
    String[] equal = {"REFUTED", "?", "?", "HOLDS", "HOLDS", "HOLDS", "?", "?", "REFUTED"};
    for (int i = 0; i < ratios.length; i++) {
      assertEquals(outcome(atMost[i]), judge(Relation.AT_MOST, 1e-9, 1, ratios[i]));
      assertEquals(outcome(atLeast[i]), judge(Relation.AT_LEAST, 1e-9, 1, ratios[i]));
      assertEquals(outcome(equal[i]), judge(Relation.EQUAL, 1e-9, 1, ratios[i]));
    }
  }

  private static Outcome outcome(String word) {
    return word.equals("?") ? Outcome.INCONCLUSIVE : Outcome.valueOf(word);
  }

  /** Else an error of 1e5, as in a run that expands, would make any claim hold. */
  @Test
  void whereTheErrorIsNoSmallPartOfTheBoundNothingHolds() {
    for (Relation relation : Relation.values()) {
      assertEquals(Outcome.HOLDS, judge(relation, 1e-6, 1, 1));
      assertEquals(Outcome.INCONCLUSIVE, judge(relation, 1.1e-6, 1, 1));
      assertEquals(Outcome.INCONCLUSIVE, judge(relation, Double.POSITIVE_INFINITY, 1, 1e9));
    }
    assertEquals(Outcome.INCONCLUSIVE, judge(Relation.AT_MOST, 0.5, 1, 1.4));
  }

  @Test
  void readingsThatAreNoDataAreErrorsWhereverTheyStand() {
    for (double right : new double[] {0, 1}) {
      assertEquals(Outcome.ERROR, judge(Relation.AT_MOST, 1e-9, right, 1, Double.NaN));
      assertEquals(Outcome.ERROR, judge(Relation.AT_MOST, 1e-9, right, -2e-9));
    }
    assertEquals(Outcome.HOLDS, judge(Relation.AT_MOST, 1e-9, 1, -5e-10));
  }

  @Test
  void anOverflowIsALargeValue() {
    assertEquals(Outcome.REFUTED, judge(Relation.AT_MOST, 1e-9, 1, Double.POSITIVE_INFINITY));
    assertEquals(Outcome.HOLDS, judge(Relation.AT_LEAST, 1e-9, 1, Double.POSITIVE_INFINITY));
  }

  @Test
  void aBoundOfZeroIsRefutedBeyondTheErrorAndHoldsAtZeroAlone() {
    assertEquals(Outcome.HOLDS, judge(Relation.EQUAL, 1e-9, 0, 0));
    assertEquals(Outcome.INCONCLUSIVE, judge(Relation.AT_MOST, 1e-9, 0, 5e-10));
    assertEquals(Outcome.REFUTED, judge(Relation.AT_MOST, 1e-9, 0, 2e-9));
  }

  /** The error of random readings is a mean over them: some replica may well exceed it. */
  @Test
  void randomReadingsAreAllowedWhatSomeOfMillionsMayBeOff() {
    Pointwise random = new Pointwise(null, 4, 1, 1e-30, 0, false);
    assertEquals(Outcome.INCONCLUSIVE, random.judge(Relation.AT_MOST, new double[] {0, 9e-11}));
    assertEquals(Outcome.REFUTED, random.judge(Relation.AT_MOST, new double[] {0, 2e-10}));
  }

  /** 0.0202/2.0202 = 1 %. */
  @Test
  void whatItSaysItResolvesIsRefuted() {
    double resolved = Pointwise.RESOLVED;
    assertEquals(0.0202, resolved, 1e-5);
    assertEquals(Outcome.REFUTED, judge(Relation.AT_MOST, 1e-9, 1, 1 + 1.0001 * resolved));
    assertEquals(Outcome.INCONCLUSIVE, judge(Relation.AT_MOST, 1e-9, 1, 1 + 0.999 * resolved));
    Pointwise point = new Pointwise(null, 1, 1, 9e-7, 1, true);
    assertTrue(point.resolves());
    assertFalse(point.against(0.5).resolves());
    assertFalse(new Pointwise(null, 1, 1, 9e-7, 1, false).resolves());
  }
}
