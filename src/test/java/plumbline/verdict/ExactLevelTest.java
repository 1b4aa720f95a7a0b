package plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import plumbline.simulation.SignedSums;

/**
 * The level itself, without sampling: on two-point data the evidence depends on the number of
 * successes alone, so that the probability of ever crossing, looking after every replica, is a sum
 * over paths (dynamic programming).
 */
class ExactLevelTest {
  private static final int MOST = 300;
  private static final double[] LEVELS = {.1, .01, 1e-4};

  /**
   * The probability that the evidence (n, s) reaches ln(1/level) at some n <= 300, s ~ Binomial(n,
   * p).
   */
  private static double crossing(double p, double level, DoubleBinaryOperator evidence) {
    double threshold = -Math.log(level);
    double[] alive = new double[MOST + 2];
    alive[0] = 1;
    double crossed = 0;
    for (int n = 1; n <= MOST; n++) {
      for (int s = n; s >= 0; s--) {
        alive[s] = alive[s] * (1 - p) + (s > 0 ? alive[s - 1] * p : 0);
        if (alive[s] > 0 && evidence.applyAsDouble(n, s) >= threshold) {
          crossed += alive[s];
          alive[s] = 0;
        }
      }
    }
    return crossed;
  }

  private static void neverAbove(String what, double p, DoubleBinaryOperator evidence) {
    for (double level : LEVELS) {
      double crossed = crossing(p, level, evidence);
      assertTrue(crossed <= level, what + " at p = " + p + ", level " + level + ": " + crossed);
    }
  }

  /** R = 1/p with probability p, else 0: mean 1. */
  private static double up(double n, double s, double p) {
    double mean = s / n / p;
    return LogUp.star((long) n, mean, s / p * (1 / p - mean), 1);
  }

  private static double down(double n, double s, double p) {
    return LogDown.of((long) n, s / n / p, 1, (1 - p) / p);
  }

  private static double downMax(double n, double s, double p) {
    double mean = s / n / p;
    return LogDownMax.of((long) n, mean, s / p * (1 / p - mean), 1 / p, 1);
  }

  @Test
  void evidence_on_means_keeps_its_level_at_every_look() {
    for (double p : new double[] {.005, .05, .5, .95, .999}) {
      neverAbove("up", p, (n, s) -> up(n, s, p));
      neverAbove("down", p, (n, s) -> down(n, s, p));
      neverAbove("down under R <= b", p, (n, s) -> downMax(n, s, p));
    }
  }

  @Test
  void evidence_on_events_keeps_its_level_at_every_look() {
    for (double p : new double[] {.0005, .005, .05, .5, .95, .999}) {
      int grid = LogBern.gridFor(p);
      neverAbove("at most", p, (n, s) -> LogBern.of(n, s, p, 1 - p, grid));
      neverAbove("at least", p, (n, s) -> LogBern.of(n, n - s, 1 - p, p, grid));
    }
  }

  @Test
  void evidence_on_signed_means_keeps_its_level_at_every_look() {
    for (double p : new double[] {.005, .05, .5, .95}) {
      double high = Math.sqrt((1 - p) / p); // g = high or low: mean 0, variance 1
      double low = -Math.sqrt(p / (1 - p));
      SignedSums one = SignedSums.of(new double[] {high}, 0, 1, 1);
      SignedSums other = SignedSums.of(new double[] {low}, 0, 1, 1);
      neverAbove("signed", p, (n, s) -> signed(one, other, n, s));
    }
  }

  private static double signed(SignedSums one, SignedSums other, double n, double s) {
    double[] terms = new double[2 * SignedSums.SCALES];
    for (int j = 0; j < SignedSums.SCALES; j++) {
      double discount = n * Math.scalb(.5, -2 * (j + 1));
      terms[j] = s * one.up().get(j) + (n - s) * other.up().get(j) - discount;
      terms[SignedSums.SCALES + j] =
          s * one.down().get(j) + (n - s) * other.down().get(j) - discount;
    }
    return LogSumExp.of(terms) - Math.log(terms.length);
  }

  @Test
  void a_z_statistic_looked_at_after_every_replica_does_not_keep_it() {
    double crossed = crossing(.5, .01, (n, s) -> (s - n / 2) / Math.sqrt(n / 4) > 2.326 ? 100 : 0);
    assertTrue(crossed > .05, "nominal 1 %: " + crossed);
  }

  @Test
  void evidence_is_not_vacuous_either() {
    assertTrue(crossing(.5, .1, (n, s) -> up(n, s, .5)) > .001);
    assertTrue(
        crossing(.5, .1, (n, s) -> up(n, s, .4)) > .2,
        "a violation by a quarter is seen in 300 replicas");
  }
}
