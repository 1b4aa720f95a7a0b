package plumbline.theorems.bottou.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.formula.LinearAlgebra;
import plumbline.layer.BatchStatistics;
import plumbline.layer.LinearLayer;
import plumbline.layer.Rescaling;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Comparison;
import plumbline.theorem.Preset;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/** Numbers worked by hand, and what the helpers must notice. */
class LayersTest {
  private static final LinearAlgebra<BigFraction> FIELD = LinearAlgebra.exact();

  private static BigFraction fraction(String text) {
    return Rationals.parse(text);
  }

  private static List<BigFraction> fractions(String... texts) {
    return java.util.Arrays.stream(texts).map(LayersTest::fraction).toList();
  }

  /** x = -3, v_0 = 1/2, v_1 = -2, mu = 3/2, alpha = 1/2, beta = 3/2, t = 3/2, Q = 2. */
  private static Pass oneOfEach() {
    return Pass.of(values(new DeltaW(), "one of each"));
  }

  private static Values values(Theorem<?> theorem, String preset) {
    Preset found =
        theorem.declaration().presets().stream()
            .filter(p -> p.name().equals(preset))
            .findFirst()
            .orElseThrow();
    return theorem.declaration().values(found.values());
  }

  @Test
  void theInstanceOfOneOfEachHasTheNumbersOfTheNote() {
    Pass pass = oneOfEach();
    assertEquals(fractions("1/2"), pass.parameters().rows().get(0).entries());
    assertEquals(fractions("-2"), pass.parameters().rows().get(1).entries());
    assertEquals(fractions("-3"), pass.patterns().get(0).entries());
    // z = (-3 - 3/2)/2 = -9/4, y = 3/2 (1/2 + 9/2) = 15/2, g = 2 (15/2 - 3/2) = 12
    LinearLayer<BigFraction> gx = new Steps(pass).centred(FIELD);
    assertEquals(fraction("12"), gx.entry(0, 0));
    // 12 (-3 - 3/2)
    assertEquals(fraction("-54"), gx.entry(1, 0));
  }

  @Test
  void theBiasMovesByWhatTheNoteSaysAndNotByTheSumFromZero() {
    LinearLayer<BigFraction> step = new Steps(oneOfEach()).byPlain(FIELD);
    // 9/4 * 1/4 * (-54)
    assertEquals(fraction("-243/8"), step.entry(1, 0));
    // 9/4 * 12 + 3/2 * 243/8 = 72.5625; the sum from i = 0 would leave 45.5625
    assertEquals(fraction("72.5625"), step.entry(0, 0));
    assertNotEquals(fraction("45.5625"), step.entry(0, 0));
  }

  @Test
  void theGradientByNewParametersIsTheOneByHand() {
    LinearLayer<BigFraction> step = new Steps(oneOfEach()).byParameters(FIELD);
    // beta g = 18, times z = -9/4
    assertEquals(fraction("18"), step.entry(0, 0));
    assertEquals(fraction("-81/2"), step.entry(1, 0));
  }

  @Test
  void aLayerIsRebuiltFromItsRescaledParameters() {
    Rescaling<BigFraction> form =
        new Rescaling<>(FIELD, fractions("1", "-2"), fractions("1/3", "4"), fractions("5", "-1"));
    LinearLayer<BigFraction> w =
        new LinearLayer<>(
            FIELD, fractions("7", "0"), List.of(fractions("1", "2"), fractions("3", "4")));
    LinearLayer<BigFraction> v = form.of(w);
    assertEquals(w, form.plain(v));
    // w_11/(alpha_1 beta_1) = 1/(5/3); (b_1 + mu_1 w_11 + mu_2 w_21)/beta_1 = (7 + 1 - 6)/5
    assertEquals(fraction("3/5"), v.entry(1, 0));
    assertEquals(fraction("2/5"), v.entry(0, 0));
    assertEquals(w.apply(fractions("2", "3")), form.apply(v, fractions("2", "3")));
  }

  @Test
  void differencesOfACubicAreNotItsGradient() {
    LinearLayer<BigFraction> at = new LinearLayer<>(FIELD, fractions("0"), List.of(fractions("1")));
    // w^3 at 1: ((1 + 1)^3 - 0)/2 = 4, where the derivative is 3
    assertEquals(fraction("4"), Pass.differences(FIELD, w -> w.entry(1, 0).pow(3), at).entry(1, 0));
    assertEquals(fraction("2"), Pass.differences(FIELD, w -> w.entry(1, 0).pow(2), at).entry(1, 0));
  }

  @Test
  void aTallyCountsProductsAndNothingElse() {
    Tally tally = new Tally();
    LinearAlgebra<Tally.Number> field = new LinearAlgebra<>(tally);
    List<Tally.Number> x = List.of(tally.of(1), tally.of(2), tally.of(3));
    field.plus(x, x);
    tally.of(6).divide(tally.of(2)).subtract(tally.of(1)).negate();
    assertEquals(0, tally.multiplications());
    assertEquals(fraction("14"), field.dot(x, x).value());
    assertEquals(3, tally.multiplications());
    field.outer(x, List.of(tally.of(1), tally.of(2)));
    assertEquals(9, tally.multiplications());
  }

  @Test
  void statisticsOfABatchDivideByItsSize() {
    BatchStatistics<BigFraction> four =
        BatchStatistics.of(Arithmetic.rationals(), fractions("1", "1", "1", "5"));
    assertEquals(fraction("2"), four.mean());
    assertEquals(fraction("3"), four.variance());
    BatchStatistics<BigFraction> counted =
        BatchStatistics.of(Arithmetic.rationals(), fractions("1", "5"), fractions("3", "1"));
    assertEquals(four, counted);
    // (5 - 2)/sqrt 3 is the largest output of four, sqrt(4 - 1), and not rational
    assertThrows(
        UnsupportedOperationException.class,
        () -> four.normalised(Arithmetic.rationals(), fraction("5")));
    assertEquals(
        Math.sqrt(3),
        new BatchStatistics<>(new Binary64(2), new Binary64(3))
            .normalised(Arithmetic.doubles(), new Binary64(5))
            .getReal(),
        1e-15);
  }

  @Test
  void theNoiseOfAGaussianMinibatchHasTheNumbersOfTheTable() {
    // 10^6 minibatches drawn elsewhere gave 2.88, 2.27 and 2.16 at m = 16, 64 and 256
    assertEquals(2.901, gaussian(16), 5e-4);
    assertEquals(2.282, gaussian(64), 5e-4);
    assertEquals(2.163, gaussian(256), 5e-4);
    // m = 6: 6 (9/4 (2 - 16/(3 pi)) + 1/3)
    assertEquals(6 * (2.25 * (2 - 16 / (3 * Math.PI)) + 1.0 / 3), gaussian(6), 1e-12);
  }

  private static double gaussian(long m) {
    return batches("xhat = 3/2")
        .gaussian(new LinearAlgebra<>(Arithmetic.doubles()))
        .apply(m)
        .getReal();
  }

  private static Batches batches(String preset) {
    BnSideeffects theorem = new BnSideeffects();
    return new Batches(theorem.setting(values(theorem, preset)));
  }

  @Test
  void aPatternAmongTwoIsPlusOrMinusOne() {
    var field = new LinearAlgebra<>(Arithmetic.doubles());
    assertEquals(1, batches("xhat = 3/2").largest(field).apply(2).getReal(), 1e-14);
    assertEquals(2.25, batches("population statistics").largest(field).apply(2).getReal(), 0);
  }

  @Test
  void theLagOfOneInTwentyIsNineteen() {
    RunningAverageLag theorem = new RunningAverageLag();
    Claim.Exactly lag =
        (Claim.Exactly)
            theorem
                .claims(theorem.setting(values(theorem, "lambda = 1/20: a lag of 19 steps")))
                .get(0);
    var constants =
        theorem.constants(theorem.setting(values(theorem, "lambda = 1/20: a lag of 19 steps")));
    // 19 (1 - 0.95^128) = 18.97324...
    assertEquals(19 * (1 - Math.pow(0.95, 128)), lag.bound().at(constants, 128), 1e-12);
    var sides =
        ((Comparison) lag.trial())
            .pairs(Arithmetic.rationals(), constants, lag.bound(), lag.points());
    // one step: x_1 = 1, R_1 = 1/20
    assertEquals(fraction("19/20"), sides.get(0).left());
  }

  @Test
  void tanhIsNoHomogeneousActivation() {
    double half = Activation.TANH.of(Arithmetic.doubles(), new Binary64(0.5)).getReal();
    double one = Activation.TANH.of(Arithmetic.doubles(), new Binary64(1)).getReal();
    assertEquals(Math.tanh(0.5), half, 1e-15);
    assertTrue(2 * half - one > 0.1);
    assertEquals(fraction("-1/2"), Activation.LEAKY.of(Arithmetic.rationals(), fraction("-2")));
    assertEquals(BigFraction.ZERO, Activation.RELU.of(Arithmetic.rationals(), fraction("-2")));
  }

  @Test
  void theBoundsOnTheNoiseOfAGaussianMinibatchAreNear() {
    BnSideeffects theorem = new BnSideeffects();
    var setting = theorem.setting(values(theorem, "xhat = 3/2"));
    List<Claim> claims = theorem.claims(setting);
    assertEquals("m Var from below", claims.get(1).name());
    assertEquals("m Var from above", claims.get(2).name());
    // the card: they differ by 0.03 at m = 16 and by 0.001 at m = 256
    assertEquals(0.03, apart(claims, theorem.constants(setting), 16), 5e-3);
    assertEquals(0.001, apart(claims, theorem.constants(setting), 256), 5e-4);
  }

  private static double apart(List<Claim> claims, Constants constants, long m) {
    double below = ((Claim.Exactly) claims.get(1)).bound().at(constants, m);
    return ((Claim.Exactly) claims.get(2)).bound().at(constants, m) - below;
  }

  /** alpha = 1/20, c = 2, sigma = 3, M_V = 1, w_1 = 5, factors 1/4 and 1. */
  @Test
  void noSequenceOfFactorsIsWorseThanTheWorst() {
    SlowChange theorem = new SlowChange();
    var setting = theorem.setting(values(theorem, "any factors from 1/4 to 1"));
    Comparison worst = (Comparison) ((Claim.Exactly) theorem.claims(setting).get(0)).trial();
    for (int steps = 0; steps <= 3; steps++) {
      double most = 0;
      for (int factors = 0; factors < 1 << steps; factors++) {
        double sum = 0;
        for (int signs = 0; signs < 1 << 2 * steps; signs++) {
          double w = 5;
          for (int j = 0; j < steps; j++) {
            double zeta = (signs >> 2 * j & 1) == 0 ? 1 : -1;
            double xi = (signs >> 2 * j + 1 & 1) == 0 ? 1 : -1;
            double p = (factors >> j & 1) == 0 ? 0.25 : 1;
            w -= 0.05 * p * (2 * w * (1 + zeta) + 3 * xi);
          }
          sum += w * w;
        }
        most = Math.max(most, sum / (1 << 2 * steps));
      }
      assertEquals(most, left(worst, steps + 1), 1e-12 * most);
    }
  }

  /** alpha = 1/64, c = 2, sigma = 3, M_V = 1, w_1 = 0; the factor is 1 where xi = 1, else 1/2. */
  @Test
  void theGapOfAFactorThatFollowsTheNoiseIsTheOneOfAllSigns() {
    SlowChange theorem = new SlowChange();
    var setting = theorem.setting(values(theorem, "the factor follows the noise"));
    Comparison gap = (Comparison) ((Claim.Exactly) theorem.claims(setting).get(0)).trial();
    double sum = 0;
    for (int signs = 0; signs < 1 << 6; signs++) {
      double w = 0;
      for (int j = 0; j < 3; j++) {
        double zeta = (signs >> 2 * j & 1) == 0 ? 1 : -1;
        double xi = (signs >> 2 * j + 1 & 1) == 0 ? 1 : -1;
        w -= (xi > 0 ? 1 : 0.5) / 64 * (2 * w * (1 + zeta) + 3 * xi);
      }
      sum += w * w / 64;
    }
    assertEquals(sum, left(gap, 4), 1e-12 * sum);
  }

  /** The left side at k, where F = w^2. */
  private static double left(Comparison trial, long k) {
    Bound nothing = Bound.of("0", Formula.number(0));
    return trial
        .pairs(Arithmetic.doubles(), Constants.none(), nothing, Checkpoints.of(k))
        .get(0)
        .left()
        .getReal();
  }
}
