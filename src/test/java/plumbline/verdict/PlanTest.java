package plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plumbline.verdict.Synthetic.gaussian;
import static plumbline.verdict.Synthetic.points;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import plumbline.simulation.Moments;
import plumbline.theorem.Relation;

/** The planned numbers of replicas against what runs on chi-square data need. */
class PlanTest {
  private static final int RUNS = 100;

  private static Moments chiSquare(long n, double mean, SplittableRandom draws) {
    Moments all = Moments.EMPTY;
    for (long done = 0; done < n; done += Synthetic.BLOCK) {
      int size = (int) Math.min(Synthetic.BLOCK, n - done);
      all =
          all.merge(
              Synthetic.block(
                  size,
                  draws,
                  d -> {
                    double z = Synthetic.normal(d);
                    return mean * z * z;
                  }));
    }
    return all;
  }

  @Test
  void a_violation_is_refuted_at_its_planned_n_and_not_long_before() {
    Mean claim = Mean.of(Relation.AT_MOST, .05, points(1, gaussian()), List.of());
    double planned = Levels.planned(2, .1, 1);
    SplittableRandom draws = new SplittableRandom(8);
    int missed = 0;
    int missedEarly = 0;
    for (int run = 0; run < RUNS; run++) {
      missed += claim.at(List.of(chiSquare((long) planned, 1.1, draws))).refuted() ? 0 : 1;
      missedEarly +=
          claim.at(List.of(chiSquare((long) (.6 * planned), 1.1, draws))).refuted() ? 0 : 1;
    }
    // section 11 measured misses of 1.1 % at n_plan and 55 % at 0.6 n_plan
    assertTrue(missed <= 5, "missed " + missed + " of 100 at n_plan");
    assertTrue(missedEarly >= 30, "missed " + missedEarly + " of 100 at 0.6 n_plan");
  }

  @Test
  void a_tight_claim_holds_at_its_planned_n() {
    Mean claim = Mean.of(Relation.AT_MOST, .1, points(1, gaussian()), List.of());
    SplittableRandom draws = new SplittableRandom(9);
    int open = 0;
    for (int run = 0; run < RUNS; run++) {
      Look look = claim.at(List.of(chiSquare((long) Levels.held(2, .1), 1, draws)));
      open += look.holds() ? 0 : 1;
    }
    assertTrue(open <= 5, "open " + open + " of 100 at n_hold");
  }

  @Test
  void a_power_is_the_violation_that_is_found() {
    Mean claim = Mean.of(Relation.AT_MOST, .05, points(1, gaussian()), List.of());
    double delta99 = Power.upper(10_000, 2, Levels.refuting()).orElseThrow();
    SplittableRandom draws = new SplittableRandom(10);
    int missed = 0;
    for (int run = 0; run < RUNS; run++) {
      missed += claim.at(List.of(chiSquare(10_000, 1 + delta99, draws))).refuted() ? 0 : 1;
    }
    assertTrue(missed <= 5, "missed " + missed + " of 100 at delta99 = " + delta99);
  }

  @Test
  void blocks_are_whole_and_intervals_have_a_plan() {
    assertEquals(322, Levels.blocks(329_661, 1024));
    assertEquals(1, Levels.blocks(0.5, 1024));
    assertThrows(IllegalArgumentException.class, () -> Levels.looks(0));
    // section 11: half-width of the slope of Theorem 4.7 at level 1e-8: .034 at n = 16 000, run =
    // ln(3210/42)
    double width = Levels.halfWidth(2, 16_000, 1e-8 / 4, Math.log(3210.0 / 42));
    assertEquals(.034, width, .002);
    double n = Levels.mostForInterval(2, 1e-8 / 4, Math.log(3210.0 / 42), .09);
    assertEquals(.045 / 2, Levels.halfWidth(2, n, 1e-8 / 4, Math.log(3210.0 / 42)), 1e-12);
  }
}
