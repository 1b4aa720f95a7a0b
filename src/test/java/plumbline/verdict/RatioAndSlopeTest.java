package plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plumbline.verdict.Synthetic.gaussian;
import static plumbline.verdict.Synthetic.ideal;
import static plumbline.verdict.Synthetic.points;

import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.simulation.Moments;
import plumbline.theorem.Relation;

class RatioAndSlopeTest {
  private static final long N = 1_000_000;

  private static Pairs pairs(Contract contract, Pairs.Pair... pairs) {
    return new Pairs(points(3, contract), List.of(pairs));
  }

  private static Pairs.Pair pair(int x, int y, double run) {
    return new Pairs.Pair("pair " + x + " " + y, x, y, run);
  }

  private static List<Moments> means(double a, double b, double c) {
    return List.of(ideal(N, a, 2), ideal(N, b, 2), ideal(N, c, 2));
  }

  private static Ratio ratio(Relation relation, double r, double tau) {
    return new Ratio(relation, pairs(gaussian(), pair(0, 1, 1)), r, tau, .05);
  }

  @Test
  void ratios_are_decided_on_both_sides() {
    List<Moments> half = means(.5, 1, 1);
    assertTrue(ratio(Relation.EQUAL, .5, .02).at(half).holds());
    assertTrue(ratio(Relation.EQUAL, .45, .02).at(half).refuted());
    assertTrue(ratio(Relation.EQUAL, .56, .02).at(half).refuted());
    assertTrue(ratio(Relation.AT_MOST, .45, 0).at(half).refuted());
    assertFalse(ratio(Relation.AT_MOST, .56, 0).at(half).refuted());
    assertTrue(ratio(Relation.AT_MOST, .56, 0).at(half).holds());
    assertTrue(ratio(Relation.AT_LEAST, .56, 0).at(half).refuted());
    assertTrue(ratio(Relation.AT_LEAST, .45, 0).at(half).holds());
    Verdict verdict = ratio(Relation.EQUAL, .5, .02).conclude(half, Outcome.HOLDS);
    assertEquals("contract(GaussianQuadratic)", verdict.grade());
    assertTrue(
        verdict.ratioLower() < .5 && verdict.ratioUpper() > .5 && verdict.ratioUpper() < .52);
  }

  @Test
  void a_denominator_of_which_nothing_is_known_gives_no_verdict() {
    List<Moments> none = List.of(ideal(N, .5, 2), Moments.of(new double[8]), ideal(N, 1, 2));
    Look look = ratio(Relation.AT_MOST, .1, 0).at(none);
    assertFalse(look.refuted() || look.holds());
    Ratio bare =
        new Ratio(Relation.EQUAL, pairs(new Contract.Missing(), pair(0, 1, 1)), .1, 0, .05);
    assertFalse(bare.at(means(.5, 1, 1)).refuted());
  }

  @Test
  void levels_are_shared_among_pairs_and_distinct_limits() {
    Pairs two = pairs(gaussian(), pair(0, 1, 1), pair(1, 2, 1));
    assertEquals(Levels.ALPHA_CLAIM / 8, new Ratio(Relation.EQUAL, two, 1, 0, .05).level());
    assertEquals(Levels.ALPHA_CLAIM / 4, new Ratio(Relation.AT_MOST, two, 1, 0, .05).level());
    assertEquals(Levels.ALPHA_CLAIM / 6, new Slope(Relation.EQUAL, two, -1, .1).level());
    assertEquals(Levels.ALPHA_CLAIM / 4, new Slope(Relation.AT_MOST, two, -1, .1).level());
    Pairs one = pairs(gaussian(), pair(0, 2, 1));
    assertEquals(Levels.ALPHA_CLAIM / 4, new Slope(Relation.EQUAL, one, -1, .1).level());
    assertEquals(Levels.ALPHA_CLAIM / 2, new Slope(Relation.AT_LEAST, one, -1, .1).level());
  }

  @Test
  void slopes_are_decided_on_both_sides() {
    double run = Math.log(100);
    List<Moments> decay = means(1, .1, .01); // slope -1 over ln 100
    Pairs one = pairs(gaussian(), pair(0, 2, run));
    assertTrue(new Slope(Relation.EQUAL, one, -1, .05).at(decay).holds());
    assertTrue(new Slope(Relation.EQUAL, one, -1.1, .05).at(decay).refuted());
    assertTrue(new Slope(Relation.EQUAL, one, -.9, .05).at(decay).refuted());
    assertTrue(new Slope(Relation.AT_MOST, one, -1.1, .05).at(decay).refuted());
    assertTrue(new Slope(Relation.AT_MOST, one, -.9, 0).at(decay).holds());
    assertTrue(new Slope(Relation.AT_LEAST, one, -.9, .05).at(decay).refuted());
    assertTrue(new Slope(Relation.AT_LEAST, one, -1.1, 0).at(decay).holds());
    Verdict verdict = new Slope(Relation.EQUAL, one, -1, .05).conclude(decay, Outcome.HOLDS);
    assertEquals(1, verdict.intervals().size());
    assertTrue(verdict.ratioLower() < -1 && verdict.ratioUpper() > -1, verdict.sentence());
  }

  @Test
  void a_reading_without_contract_leaves_the_end_open() {
    Slope slope = new Slope(Relation.EQUAL, pairs(new Contract.Missing(), pair(0, 2, 1)), -1, .1);
    Verdict.Interval interval = slope.intervals(means(1, .1, .01), 1e-4).get(0);
    assertEquals(Double.NEGATIVE_INFINITY, interval.lower());
    assertEquals(Double.POSITIVE_INFINITY, interval.upper());
    assertFalse(slope.at(means(1, .1, .01)).holds());
  }

  @Test
  void every_pair_must_hold_and_one_that_does_not_refutes() {
    Pairs two = pairs(gaussian(), pair(0, 1, Math.log(10)), pair(1, 2, Math.log(10)));
    Slope slope = new Slope(Relation.EQUAL, two, -1, .1);
    assertTrue(slope.at(means(1, .1, .01)).holds());
    assertTrue(slope.at(means(1, .1, .02)).refuted());
    assertFalse(slope.at(means(1, .1, .0125)).holds());
  }

  @Test
  void what_cannot_be_a_claim_is_rejected() {
    assertThrows(IllegalArgumentException.class, () -> pair(0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> pairs(gaussian(), pair(0, 3, 1)));
    assertThrows(IllegalArgumentException.class, () -> ratio(Relation.EQUAL, .5, .96));
    assertThrows(IllegalArgumentException.class, () -> ratio(Relation.EQUAL, 0, .1));
  }

  /**
   * Means 1/2 and 1 in units of 1 and of 2: the ratio is 1/4, the slope ln 4 over a run of ln 2.
   */
  @Test
  void readings_in_units_of_their_own_give_the_ratio_of_what_is_meant() {
    List<Moments> half = means(.5, 1, 1);
    Pairs scaled = pairs(gaussian(), new Pairs.Pair("scaled", 0, 1, Math.log(2), 2));
    assertTrue(new Ratio(Relation.EQUAL, scaled, .25, .02, .05).at(half).holds());
    assertTrue(new Ratio(Relation.EQUAL, scaled, .5, .02, .05).at(half).refuted());
    Ratio ratio = new Ratio(Relation.EQUAL, scaled, .25, .02, .05);
    Verdict verdict = ratio.conclude(half, Outcome.HOLDS);
    assertTrue(verdict.ratioLower() < .25 && verdict.ratioUpper() > .25, verdict.sentence());
    assertTrue(verdict.ratioUpper() < .27, verdict.sentence());
    assertTrue(new Slope(Relation.EQUAL, scaled, 2, .05).at(half).holds());
    assertTrue(new Slope(Relation.EQUAL, scaled, 1, .05).at(half).refuted());
    assertThrows(IllegalArgumentException.class, () -> new Pairs.Pair("none", 0, 1, 1, 0));
  }
}
