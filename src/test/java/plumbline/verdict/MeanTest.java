package plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plumbline.verdict.Synthetic.gaussian;
import static plumbline.verdict.Synthetic.ideal;
import static plumbline.verdict.Synthetic.points;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import plumbline.simulation.Moments;
import plumbline.theorem.Relation;

class MeanTest {
  private static final List<Long> LOOKS = Levels.looks(256);

  private static Mean claim(Relation relation, double delta, int checkpoints, Contract contract) {
    return Mean.of(relation, delta, points(checkpoints, contract), List.of());
  }

  private static Verdict run(Mean claim, double... means) {
    return Course.run(claim, LOOKS, ideal(2, means), Course.Aim.EITHER, Outcome.HOLDS);
  }

  @Test
  void a_tight_upper_bound_holds_under_its_contract_and_is_open_without() {
    Verdict tight = run(claim(Relation.AT_MOST, .05, 2, gaussian()), 1, .7);
    assertEquals(Outcome.HOLDS, tight.outcome());
    assertEquals("contract(GaussianQuadratic)", tight.grade());
    assertTrue(
        tight.ratioLower() < 1 && tight.ratioUpper() > 1 && tight.ratioUpper() < 1.05,
        tight.sentence());
    assertTrue(
        tight
            .sentence()
            .startsWith("HOLDS within 5 % (tight) grade=contract(GaussianQuadratic) n="),
        tight.sentence());
    Verdict open = run(claim(Relation.AT_MOST, .05, 2, new Contract.Missing()), 1, .7);
    assertEquals(Outcome.INCONCLUSIVE, open.outcome());
    assertEquals("asymptotic: leans HOLDS", open.note());
    assertEquals("asymptotic", open.grade());
    assertEquals(Double.POSITIVE_INFINITY, open.ratioUpper());
  }

  @Test
  void the_sentence_carries_every_number() {
    // by hand: U is just below 1.05, n_plan(9.65 %, w = 1/2) = 22 551, maxShare = (1 + 4 sqrt
    // 2)/23552
    assertEquals(
        "HOLDS within 5 % (tight) grade=contract(GaussianQuadratic) n=23552 mean 0.7 to 1"
            + " ratio in [0.9335 (alpha), 1.048 (beta)] logE=-1.039/21.42 maxShare=0.0002826;"
            + " excluded: > 4.801 % (error 1e-4); would have refuted: >= 9.649 % (99 %);"
            + " tested at k = 2, k = 4",
        run(claim(Relation.AT_MOST, .05, 2, gaussian()), 1, .7).sentence());
    Verdict loose = run(claim(Relation.AT_MOST, .05, 1, gaussian()), .5);
    assertTrue(
        loose.sentence().contains("; excluded: any violation (error 1e-4);"), loose.sentence());
    assertFalse(
        run(claim(Relation.AT_MOST, .05, 1, gaussian()), 1.1).sentence().contains("excluded"));
  }

  @Test
  void room_below_the_bound_is_said() {
    Verdict loose = run(claim(Relation.AT_MOST, .05, 1, gaussian()), .5);
    assertEquals(Outcome.HOLDS, loose.outcome());
    assertTrue(loose.sentence().startsWith("HOLDS strictly, margin 0."), loose.sentence());
  }

  @Test
  void a_violated_upper_bound_is_refuted_exactly_even_at_one_checkpoint_of_many() {
    Verdict verdict =
        run(claim(Relation.AT_MOST, .05, 8, new Contract.Missing()), 1, 1, 1, 1, 1.1, 1, 1, 1);
    assertEquals(Outcome.REFUTED, verdict.outcome());
    assertEquals("exact", verdict.grade());
    assertTrue(verdict.logE() >= Levels.refuting());
    assertTrue(verdict.ratioLower() > 1, verdict.sentence());
  }

  @Test
  void a_lower_bound_holds_exactly_and_is_refuted_only_by_contract() {
    assertEquals("exact", run(claim(Relation.AT_LEAST, .05, 1, new Contract.Missing()), 1).grade());
    Verdict refuted = run(claim(Relation.AT_LEAST, .05, 1, gaussian()), .9);
    assertEquals(Outcome.REFUTED, refuted.outcome());
    assertEquals("contract(GaussianQuadratic)", refuted.grade());
    Verdict open = run(claim(Relation.AT_LEAST, .05, 1, new Contract.Missing()), .9);
    assertEquals(Outcome.INCONCLUSIVE, open.outcome());
    assertEquals("asymptotic: leans REFUTED", open.note());
  }

  @Test
  void an_equality_is_refuted_on_both_sides_and_holds_between() {
    Mean equal = claim(Relation.EQUAL, .05, 1, gaussian());
    assertEquals(Outcome.HOLDS, run(equal, 1).outcome());
    assertEquals("exact", run(equal, 1.1).grade());
    assertEquals(Outcome.REFUTED, run(equal, .9).outcome());
    assertEquals("contract(GaussianQuadratic)", run(equal, .9).grade());
    Mean bare = claim(Relation.EQUAL, .05, 1, new Contract.Missing());
    assertEquals(Outcome.REFUTED, run(bare, 1.1).outcome());
    assertEquals(Outcome.INCONCLUSIVE, run(bare, .9).outcome());
    assertEquals("asymptotic: leans HOLDS", run(bare, 1).note());
  }

  @Test
  void a_violation_smaller_than_delta_that_meets_both_is_named() {
    Mean claim = claim(Relation.AT_MOST, .5, 1, gaussian());
    Verdict both = claim.conclude(List.of(ideal(1 << 22, 1.1, 2)), Outcome.REFUTED);
    assertEquals("violated by less than delta", both.note());
  }

  @Test
  void weights_are_those_of_section_3_and_stay_when_a_component_is_left_out() {
    Mean mixed = Mean.of(Relation.AT_MOST, .05, points(4, gaussian()), points(2, gaussian()));
    assertEquals(1.0 / 8, mixed.components().get(0).weight());
    assertEquals(1.0 / 4, mixed.components().get(5).weight());
    assertEquals(
        1,
        Mean.of(Relation.AT_MOST, .05, points(1, gaussian()), List.of())
            .components()
            .get(0)
            .weight());
    List<OptionalDouble> ratios = List.of(OptionalDouble.of(1), OptionalDouble.empty());
    Mean half = claim(Relation.AT_MOST, .05, 2, gaussian()).mutant(ratios);
    List<Moments> evidence = List.of(ideal(4096, 1.3, 2), ideal(4096, 1.3, 2));
    double alone = LogUp.star(evidence.get(0), 1 + 2 * Levels.ETA);
    assertEquals(alone - Math.log(2), half.at(evidence).logE(), 1e-12);
    assertFalse(half.at(evidence).holds());
  }

  @Test
  void windows_serve_refuted_only() {
    Mean claim = Mean.of(Relation.AT_MOST, .05, points(1, gaussian()), points(1, gaussian()));
    List<Moments> evidence = List.of(ideal(1 << 17, .5, 2), ideal(1 << 17, 1.01, 2));
    Look look = claim.at(evidence);
    assertTrue(look.holds());
    assertFalse(look.refuted());
    assertTrue(claim.at(List.of(ideal(1 << 17, .5, 2), ideal(1 << 17, 1.2, 2))).refuted());
  }

  @Test
  void a_mutant_reads_the_same_summaries_at_its_own_ratio() {
    Mean claim = claim(Relation.AT_MOST, .02, 4, gaussian());
    List<Moments> evidence = Collections.nCopies(4, ideal(100 * Synthetic.BLOCK, 1, 2));
    assertFalse(claim.at(evidence).refuted());
    assertTrue(claim.mutant(Collections.nCopies(4, OptionalDouble.of(.95))).at(evidence).refuted());
  }

  @Test
  void nothing_holds_where_no_checkpoint_is_left() {
    Mean none = new Mean(Relation.AT_MOST, .05, List.of());
    Verdict verdict =
        Course.run(none, List.of(1L), b -> List.of(), Course.Aim.EITHER, Outcome.HOLDS);
    assertEquals(Outcome.INCONCLUSIVE, verdict.outcome());
    assertEquals("every checkpoint is below rounding", verdict.note());
  }

  @Test
  void a_ratio_beyond_its_largest_is_an_error() {
    Mean claim = claim(Relation.AT_MOST, .05, 1, new Contract.Bounded(4));
    Verdict broken =
        Course.run(
            claim, List.of(1L), b -> List.of(Moments.of(1, 4.1)), Course.Aim.EITHER, Outcome.HOLDS);
    assertEquals(Outcome.ERROR, broken.outcome());
    assertEquals("k = 2: R = 4.1 under the contract R <= 4", broken.note());
    Verdict kept =
        Course.run(
            claim, List.of(1L), b -> List.of(Moments.of(1, 4)), Course.Aim.EITHER, Outcome.HOLDS);
    assertEquals(Outcome.INCONCLUSIVE, kept.outcome());
  }

  @Test
  void deterministic_checkpoints_refute_at_once_and_must_hold_for_holds() {
    Mean claim = claim(Relation.AT_MOST, .05, 1, gaussian());
    for (Outcome fixed : List.of(Outcome.REFUTED, Outcome.ERROR)) {
      assertEquals(
          fixed, Course.run(claim, LOOKS, ideal(2, .5), Course.Aim.EITHER, fixed).outcome());
    }
    Verdict open = Course.run(claim, LOOKS, ideal(2, .5), Course.Aim.EITHER, Outcome.INCONCLUSIVE);
    assertEquals(Outcome.INCONCLUSIVE, open.outcome());
  }

  @Test
  void capped_data_refute_upward_and_never_hold() {
    Mean claim = claim(Relation.AT_MOST, .05, 1, gaussian());
    Moments capped =
        Moments.of(Collections.nCopies(1024, 1e61).stream().mapToDouble(x -> x).toArray());
    assertTrue(claim.at(List.of(capped)).refuted());
    Moments once = new Moments(1 << 20, true, .5, 1, 0, 1);
    assertFalse(claim.at(List.of(once)).holds());
    assertTrue(claim.at(List.of(new Moments(1 << 20, false, .5, 1, 0, 1))).holds());
  }

  @Test
  void a_heavy_component_makes_delta99_unreliable() {
    Moments heavy = new Moments(2048, false, 1, 1e5, 1e8, 200);
    Verdict verdict =
        claim(Relation.AT_MOST, .05, 1, gaussian()).conclude(List.of(heavy), Outcome.INCONCLUSIVE);
    assertTrue(verdict.heavy());
    assertTrue(verdict.sentence().contains("unreliable"), verdict.sentence());
    assertFalse(run(claim(Relation.AT_MOST, .05, 1, gaussian()), 1).heavy());
  }

  @Test
  void delta99_is_that_of_the_worst_checkpoint() {
    // section 1: upper (n=40000, v=2, w=1/20) 0.0750561392
    Mean claim = claim(Relation.AT_MOST, .05, 20, gaussian());
    List<Moments> evidence = Collections.nCopies(20, ideal(40_000, 1, 2));
    Verdict verdict = claim.conclude(evidence, Outcome.INCONCLUSIVE);
    assertEquals(0.0750561392, verdict.delta99(), 1e-9);
    List<Moments> silent = new java.util.ArrayList<>(evidence);
    silent.set(3, Moments.of(new double[1024]));
    assertTrue(Double.isNaN(claim.conclude(silent, Outcome.INCONCLUSIVE).delta99()));
  }

  @Test
  void what_cannot_be_a_claim_is_rejected() {
    assertThrows(IllegalArgumentException.class, () -> claim(Relation.AT_MOST, .6, 1, gaussian()));
    assertThrows(
        IllegalArgumentException.class,
        () -> claim(Relation.AT_MOST, .05, 2, gaussian()).at(List.of(Moments.EMPTY)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Mean.Component("k", Mean.Kind.WINDOW, 0, 1, gaussian()));
  }
}
