package plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plumbline.verdict.Synthetic.gaussian;
import static plumbline.verdict.Synthetic.ideal;
import static plumbline.verdict.Synthetic.points;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import plumbline.simulation.Moments;
import plumbline.theorem.Relation;

/**
 * The table of verdicts.md, section 10: each rule taken out gives the wrong verdict that is named
 * there; with the rule, the right one.
 */
class NegativeControlsTest {
  @Test
  void without_the_star_a_huge_violation_is_never_refuted() {
    double[] constant = new double[1024];
    Arrays.fill(constant, 1e6);
    Moments huge = Moments.of(constant);
    assertTrue(LogUp.plain(huge, 1) < -1e5, "the rule taken out");
    assertTrue(LogUp.star(huge, 1) >= Levels.refuting());
    assertTrue(
        Mean.of(Relation.AT_MOST, .05, points(1, gaussian()), List.of())
            .at(List.of(huge))
            .refuted());
  }

  /** E X_k of Theorem 4.7's recursion with beta = 2, gamma = 10 at k = 32, 320, 3200. */
  private static double[] theorem47() {
    double m = 1;
    double[] at = new double[3];
    for (int k = 1; k <= 3200; k++) {
      int i = List.of(32, 320, 3200).indexOf(k);
      if (i >= 0) {
        at[i] = m;
      }
      double a = 2.0 / (10 + k);
      m = (1 - a) * (1 - a) * m + a * a;
    }
    return at;
  }

  @Test
  void intersecting_the_slopes_of_pairs_refutes_a_true_claim() {
    double[] m = theorem47();
    List<Moments> evidence =
        List.of(ideal(1_000_000, m[0], 2), ideal(1_000_000, m[1], 2), ideal(1_000_000, m[2], 2));
    Pairs pairs =
        new Pairs(
            points(3, gaussian()),
            List.of(
                new Pairs.Pair("k = 32 to 320", 0, 1, Math.log(330.0 / 42)),
                new Pairs.Pair("k = 320 to 3200", 1, 2, Math.log(3210.0 / 330))));
    assertEquals(-1.0521, Math.log(m[1] / m[0]) / Math.log(330.0 / 42), 5e-5);
    assertEquals(-1.0019, Math.log(m[2] / m[1]) / Math.log(3210.0 / 330), 5e-5);
    Slope slope = new Slope(Relation.EQUAL, pairs, -1, .1);
    List<Verdict.Interval> both = slope.intervals(evidence, slope.level());
    double lower = both.stream().mapToDouble(Verdict.Interval::lower).max().orElseThrow();
    double upper = both.stream().mapToDouble(Verdict.Interval::upper).min().orElseThrow();
    assertTrue(
        lower > upper, "the rule taken out: the intersection is empty, " + lower + " > " + upper);
    Look look = slope.at(evidence);
    assertTrue(look.holds() && !look.refuted());
  }

  @Test
  void without_tau_in_the_refuted_side_a_true_ratio_is_refuted_while_it_holds() {
    List<Moments> evidence = List.of(ideal(1_000_000, .4737, 2), ideal(1_000_000, 1, 2));
    Pairs pair = new Pairs(points(2, gaussian()), List.of(new Pairs.Pair("x, y", 0, 1, 1)));
    Look right = new Ratio(Relation.EQUAL, pair, .5, .1, .05).at(evidence);
    Look without = new Ratio(Relation.EQUAL, pair, .5, 0, .05).at(evidence);
    assertTrue(without.refuted(), "the rule taken out");
    assertTrue(right.holds() && !right.refuted());
  }

  @Test
  void where_refuted_is_expected_holds_would_stop_the_run_first() {
    // a bound 2 % too small, read at delta = 5 %
    Mean claim = Mean.of(Relation.AT_MOST, .05, points(1, gaussian()), List.of());
    List<Long> looks =
        Levels.looks((long) (4 * Levels.planned(2, 1 / .98 - 1, 1) / Synthetic.BLOCK));
    var evidence = ideal(2, 1 / .98);
    assertEquals(
        Outcome.HOLDS,
        Course.run(claim, looks, evidence, Course.Aim.EITHER, Outcome.HOLDS).outcome());
    assertEquals(
        Outcome.REFUTED,
        Course.run(claim, looks, evidence, Course.Aim.REFUTED, Outcome.HOLDS).outcome());
  }

  @Test
  void if_equality_counted_a_constant_at_its_largest_would_hold() {
    double b = 1.05;
    double[] constant = new double[1024];
    Arrays.fill(constant, b);
    Moments r = Moments.of(constant);
    double wrong = b <= 1.05 ? Double.POSITIVE_INFINITY : 0;
    assertTrue(wrong >= Levels.holding(), "the rule taken out");
    assertEquals(0, LogDownMax.of(r, b, 1.05));
    Mean claim = Mean.of(Relation.AT_MOST, .05, points(1, new Contract.Bounded(b)), List.of());
    assertFalse(claim.at(List.of(r)).holds());
    double[] below = new double[1024];
    Arrays.fill(below, .9);
    assertTrue(claim.at(List.of(Moments.of(below))).holds());
  }

  @Test
  void strata_one_after_another_refute_a_true_claim() {
    double[] inTurn = new double[2048];
    double[] whole = new double[1024];
    SplittableRandom draws = new SplittableRandom(3);
    for (int i = 0; i < 1024; i++) {
      double first = 1.9 + .1 * Synthetic.normal(draws);
      double second = Math.max(0, .1 + .01 * Synthetic.normal(draws));
      inTurn[i] = first;
      inTurn[1024 + i] = second;
      whole[i] = (first + second) / 2;
    }
    Mean claim = Mean.of(Relation.AT_MOST, .05, points(1, gaussian()), List.of());
    assertTrue(claim.at(List.of(Moments.of(inTurn, 0, 1024))).logE() > 100, "the rule taken out");
    assertFalse(claim.at(List.of(Moments.of(whole))).refuted());
  }

  @Test
  void without_xError_a_true_bound_below_rounding_is_refuted() {
    // F(w) - F* at distance 1e-10 is 5e-21, of two numbers near 1: noise of one ulp, clipped at 0
    double bound = 5e-21;
    double ulp = Math.ulp(1.0);
    SplittableRandom draws = new SplittableRandom(4);
    Moments read = Synthetic.block(1024, draws, d -> Math.max(0, (d.nextInt(3) - 1) * ulp) / bound);
    Mean claim = Mean.of(Relation.AT_MOST, .05, points(1, gaussian()), List.of());
    assertTrue(claim.at(List.of(read)).refuted(), "the rule taken out");
    assertEquals(Admission.Standing.BELOW_ROUNDING, Admission.of(Relation.AT_MOST, bound, ulp));
    assertEquals(
        Admission.Standing.STATISTICAL, Admission.of(Relation.AT_MOST, bound, 1e-6 * bound));
  }

  @Test
  void without_its_own_cases_for_0_and_1_the_evidence_on_events_is_not_a_number() {
    double l = Grid.lambda(1);
    double p = 0;
    double term = 0 * Math.log1p(l * (1 - p) / p) + 10 * Math.log1p(-l);
    assertTrue(Double.isNaN(term), "the rule taken out");
    assertEquals(0, LogBern.of(10L, 0L, 0, 1, 32));
    assertEquals(Double.POSITIVE_INFINITY, LogBern.of(10L, 1L, 0, 1, 32));
    assertEquals(0, LogBern.of(10L, 10L, 1, 0, 32));
    assertNotEquals(Double.NaN, LogBern.of(0L, 0L, .5, .5, 32));
  }

  @Test
  void without_room_for_rounding_a_true_bound_attained_without_noise_is_refuted() {
    double[] attained = new double[1024];
    Arrays.fill(attained, 1 + 5e-7); // within eta of the bound
    Moments block = Moments.of(attained);
    Moments many = block;
    for (int i = 0; i < 30; i++) {
      many = many.merge(many);
    }
    assertTrue(LogUp.star(many, 1) >= Levels.refuting(), "the rule taken out");
    Mean claim = Mean.of(Relation.AT_MOST, .05, points(1, gaussian()), List.of());
    assertFalse(claim.at(List.of(many)).refuted());
  }

  @Test
  void the_asymptotic_evidence_leans_wrongly_and_decides_nothing() {
    // section 11: R = .9(1 + .1 Z) plus 1.5e5 with probability 1e-6, true mean 1.05
    SplittableRandom draws = new SplittableRandom(5);
    Moments r = Moments.EMPTY;
    for (int block = 0; block < 64; block++) {
      r =
          r.merge(
              Synthetic.block(
                  1024,
                  draws,
                  d -> .9 * (1 + .1 * Synthetic.normal(d)) + (d.nextDouble() < 1e-6 ? 1.5e5 : 0)));
    }
    Mean claim = Mean.of(Relation.AT_MOST, .05, points(1, new Contract.Missing()), List.of());
    Moments last = r;
    Verdict verdict =
        Course.run(claim, List.of(1L), b -> List.of(last), Course.Aim.EITHER, Outcome.HOLDS);
    assertEquals("asymptotic: leans HOLDS", verdict.note());
    assertEquals(Outcome.INCONCLUSIVE, verdict.outcome());
  }

  @Test
  void an_assumed_contract_that_is_false_is_withdrawn_and_a_true_one_is_not() {
    SplittableRandom draws = new SplittableRandom(6);
    Audit audit = new Audit(2, 1);
    Moments heavy = Moments.EMPTY;
    Moments fair = Moments.EMPTY;
    for (int block = 0; block < 64; block++) {
      double[] r = new double[1024];
      double[] s = new double[1024];
      for (int i = 0; i < r.length; i++) {
        r[i] = draws.nextInt(20) == 0 ? 20 : 0; // CV^2 = 19
        double z = Synthetic.normal(draws);
        s[i] = z * z; // CV^2 = 2
      }
      heavy = heavy.merge(audit.of(r));
      fair = fair.merge(audit.of(s));
    }
    assertTrue(Audit.withdraws(heavy));
    assertFalse(Audit.withdraws(fair));
  }

  @Test
  void readings_that_rounding_alone_made_negative_are_zero_and_others_are_errors() {
    assertEquals(0, Admission.ratio(-1e-9, 1e-6, Admission.Overflow.LARGE));
    assertEquals(2, Admission.ratio(2, 1e-6, Admission.Overflow.UNKNOWN));
    assertEquals(
        Double.POSITIVE_INFINITY,
        Admission.ratio(Double.POSITIVE_INFINITY, 0, Admission.Overflow.LARGE));
    for (double bad : new double[] {-1e-5, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> Admission.ratio(bad, 1e-6, Admission.Overflow.UNKNOWN));
    }
    List<Admission.Standing> standings =
        List.of(
            Admission.of(Relation.AT_MOST, 0, 0),
            Admission.of(Relation.EQUAL, -1, 0),
            Admission.of(Relation.AT_MOST, Double.POSITIVE_INFINITY, 0),
            Admission.of(Relation.AT_LEAST, 0, 0),
            Admission.of(Relation.AT_LEAST, Double.POSITIVE_INFINITY, 0),
            Admission.of(Relation.AT_MOST, 1e-291, 0));
    assertEquals(
        List.of(
            Admission.Standing.ZERO,
            Admission.Standing.REFUTED,
            Admission.Standing.VACUOUS,
            Admission.Standing.VACUOUS,
            Admission.Standing.ERROR,
            Admission.Standing.BELOW_ROUNDING),
        standings);
  }
}
