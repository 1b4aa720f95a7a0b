package plumbline.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.check.Catalogue;
import plumbline.check.ClaimResult;
import plumbline.check.Layer;
import plumbline.simulation.ScalarEngine;
import plumbline.simulation.ScalarStep;
import plumbline.verdict.Coincide;
import plumbline.verdict.Outcome;

class GradeTest {
  private static final String FIXED = "bottou/thm46-fixed-step";

  private static Graded coarse(Supplier<ScalarStep> steps, String id, String instance) {
    Grade.Settings s = Grade.Settings.standard();
    return Grade.of(steps)
        .with(new Grade.Settings(s.seed(), 0.3, s.limits(), s.threads(), s.progress()))
        .against(id, instance);
  }

  /** Minibatches of 4, a falling stepsize, Gaussian noise; no alpha is a power of 2. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bottou/thm46-fixed-step | least squares in R^3",
        "bottou/thm47-diminishing | LS4",
        "bottou/thm48-nonconvex-fixed | QD, Gaussian"
      })
  void aRightStepHasTheIteratesOfTheDeclaredMethodBitForBit(String id, String instance)
      throws InterruptedException {
    Layer.Coincided fused = coincided(Steps.Fused::new, id, instance);
    assertEquals(0.0, fused.difference());
    assertTrue(fused.twin() > 0.01);
    // the negative control: rounded elsewhere, the bits differ, and the judgement does not
    assertTrue(coincided(Steps.Sgd::new, id, instance).difference() > 0);
  }

  private static Layer.Coincided coincided(Supplier<ScalarStep> steps, String id, String instance)
      throws InterruptedException {
    Question.Asked asked =
        Question.against(Catalogue.load(), id, instance, Map.of()).asked().get(0);
    assertEquals(64, asked.iterates());
    try (ScalarEngine engine = new ScalarEngine(steps, 2, ScalarEngine.Limits.standard())) {
      ClaimResult judged =
          new DrawByDraw(asked.recursion(), asked.stream(), 0, asked.iterates())
              .judge(engine, ClaimResult.Standing.SHOWN);
      assertEquals(Outcome.HOLDS, judged.verdict());
      return (Layer.Coincided) judged.layers().get(0);
    }
  }

  @Test
  void aRightStepPassesOnTheSharpInstanceAndIsNoticedInTheMean() {
    Graded graded = Grade.of(Steps.Sgd::new).against(FIXED, "LS4");
    assertTrue(graded.passes(), graded::toString);
    assertEquals("obeys bottou/thm46-fixed-step, as far as 1 instance can tell", graded.sentence());
    assertTrue(graded.inTheMean().orElseThrow().contains("on 1 of 1 instance"));
    assertTrue(graded.errors().get(0).endsWith("at most 1 x 5e-10 = 5.0e-10"), graded::toString);
    graded.require();
  }

  @Test
  void aBiasedGradientBreaksTheTheorem() {
    Graded graded = coarse(Steps.Biased::new, FIXED, "LS4");
    assertEquals(Graded.Mark.DOES_NOT_OBEY, graded.mark());
    assertTrue(
        graded.findings().get(0).startsWith("on LS4: (4.14) is broken: at k"), graded::toString);
    assertTrue(graded.firstDifference().orElseThrow().contains("comes with step 1"));
    assertThrows(AssertionError.class, graded::require);
  }

  @Test
  void aBatchThatIsNotDividedByBreaksTheTheorem() {
    assertEquals(Graded.Mark.DOES_NOT_OBEY, coarse(Steps.Summed::new, FIXED, "LS4").mark());
  }

  @Test
  void aStaleGradientBreaksTheTheoremOnlyWhereStepsAreLong() {
    Graded sharp = coarse(Steps.Stale::new, FIXED, "S1, alpha");
    assertEquals(Graded.Mark.DOES_NOT_OBEY, sharp.mark(), sharp::toString);
    // with short steps the bound holds of it; the answers beside the grade tell it apart
    Graded slack = coarse(Steps.Stale::new, FIXED, "Q1, alpha c M_G = 1/2");
    assertTrue(slack.passes(), slack::toString);
    assertTrue(slack.inTheMean().orElseThrow().endsWith("surely others on 1"));
    assertTrue(slack.firstDifference().orElseThrow().contains("comes with step 2"));
  }

  @ParameterizedTest
  @CsvSource({"sgd", "heavy-ball", "momentum", "nesterov", "nesterov-ahead"})
  void everyMethodKnowsItselfAndNoOther(String method) {
    Map<String, Supplier<ScalarStep>> steps =
        Map.of(
            "sgd", Steps.Sgd::new,
            "heavy-ball", () -> new Steps.Ball(0.9),
            "momentum", Steps.Momentum::new,
            "nesterov", Steps.Nesterov::new,
            "nesterov-ahead", Steps.NesterovAhead::new);
    steps.forEach(
        (name, step) -> {
          Graded graded = Grade.of(step).as(method);
          assertEquals(name.equals(method), graded.passes(), () -> name + "\n" + graded);
          if (!name.equals(method)) {
            assertEquals("its iterates are those of --method " + name, graded.check().note());
          }
        });
  }

  @Test
  void aHeavyBallWithAWrongSignDiffersFromTheSecondStepOn() {
    Graded graded = Grade.of(() -> new Steps.Ball(-0.9)).as("heavy-ball");
    assertEquals("is not heavy ball with beta = 9/10", graded.sentence());
    // nothing has moved before step 1, so that w_2 is the same for every momentum
    assertTrue(graded.firstDifference().orElseThrow().contains("comes with step 2"));
    assertEquals("", graded.check().note());
    assertEquals(3, graded.findings().size());
  }

  @Test
  void aHeavyBallObeysItsRateOnAQuadraticAndOneWithAWrongSignDoesNot() {
    String rate = "lecun/heavy-ball-rate";
    Graded right = Grade.of(() -> new Steps.Ball(81.0 / 121)).against(rate);
    assertTrue(right.passes(), right::toString);
    assertEquals(
        "no chance is in this: nothing is random on these instances", right.errors().get(0));
    Graded wrong = Grade.of(() -> new Steps.Ball(-81.0 / 121)).against(rate);
    assertEquals(Graded.Mark.DOES_NOT_OBEY, wrong.mark());
    // by hand with beta = 81/121, alpha = 400/121, along L,
    // e_2 = -279/121 and e_3 = 77841/14641 + 81/121 (279/121 + 1) = 110241/14641 = 7.53, where
    // the bound is (1 + 2 20/11) (9/11)^2 = 51/11 81/121 = 3.104: squared 5.886
    assertTrue(wrong.findings().get(0).contains("value/bound = 5.886 at k = 3"), wrong::toString);
  }

  @Test
  void aMomentumThatIsSetIsTheOneThatIsAskedFor() {
    assertTrue(
        Grade.of(() -> new Steps.Ball(0.8)).as("heavy-ball", Map.of("beta", "4/5")).passes());
    assertFalse(Grade.of(() -> new Steps.Ball(0.8)).as("heavy-ball").passes());
  }

  /** Every iterate is compared, the first that a step makes among them. */
  @Test
  void anIterateThatIsOffAloneIsSeen() {
    Graded graded = Grade.of(Steps.AwayOnce::new).as("sgd");
    assertEquals(Graded.Mark.DOES_NOT_OBEY, graded.mark(), graded::toString);
    assertTrue(
        graded.firstDifference().orElseThrow().contains("comes with step 1"), graded::toString);
  }

  @Test
  void aStepsizeTakenTooEarlyShowsWhereStepsizesFall() {
    Graded graded = Grade.of(Steps.Early::new).as("sgd");
    assertEquals(Graded.Mark.DOES_NOT_OBEY, graded.mark());
    assertEquals(
        List.of(Outcome.HOLDS, Outcome.HOLDS, Outcome.REFUTED),
        graded.check().instances().stream().map(i -> i.verdict()).toList());
  }

  @ParameterizedTest
  @CsvSource({"sgd", "heavy-ball"})
  void aBiasedOrStaleOrSummedGradientIsNoMethod(String method) {
    for (Supplier<ScalarStep> step :
        List.<Supplier<ScalarStep>>of(Steps.Biased::new, Steps.Stale::new, Steps.Summed::new)) {
      Graded graded = Grade.of(step).as(method);
      assertEquals(Graded.Mark.DOES_NOT_OBEY, graded.mark(), graded::toString);
      assertEquals("", graded.check().note());
    }
  }

  @Test
  void aMomentumThatReplicasShareIsFoundAndNamed() {
    Graded graded = Grade.of(Steps.Shared::new).as("momentum");
    assertEquals(Graded.Mark.DOES_NOT_OBEY, graded.mark());
    assertTrue(
        graded.findings().get(0).contains("in fields of its object (not static)"),
        graded::toString);
  }

  @Test
  void aStepThatThrowsGetsAFindingAndTheDifferenceBefore() {
    Supplier<ScalarStep> throwing =
        () ->
            (w, given, k) -> {
              if (k == 5) {
                throw new IllegalStateException("five");
              }
              w[0] += 1;
              return w;
            };
    Graded graded = Grade.of(throwing).against(FIXED, "LS4");
    assertEquals(Graded.Mark.DOES_NOT_OBEY, graded.mark());
    assertTrue(graded.findings().get(0).contains("step 5 of replica 0 threw"), graded::toString);
    // nothing was compared, though the instance is random: no sentence on chance is true here
    assertEquals(List.of(), graded.errors());
    assertTrue(graded.firstDifference().orElseThrow().contains("comes with step 1"));
  }

  @Test
  void aWrongStepThatAlsoTakesTooLongIsStillGraded() {
    ScalarStep still = (w, given, k) -> w;
    ScalarStep slow =
        (w, given, k) -> {
          try {
            Thread.sleep(1000);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return w;
        };
    AtomicInteger made = new AtomicInteger();
    // those that are run twice, and the first setting's
    int first = 3 + Coincide.REPLICAS;
    Supplier<ScalarStep> steps = () -> made.incrementAndGet() <= first ? still : slow;
    Grade.Settings s = Grade.Settings.standard();
    ScalarEngine.Limits limits = new ScalarEngine.Limits(10, 5);
    Graded graded =
        Grade.of(steps)
            .with(new Grade.Settings(s.seed(), s.delta(), limits, s.threads(), s.progress()))
            .as("sgd");
    assertEquals(Graded.Mark.DOES_NOT_OBEY, graded.mark(), graded::toString);
    assertEquals("", graded.check().note());
  }

  @Test
  void moreThreadsChangeNothing() {
    Grade.Settings s = Grade.Settings.standard();
    List<ClaimResult> one = claims(new Grade.Settings(3, 0.4, s.limits(), 1, s.progress()));
    List<ClaimResult> three = claims(new Grade.Settings(3, 0.4, s.limits(), 3, s.progress()));
    assertEquals(one, three);
  }

  private static List<ClaimResult> claims(Grade.Settings settings) {
    return Grade.of(Steps.Sgd::new)
        .with(settings)
        .against(FIXED, "LS4")
        .check()
        .instances()
        .get(0)
        .claims();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bottou/thm46 | there is no card bottou/thm46; the nearest are",
        "bottou/A2-convex | claims nothing of iterates that are simulated",
        "cevher/sgd-nonconvex-rate-as-printed-eq8 | states a misprint, which no right step obeys"
      })
  void aTheoremThatAsksNothingOfAStepIsRefused(String id, String sentence) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Grade.of(Steps.Sgd::new).against(id));
    assertTrue(refused.getMessage().contains(sentence), refused::getMessage);
  }

  @Test
  void anInstanceOutsideTheTheoremIsRefusedWithItsWitness() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Grade.of(Steps.Sgd::new).against(FIXED, "Q1, 2.5 times"));
    assertTrue(
        refused.getMessage().contains("claims nothing on \"Q1, 2.5 times too long\""),
        refused::getMessage);
  }

  @Test
  void aMethodOrAParameterThatIsNotThereIsRefused() {
    Grade grade = Grade.of(Steps.Sgd::new);
    assertEquals(
        "there is no method named adam; there are sgd, heavy-ball, momentum, nesterov,"
            + " nesterov-ahead: name one of these",
        assertThrows(IllegalArgumentException.class, () -> grade.as("adam")).getMessage());
    assertEquals(
        "sgd has no parameter named beta; it has none: leave out --set",
        assertThrows(IllegalArgumentException.class, () -> grade.as("sgd", Map.of("beta", "0")))
            .getMessage());
    assertEquals(
        "beta=1 is outside [0, 1): with beta >= 1 no momentum ever decays",
        assertThrows(
                IllegalArgumentException.class, () -> grade.as("heavy-ball", Map.of("beta", "1")))
            .getMessage());
  }
}
