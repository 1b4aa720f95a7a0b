package plumbline.theorems.bottou.fixed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Claim;
import plumbline.theorem.Preset;
import plumbline.theorem.Relation;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;
import plumbline.theorems.bottou.Setting;

class FixedTest {
  private static Setting of(Theorem<Setting> theorem, String preset, String... changes) {
    Preset named = theorem.declaration().named(preset);
    Values values = theorem.declaration().values(named.values());
    for (int i = 0; i < changes.length; i += 2) {
      values = values.with(changes[i], changes[i + 1]);
    }
    return theorem.setting(values);
  }

  private static BigFraction rest(Setting setting, String alpha) {
    return Stationary.of(setting).gap(Arithmetic.rationals(), Rationals.parse(alpha));
  }

  @Test
  void theGapAtRestIsTheOneWorkedOutByHand() {
    // Q1, M = 1: alpha/(2 (2 - alpha)); 1/10 over 38/10
    assertEquals(Rationals.of(1, 38), rest(of(new Richardson(), "Q1", "M", "1"), "1/10"));
    // (1/20)(1/(2 (2 - 1/20)) + 1/(2 (2 - 1/2))) = 1/78 + 1/60
    assertEquals(Rationals.of(23, 780), rest(of(new HalvingGap(), "QD"), "1/20"));
    // attained by Theorem 4.6: alpha/2
    assertEquals(Rationals.of(5, 34), rest(of(new HalvingGap(), "LS4"), "5/17"));
  }

  @Test
  void theGapAtRestIsWhereALongRunEnds() {
    for (String name : List.of("S1", "LS4", "QD", "QB")) {
      Setting s = of(new HalvingGap(), name);
      double end =
          Gaps.along(Arithmetic.doubles(), s, Checkpoints.range(3000, 3000)).get(0).getReal();
      double at = rest(s, Rationals.show(s.schedule().exact("alpha"))).doubleValue();
      assertEquals(1, end / at, 1e-9, name);
    }
  }

  @Test
  void halvingTheStepsizeOfALineDividesByThreeAtOneOverC() {
    Setting q1 = of(new HalvingGap(), "Q1");
    assertEquals(new BigFraction(3), rest(q1, "1").divide(rest(q1, "1/2")));
    assertEquals(Rationals.of(39, 19), rest(q1, "1/10").divide(rest(q1, "1/20")));
    assertEquals(Rationals.of(399, 199), rest(q1, "1/100").divide(rest(q1, "1/200")));
  }

  @Test
  void theEstimateOfTheMinimumIsOffByTheSquare() {
    Setting q1 = of(new HalvingGap(), "Q1");
    assertEquals(Rationals.of(-1, 6), rest(q1, "1/2").multiply(2).subtract(rest(q1, "1")));
    double tenth = rest(q1, "1/20").multiply(2).subtract(rest(q1, "1/10")).doubleValue();
    assertEquals(-6.748e-4, tenth, 5e-8);
  }

  @Test
  void stagesThatStartAtTheirTriggerTakeTheWaitsOfTheCard() {
    Constants x = of(new HalvingTrigger(), "S1").constants();
    List<Long> waits =
        IntStream.rangeClosed(1, 6)
            .mapToObj(j -> Protocol.wait(Arithmetic.doubles(), x, j))
            .toList();
    assertEquals(List.of(4L, 9L, 18L, 35L, 70L, 141L), waits);
  }

  @Test
  void aRunOfTheProtocolTakesTheWaitsOfTheCard() {
    // alpha_1 c mu = 1/2, from twice the first trigger: floor 9/2, trigger 9, start 18
    Constants x = of(new HalvingRate(), "S1").constants();
    List<Long> waits =
        Protocol.stages(Arithmetic.doubles(), x, new Binary64(18), Protocol.Gap.BOUND, 7, 0)
            .stream()
            .map(Protocol.Stage::steps)
            .toList();
    assertEquals(List.of(2L, 4L, 8L, 16L, 35L, 69L, 140L), waits);
  }

  /** k b_k (c mu)^2/(L M) at the tenth change. */
  private static double product(Protocol.Gap of, String alpha) {
    Constants x = of(new HalvingRate(), "S1", "s2", "0", "alpha", alpha).constants();
    List<Protocol.Stage<Binary64>> stages =
        Protocol.stages(Arithmetic.doubles(), x, new Binary64(x.get("Delta")), of, 10, 0);
    Protocol.Stage<Binary64> last = stages.get(9);
    double unit = x.get("L") * x.get("M") / Math.pow(x.get("c") * x.get("mu"), 2);
    return last.last() * last.gap().getReal() / unit;
  }

  @Test
  void theConstantAtTheChangesIsTwiceTheLogarithmOfThree() {
    assertEquals(2 * Math.log(3), product(Protocol.Gap.BOUND, "3/4"), 0.02);
  }

  @Test
  void theGapItselfHasTheLogarithmOfSevenThirds() {
    assertEquals(Math.log(7 / 3.0), product(Protocol.Gap.ITSELF, "3/4"), 0.02);
    assertNotEquals(Math.log(7 / 3.0), product(Protocol.Gap.BOUND, "3/4"), 0.5);
  }

  @Test
  void theProtocolRefusesRationalsAndRunsWithoutEnd() {
    Constants x = of(new HalvingRate(), "S1").constants();
    assertThrows(
        UnsupportedOperationException.class,
        () ->
            Protocol.stages(Arithmetic.rationals(), x, BigFraction.ONE, Protocol.Gap.BOUND, 1, 0));
    Constants never = x.with("trigger", BigFraction.ONE_HALF, "below the floor");
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Protocol.stages(
                Arithmetic.doubles(), never, new Binary64(100), Protocol.Gap.BOUND, 1, 0));
  }

  @Test
  void theExponentOfGaussianPathsIsTheIntegral() {
    for (String alpha : List.of("3/5", "1", "7/10")) {
      Setting s = of(new DivergenceThreshold(), "Gaussian, alpha L M_G = 4", "alpha", alpha);
      double closed = Paths.exponent(Arithmetic.doubles(), s).getReal();
      assertEquals(integral(Rationals.parse(alpha).doubleValue()), closed, 1e-4, alpha);
    }
  }

  /** E ln |1 - alpha (1 + sqrt(3) z)| by the midpoint rule, fine enough for the pole of ln. */
  private static double integral(double alpha) {
    int n = 2_000_000;
    double width = 16.0 / n;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double z = -8 + (i + 0.5) * width;
      double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
      sum += Math.log(Math.abs(1 - alpha * (1 + Math.sqrt(3) * z))) * density * width;
    }
    return sum;
  }

  @Test
  void theSharperBoundIsAttainedStepByStep() {
    // Delta = 9, factor 1 - 3/4 2 (1 - 3/4) = 5/8, noise added 9/4: 9, 63/8, 459/64
    Setting s = of(new Thm46Unweakened(), "S1, 1.5 times (4.13)");
    Claim.Exactly attained =
        (Claim.Exactly)
            new Thm46Unweakened()
                .claims(s).stream()
                    .filter(claim -> claim.name().equals("attained"))
                    .findFirst()
                    .orElseThrow();
    assertEquals(Relation.EQUAL, attained.relation());
    List<BigFraction> bounds =
        LongStream.rangeClosed(1, 3)
            .mapToObj(k -> attained.bound().at(Arithmetic.rationals(), s.constants(), k))
            .toList();
    assertEquals(List.of(new BigFraction(9), Rationals.of(63, 8), Rationals.of(459, 64)), bounds);
    assertEquals(bounds, Gaps.along(Arithmetic.rationals(), s, Checkpoints.range(1, 3)));
  }

  @Test
  void aTriggerThatTakesTooLongIsRefused() {
    HalvingTriggerAsPrinted printed = new HalvingTriggerAsPrinted();
    Setting slow =
        of(
            printed, "LS4", "problem", "S1", "c", "1/1000", "h", "1/100", "M", "1/1000", "start",
            "10", "alpha", "1/100");
    Claim.Exactly first = (Claim.Exactly) printed.claims(slow).get(0);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                first
                    .trial()
                    .sides(Arithmetic.doubles(), slow.constants(), first.bound(), first.points()));
    assertTrue(refused.getMessage().endsWith("set a longer alpha"), refused.getMessage());
  }

  @Test
  void logCoshRunsWithoutNoiseWhateverIsSet() {
    Constants x =
        of(new DivergenceThreshold(), "log cosh", "M", "4", "s2", "1", "h", "2").constants();
    assertEquals(BigFraction.ZERO, x.exact("M"));
    assertEquals(BigFraction.ONE, x.exact("M_G"));
  }

  @Test
  void signsOfTheSameVarianceDivergeWhereGaussiansConverge() {
    String name = "signs, alpha L M_G = 4";
    double signs =
        Paths.exponent(Arithmetic.doubles(), of(new DivergenceThreshold(), name)).getReal();
    assertEquals(Math.log(3) / 2, signs, 1e-12);
    Setting gauss = of(new DivergenceThreshold(), name, "law", "GAUSSIAN");
    assertTrue(Paths.exponent(Arithmetic.doubles(), gauss).getReal() < -0.08);
    assertTrue(Paths.known(gauss));
    assertTrue(!Paths.known(of(new DivergenceThreshold(), name, "law", "STUDENT8")));
  }

  @Test
  void theTriggerAsPrintedIsNeverReachedOnFourPoints() {
    Setting s = of(new HalvingTriggerAsPrinted(), "LS4");
    assertEquals(4, Reached.first(s));
    assertEquals(Rationals.of(5, 16), s.constants().exact("F_inf"));
    assertTrue(Rationals.of(5, 17).compareTo(Rationals.of(5, 16)) < 0);
  }
}
