package plumbline.theorems.cevher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
import plumbline.quantity.Quantity;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.theorem.Claim;
import plumbline.theorem.Tail;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

class SgdNonconvexRateTest {
  private static final String SMALL = "L = 1/100, from the minimum, N = 10000";
  private final SgdNonconvexRate theorem = new SgdNonconvexRate();

  /** E mean |g_t|^2 and E |theta_N|^2 on L theta^2/2, by the moment recursion in rationals. */
  private static List<BigFraction> moments(SgdRun run) {
    Recursion recursion = run.recursion();
    BigFraction l = recursion.problem().constants().exact("L");
    BigFraction step = recursion.stepsize().at(Arithmetic.rationals(), 1);
    BigFraction kept = BigFraction.ONE.subtract(step.multiply(l)).pow(2);
    BigFraction added = step.pow(2).multiply(recursion.oracle().totalVariance());
    BigFraction m = ((Start.At) recursion.start()).point().squaredNorm();
    BigFraction sum = BigFraction.ZERO;
    for (long t = 0; t < run.steps(); t++) {
      sum = sum.add(l.pow(2).multiply(m));
      m = kept.multiply(m).add(added);
    }
    return List.of(sum.divide(new BigFraction(run.steps())), m);
  }

  /** The same in doubles, for long runs. */
  private static double average(SgdRun run, Quantity quantity) {
    double l = run.constants().get("L");
    double step = run.recursion().stepsize().at(1);
    double noise = run.constants().get("sigma2");
    double m = ((Start.At) run.recursion().start()).point().squaredNorm().doubleValue();
    double sum = 0;
    for (long t = 0; t < run.steps(); t++) {
      sum += l * l * m + (quantity == Quantity.ORACLE_NORM_SQUARED ? noise : 0);
      m = (1 - step * l) * (1 - step * l) * m + step * step * noise;
    }
    return sum / run.steps();
  }

  @Test
  void theSharperFormHasTheRatioOfTheNoteExactly() {
    Given<SgdRun> given = Given.on(theorem, "N = 64");
    BigFraction average = moments(given.setting()).get(0);
    BigFraction finalGap = moments(given.setting()).get(1).divide(2);
    BigFraction sharper = given.exactly(given.claim(Claim.Mean.class, "sharper form").bound(), 64);
    BigFraction corrected =
        given.exactly(given.claim(Claim.Mean.class, "(13) corrected").bound(), 64);
    assertEquals(Given.fraction("2/15"), sharper);
    assertEquals(Given.fraction("1/4"), corrected);
    // 1 - 2 L e_N/(2 L Delta + sigma^2), here with L = sigma^2 = 2 Delta = 1
    assertEquals(BigFraction.ONE.subtract(finalGap), average.divide(sharper));
    assertEquals(0.9667, average.divide(sharper).doubleValue(), 5e-5);
    // the sharper form times 0.95 dies, the corrected one times 0.95 is still true
    assertTrue(average.compareTo(sharper.multiply(Given.fraction("0.95"))) > 0);
    assertTrue(average.compareTo(corrected.multiply(Given.fraction("0.95"))) <= 0);
    assertEquals(List.of(), given.refuted());
  }

  @Test
  void everyQuadraticInstanceKeepsItsBounds() {
    int tried = 0;
    for (String preset : List.of("N = 16", "N = 64", "N = 1024", SMALL)) {
      Given<SgdRun> given = Given.on(theorem, preset);
      double average = average(given.setting(), Quantity.GRADIENT_NORM_SQUARED);
      for (String name : List.of("(13) corrected", "sharper form")) {
        Claim.Mean claim = given.claim(Claim.Mean.class, name);
        assertEquals(List.of(given.setting().steps()), claim.x().checkpoints().at());
        assertTrue(average <= given.at(claim.bound(), given.setting().steps()), preset);
        tried++;
      }
    }
    assertEquals(8, tried);
  }

  @Test
  void thirteenAsPrintedIsTwentyFiveTimesTooSmallOnTheSameReading() {
    Given<SgdRun> given = Given.on(new SgdNonconvexRateAsPrintedEq13(), SMALL);
    Claim.Mean printed = given.claim(Claim.Mean.class, "(13) as printed");
    Claim.Mean corrected = given.claim(Claim.Mean.class, "(13) corrected");
    assertEquals(printed.x(), corrected.x());
    assertEquals(Given.fraction("1/5000"), given.exactly(printed.bound(), 10_000));
    assertEquals(Given.fraction("1/100"), given.exactly(corrected.bound(), 10_000));
    double average = average(given.setting(), Quantity.GRADIENT_NORM_SQUARED);
    assertEquals(5.0e-3, average, 5e-6);
    Given<SgdRun> right = Given.on(theorem, SMALL);
    assertEquals(
        Given.fraction("1/199"),
        right.exactly(right.claim(Claim.Mean.class, "sharper form").bound(), 10_000));
  }

  @Test
  void theSlopeIsMinusOneHalfForTrueGradientsAndFlatForStochasticOnes() {
    Given<SgdRun> given = Given.on(new SgdNonconvexRateAsPrintedEq8(), "N = 64");
    Claim.Slope printed = given.claim(Claim.Slope.class, "(8) as printed");
    Claim.Slope twin = given.claim(Claim.Slope.class, "rate N^-1/2");
    assertEquals(-0.508, slope(given, twin), 5e-4);
    assertEquals(-0.0325, slope(given, printed), 5e-4);
    double edge = printed.p().at(given.constants(), 0) + printed.tau();
    assertTrue(slope(given, twin) < edge && slope(given, printed) > edge);
    Claim.Mean plateau = given.claim(Claim.Mean.class, "mean square of the stochastic gradient");
    assertEquals(printed.pairs().get(0).x(), plateau.x());
    assertEquals(Given.fraction("5/4"), given.exactly(plateau.bound(), 64));
    assertTrue(average(given.setting(), Quantity.ORACLE_NORM_SQUARED) <= 1.25);
  }

  @Test
  void aLongerStepIsOutsideAndFallsLikeTheFourthRoot() {
    Given<SgdRun> given = Given.on(theorem, "gamma = 1/(L N^(1/4)), N = 256");
    assertEquals(List.of("gamma = 1/(L sqrt(N))"), given.refuted());
    double slope = slope(given, given.claim(Claim.Slope.class, "rate N^-1/4"));
    assertEquals(-0.272, slope, 5e-4);
    assertEquals(
        Given.fraction("1/4"),
        given.setting().recursion().stepsize().at(Arithmetic.rationals(), 1));
    // the claims of the proper step fail on it
    double average = average(given.setting(), Quantity.GRADIENT_NORM_SQUARED);
    Claim.Mean corrected = given.claim(Claim.Mean.class, "(13) corrected");
    assertTrue(average > 2 * given.at(corrected.bound(), 256));
  }

  private static double slope(Given<SgdRun> given, Claim.Slope claim) {
    Claim.Pair pair = claim.pairs().get(0);
    SgdRun longer = given.setting().longer().orElseThrow();
    assertEquals(longer.recursion(), pair.y().of());
    double x = average(given.setting(), pair.x().quantity());
    double y = average(longer, pair.y().quantity());
    return Math.log(y / x) / pair.run();
  }

  @Test
  void onTheCosineTheContractIsTheBoundOfTheStrip() {
    Given<SgdRun> given = Given.on(theorem, "cosine, N = 256");
    Claim.Mean claim = given.claim(Claim.Mean.class, "(13) corrected");
    Tail.Max tail = assertInstanceOf(Tail.Max.class, claim.effort().tail());
    // 1 + y_1^2 = 2 over (2 (cos 0.1 + 3/2) + 0.08)/16
    assertEquals(
        2 / ((2 * (Math.cos(0.1) + 1.5) + 0.08) / 16),
        tail.largestRatio().applyAsDouble(256),
        1e-12);
    assertEquals(List.of("(13) corrected", "sharper form"), given.claims());
    assertEquals(2.495004165, given.constants().get("Delta"), 1e-9);
  }

  @Test
  void theThreeCardsShareTheirSettings() {
    List<Theorem<SgdRun>> cards =
        List.of(new SgdNonconvexRateAsPrintedEq8(), new SgdNonconvexRateAsPrintedEq13());
    for (Theorem<SgdRun> card : cards) {
      assertEquals(theorem.declaration().parameters(), card.declaration().parameters());
      String preset = card.declaration().presets().get(0).name();
      assertEquals(Given.on(theorem, preset).setting(), Given.on(card, preset).setting());
    }
  }

  @Test
  void theVariationOfTheAverageIsThatOfAllPaths() {
    Given<SgdRun> given = Given.on(theorem, "N = 16");
    SgdRun run = given.setting();
    double step = run.recursion().stepsize().at(1);
    double first = 0;
    double second = 0;
    // the last draw moves no theta_t with t < 16
    for (int path = 0; path < 1 << 15; path++) {
      double theta = 1;
      double sum = 1;
      for (int t = 0; t < 15; t++) {
        theta -= step * (theta + ((path >> t & 1) == 0 ? 1 : -1));
        sum += theta * theta;
      }
      first += sum / (1 << 15);
      second += sum * sum / (1 << 15);
    }
    double exact = second / (first * first) - 1;
    assertEquals(exact, AverageVariation.squared(run), 1e-8 * exact);
    Claim.Mean claim = given.claim(Claim.Mean.class, "sharper form");
    Tail.ClosedForm tail = assertInstanceOf(Tail.ClosedForm.class, claim.effort().tail());
    assertEquals(exact, tail.squaredVariation().applyAsDouble(16), 1e-8 * exact);
    Claim.Slope slope = given.claim(Claim.Slope.class, "rate N^-1/2");
    Tail.ClosedForm both = assertInstanceOf(Tail.ClosedForm.class, slope.effort().tail());
    assertEquals(exact, both.squaredVariation().applyAsDouble(16), 1e-8 * exact);
    assertTrue(both.squaredVariation().applyAsDouble(256) < exact);
    assertEquals(0.1547940, exact, 5e-7);
  }

  @Test
  void fromSixteenStepsOnNoStartMakesTheSlopeExceedItsEdge() {
    int tried = 0;
    for (String start : List.of("0", "1/10", "1", "10")) {
      for (String steps : List.of("16", "64", "256")) {
        Values values = Values.none().with("start", start).with("N", steps);
        SgdRun run = theorem.setting(theorem.declaration().values(values));
        Given<SgdRun> given = new Given<>(theorem, run);
        assertTrue(slope(given, given.claim(Claim.Slope.class, "rate N^-1/2")) <= -0.48);
        tried++;
      }
    }
    assertEquals(12, tried);
    Values oneStep = Values.none().with("start", "0").with("N", "1");
    SgdRun run = theorem.setting(theorem.declaration().values(oneStep));
    assertEquals(List.of("(13) corrected", "sharper form"), new Given<>(theorem, run).claims());
  }
}
