package plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import plumbline.simulation.Moments;
import plumbline.simulation.SignedSums;

/** Every golden value of verdicts.md, section 1: to 1e-9, relative above 1 and absolute below. */
class GoldenValuesTest {
  static void golden(double expected, double got) {
    assertEquals(expected, got, 1e-9 * Math.max(1, Math.abs(expected)));
  }

  private static void relative(double expected, double got) {
    assertEquals(expected, got, 1e-9 * Math.abs(expected));
  }

  @Test
  void the_grid_and_the_cumulant_bounds() {
    relative(0.7071067812, Grid.lambda(1));
    relative(3.906250000e-3, Grid.lambda(16));
    relative(7.649321136e-6, Grid.psiE(Grid.lambda(16)));
    relative(7.639338348e-6, Grid.psiP(Grid.lambda(16)));
    relative(1.525878906e-5, Grid.lambda(32));
    relative(1.164165061e-10, Grid.psiE(Grid.lambda(32)));
    relative(1.164159140e-10, Grid.psiP(Grid.lambda(32)));
    // where the series takes over, both forms agree
    relative(Grid.psiE(Math.nextDown(1e-4)), Grid.psiE(1e-4));
    relative(Grid.psiP(Math.nextDown(1e-4)), Grid.psiP(1e-4));
  }

  @Test
  void log_sum_exp_at_its_edges() {
    double low = Double.NEGATIVE_INFINITY;
    assertEquals(low, LogSumExp.of(low, low));
    assertEquals(low, LogSumExp.of());
    assertEquals(Double.POSITIVE_INFINITY, LogSumExp.of(low, Double.POSITIVE_INFINITY));
    golden(1000 + Math.log(2), LogSumExp.of(1000, 1000, low));
  }

  @Test
  void the_levels() {
    golden(21.4164130175, Levels.refuting());
    golden(9.2103403720, Levels.holding());
    assertEquals(Levels.ALPHA_SUITE, Levels.MAX_CLAIMS * Levels.ALPHA_CLAIM, 1e-20);
  }

  @Test
  void evidence_upward() {
    golden(0.6887070796, LogUp.plain(1000, 1.1, 2000, 1));
    golden(18.9666057662, LogUp.plain(100000, 1.03, 200000, 1));
    golden(2.7054758816, LogUp.plain(50, 1.5, 30, 1));
    golden(-0.6141612235, LogUp.plain(1000, 0.9, 2000, 1));
    golden(57.6114282801, LogUp.plain(100000, 1.03, 200000, 0.98));
    golden(-1.0796648547, LogUp.plain(1024, 0, 0, 1));
    golden(-342009.7496, LogUp.plain(1024, 1e6, 2.048e15, 1));
    golden(167.1611065369, LogUp.star(1024, 1e6, 2.048e15, 1));
    golden(507.4300159772, LogUp.star(1024, 1e6, 0, 1));
    golden(162.8986188330, LogUp.star(1024, 1e30, 2.048e63, 1));
    golden(141.0368215121, LogUp.star(1024, 10, 204800, 1));
  }

  @Test
  void evidence_downward() {
    golden(-0.6140505543, LogDown.of(1000, 1.1, 1, 2));
    golden(-1.4101461980, LogDown.of(100000, 1.03, 1, 2));
    golden(-0.4046004902, LogDown.of(50, 1.5, 1, 2));
    golden(0.7227010512, LogDown.of(1000, 0.9, 1, 2));
    golden(10.6528583821, LogDown.of(64, 0, 1.05, 2));
    golden(33.8749386825, LogDown.of(46439, 0.99, 1.05, 2));
    golden(94.1304900020, LogDownMax.of(1000, 0.5, 100, 4, 1));
    golden(467.4730453, LogDownMax.of(1024, 0.5, 20, 1 + 1e-7, 1));
    assertEquals(0, LogDownMax.of(1000, 1.05, 0, 1.05, 1.05));
  }

  @Test
  void evidence_on_events() {
    golden(20.9031612699, LogBern.of(20000L, 1000L, .04, .96, 32));
    golden(-0.8385774041, LogBern.of(20000L, 800L, .04, .96, 32));
    golden(-1.0734729509, LogBern.of(1000L, 0L, .05, .95, 32));
    golden(33.0746317547, LogBern.of(1000L, 1000L, .95, .05, 32));
    golden(18.9892980941, LogBern.of(20000L, 19200L, .95, .05, 32));
    golden(381.5910056, LogBern.of(1_000_000_000L, 2000L, 1e-6, 1 - 1e-6, LogBern.gridFor(1e-6)));
  }

  @Test
  void evidence_on_signed_means() {
    double[] g = new double[1000];
    double[] shifted = new double[1000];
    for (int i = 0; i < g.length; i++) {
      g[i] = (i % 2 == 0 ? 1 : -1) * (1 + .01 * i);
      shifted[i] = g[i] + 3;
    }
    SignedSums sums = SignedSums.of(g, 0, 6, 0.6);
    golden(-0.4565851130, LogSigned.equal(sums, 0));
    golden(100.5714600344, LogSigned.equal(SignedSums.of(shifted, 0, 6, 0.6), 0));
    golden(2.8702023143, LogSigned.againstAbove(sums, 0));
    golden(2.7243919384, LogSigned.againstBelow(sums, 0));
  }

  @Test
  void evidence_without_contract() {
    Moments low = new Moments(5000, false, .9, 8100, 20000, 10);
    golden(10.9236369838, LogAsym.of(low, 1, 1e-4, LogAsym.Side.DOWN));
    golden(10.7108375731, LogAsym.of(low, 1, 5e-10, LogAsym.Side.DOWN));
    Moments high = new Moments(5000, false, 1.1, 5000, 20000, 10);
    golden(21.4867727756, LogAsym.of(high, 1, 5e-10, LogAsym.Side.UP));
  }

  @Test
  void a_sample_of_zeros_has_a_limit_above_zero_where_only_the_largest_value_is_known() {
    Moments zeros = Moments.of(new double[1024]);
    double upper = Limits.upperMax(zeros, 1, 1e-4);
    // 1024 misses in 1024 exclude a probability p at 1e-4 no sooner than (1-p)^1024 = 1e-4, p =
    // 0.00895
    assertTrue(upper > 0.00895 && upper < 0.03, "U = " + upper);
    assertEquals(0, Limits.upper(zeros, 2, 1e-4));
    assertEquals(Double.POSITIVE_INFINITY, Limits.upper(Moments.of(0, 0), 2, 1e-4));
  }

  @Test
  void the_bits_are_the_same_on_every_java() {
    double[] numbers = {
      LogUp.plain(1000, 1.1, 2000, 1),
      LogUp.star(1024, 10, 204800, 1),
      LogDown.of(46439, 0.99, 1.05, 2),
      LogBern.of(20000L, 1000L, .04, .96, 32),
      SignedSums.of(new double[] {.3, -1.7}, .1, 2, .5).up().get(3),
      Limits.upper(new Moments(46439, false, .99, 2 * 46439 * .99 * .99, 0, 10), 2, 1e-4)
    };
    long bits = 17;
    for (double number : numbers) {
      bits = 31 * bits + Double.doubleToLongBits(number);
    }
    // computed on Java 17.0.15 and found again on 25: StrictMath throughout
    assertEquals(7468429243319352480L, bits);
  }

  @Test
  void limits_of_means_and_of_events() {
    Moments r = new Moments(46439, false, .99, 2 * 46439 * .99 * .99, 0, 10);
    golden(0.9439303967, Limits.lower(r, 5e-10));
    golden(1.0233495857, Limits.upper(r, 2, 1e-4));
    golden(1.0381672257, Limits.upper(r, 2, 5e-10));
    golden(0.5836914968, Limits.upperMax(new Moments(1000, false, .5, 100, 0, 4), 4, 1e-4));
    golden(0.0399011596, Limits.lowerEvents(20000, 1000, 32, 5e-10));
    golden(0.0580206679, Limits.upperEvents(20000, 1000, 32, 1e-4));
  }

  @Test
  void violations_that_would_have_been_seen() {
    double twentieth = Levels.refuting() + Math.log(20);
    golden(0.0750561392, Power.upper(40000, 2, twentieth).orElseThrow());
    golden(0.8511902024, Power.upper(1024, 2, twentieth).orElseThrow());
    golden(0.0678269794, Power.lower(40000, 2, 2, Levels.refuting() + Math.log(10)).orElseThrow());
    golden(0.3055470453, Power.chanceAbove(20000, .05, .95, Levels.refuting()).orElseThrow());
    golden(0.0469300908, Power.signed(40000, Levels.refuting()).orElseThrow());
  }

  @Test
  void the_slope_of_theorem_4_7() {
    double a;
    double m = 1;
    double first = 0;
    for (int k = 1; k < 3200; k++) {
      if (k == 32) {
        first = m;
      }
      a = 2.0 / (10 + k);
      m = (1 - a) * (1 - a) * m + a * a;
    }
    long n = 100_000;
    Moments x = new Moments(n, false, first, 2 * n * first * first, 0, 1);
    Moments y = new Moments(n, false, m, 2 * n * m * m, 0, 1);
    double run = Math.log(3210.0 / 42);
    double refuting = Levels.ALPHA_CLAIM / 4;
    golden(-1.0409936224, Math.log(Limits.lower(y, refuting) / Limits.upper(x, 2, refuting)) / run);
    golden(-1.0105279022, Math.log(Limits.upper(y, 2, refuting) / Limits.lower(x, refuting)) / run);
    double holding = Levels.BETA / 2;
    golden(-1.0364237617, Math.log(Limits.lower(y, holding) / Limits.upper(x, 2, holding)) / run);
    golden(-1.0150977629, Math.log(Limits.upper(y, 2, holding) / Limits.lower(x, holding)) / run);
  }

  @Test
  void plans_and_looks() {
    // section 4: v = v_c = 2, w = 1/20
    assertEquals(82_415, Math.round(Levels.planned(2, .05, .05)));
    assertEquals(45_336, Math.round(Levels.held(2, .05)));
    assertEquals(329_661, Math.round(Levels.most(2, 2, .05, .05)));
    assertEquals(486_082, Math.round(Levels.planned(2, .02, .05)));
    assertEquals(267_391, Math.round(Levels.held(2, .02)));
    assertEquals(1_944_327, Math.round(Levels.most(2, 2, .02, .05)));
    assertEquals(
        java.util.List.of(1L, 2L, 3L, 4L, 6L, 8L, 11L, 16L, 23L, 32L, 45L, 64L, 91L, 100L),
        Levels.looks(100));
    assertEquals(java.util.List.of(1L), Levels.looks(1));
    assertEquals(128L, Levels.looks(128).get(13));
  }
}
