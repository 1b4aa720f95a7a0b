package plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import plumbline.simulation.Counts;
import plumbline.theorem.Relation;

class ChanceTest {
  private static Look at(Relation relation, double p, long n, long s) {
    return new Chance(relation, p, 1 - p, .1).at(Counts.sharp(n, s));
  }

  @Test
  void an_upper_claim_is_decided_both_ways_exactly() {
    // section 11: P(fail) <= .05, truth .05 HOLDS at 66k; <= .04 is refuted at 23k
    assertTrue(at(Relation.AT_MOST, .05, 66_000, 3_300).holds());
    assertFalse(at(Relation.AT_MOST, .05, 66_000, 3_300).refuted());
    assertTrue(at(Relation.AT_MOST, .04, 23_000, 1_150).refuted());
    Verdict verdict =
        new Chance(Relation.AT_MOST, .04, .96, .1)
            .conclude(Counts.sharp(23_000, 1_150), Outcome.REFUTED);
    assertEquals("exact", verdict.grade());
    assertTrue(verdict.ratioLower() > 1, verdict.sentence());
    GoldenValuesTest.golden(
        20.9031612699,
        new Chance(Relation.AT_MOST, .04, .96, .1).at(Counts.sharp(20_000, 1_000)).logE());
  }

  @Test
  void a_lower_claim_mirrors_it() {
    assertTrue(at(Relation.AT_LEAST, .05, 66_000, 3_300).holds());
    assertTrue(at(Relation.AT_LEAST, .06, 30_000, 1_500).refuted());
    assertFalse(at(Relation.AT_LEAST, .04, 23_000, 1_150).refuted());
    GoldenValuesTest.golden(18.9892980941, at(Relation.AT_MOST, .95, 20_000, 19_200).logE());
  }

  @Test
  void an_equality_needs_both() {
    assertTrue(at(Relation.EQUAL, .05, 132_000, 6_600).holds());
    assertTrue(at(Relation.EQUAL, .04, 30_000, 1_500).refuted());
    assertTrue(at(Relation.EQUAL, .06, 30_000, 1_500).refuted());
  }

  @Test
  void only_certain_events_speak_against_an_upper_claim_and_all_possible_ones_against_holding_it() {
    Chance claim = new Chance(Relation.AT_MOST, .04, .96, .1);
    assertFalse(claim.at(new Counts(23_000, 920, 1_150)).refuted());
    assertTrue(claim.at(new Counts(100_000, 3_900, 3_900)).holds());
    assertFalse(claim.at(new Counts(100_000, 3_900, 4_400)).holds());
  }

  @Test
  void impossible_and_certain_events() {
    assertTrue(at(Relation.AT_MOST, 0, 10, 1).refuted());
    assertFalse(at(Relation.AT_MOST, 0, 1_000_000, 0).holds());
    assertFalse(at(Relation.AT_MOST, 1, 10, 10).refuted());
    assertTrue(at(Relation.AT_MOST, .95, 10, 10).holds(), "p(1 + delta) is above 1");
    assertTrue(at(Relation.AT_LEAST, 1, 10, 9).refuted());
    // p1 = 1 exactly: one miss decides
    Chance edge = new Chance(Relation.AT_MOST, 2.0 / 3, 1.0 / 3, .5);
    assertEquals(0, edge.complement() - edge.p() * edge.delta());
    assertFalse(edge.at(Counts.sharp(100, 100)).holds());
    assertTrue(edge.at(Counts.sharp(100, 99)).holds());
  }

  @Test
  void a_complement_that_doubles_lose_is_kept() {
    Chance claim = new Chance(Relation.AT_LEAST, 1 - 1e-17, 1e-17, .1);
    double logE = claim.at(Counts.sharp(100_000, 99_999)).logE();
    // the term of lambda_32 alone: log1p(lambda_32 1e17) - 1e5 lambda_32 - ln 32 = 28.054 - 1.526 -
    // 3.466 = 23.062
    assertTrue(logE >= 23.06 && logE <= 23.07 + Math.log(32), "logE = " + logE);
    // the control: 1 - p is 0 in doubles, and one miss would be an impossibility
    assertEquals(Double.POSITIVE_INFINITY, LogBern.of(100_000, 1, 1 - claim.p(), claim.p(), 32));
  }

  @Test
  void the_numbers_are_reported() {
    Verdict verdict =
        new Chance(Relation.AT_MOST, .05, .95, .1)
            .conclude(Counts.sharp(20_000, 1_000), Outcome.INCONCLUSIVE);
    assertEquals(0.0399011596 / .05 - 1e-6, verdict.ratioLower(), 1e-8);
    assertEquals(0.0580206679 / .05 + 1e-6, verdict.ratioUpper(), 1e-8);
    assertEquals(0.3055470453, verdict.delta99(), 1e-9);
  }

  @Test
  void what_is_no_probability_is_rejected() {
    assertThrows(IllegalArgumentException.class, () -> new Chance(Relation.AT_MOST, 1.1, -.1, .1));
    assertThrows(IllegalArgumentException.class, () -> new Chance(Relation.AT_MOST, .1, .8, .1));
    assertThrows(IllegalArgumentException.class, () -> new Chance(Relation.AT_MOST, .1, .9, 0));
  }
}
