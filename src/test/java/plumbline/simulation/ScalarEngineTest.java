package plumbline.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.method.Method;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.Problem;
import plumbline.recursion.Start;
import plumbline.series.Vector;

class ScalarEngineTest {
  /** Fused as the engines' own combination is: w - alpha g, rounded once. */
  static final class Sgd implements ScalarStep {
    @Override
    public double[] step(double[] w, Given given, long k) {
      double[] g = given.gradient(w);
      for (int j = 0; j < w.length; j++) {
        w[j] = Math.fma(-given.stepsize(k), g[j], w[j]);
      }
      return w;
    }
  }

  private static Plan plan(Problem problem, Oracle oracle) {
    return Examples.plan(
        problem, oracle, Method.stochasticGradient(), new Start.Normal(new BigFraction(1, 2)), 33);
  }

  static Stream<Arguments> plans() {
    return Stream.of(
        Arguments.of(
            "a dense quadratic with Gaussian noise",
            plan(
                Examples.dense(),
                Oracle.additive(Vector.parse("1/4 1/9"), Law.GAUSSIAN)
                    .withMultiplicative(new BigFraction(1, 5), Law.STUDENT8))),
        Arguments.of(
            "least squares, minibatches of 4", plan(Examples.LEAST_SQUARES, Oracle.indices(3, 4))),
        Arguments.of("logistic regression by index", plan(Examples.LOGISTIC, Oracle.indices(2, 1))),
        Arguments.of(
            "a network with signs added",
            plan(
                Examples.network(plumbline.problem.Network.Trained.FIRST_LAYER),
                Oracle.exact(12)
                    .withAdditive(Vector.constant(12, new BigFraction(1, 9)), Law.RADEMACHER))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("plans")
  void aRightStepGivesTheBitsOfTheEngine(String what, Plan plan) throws Exception {
    try (Engine lanes = new CpuEngine(2);
        Engine scalar = engine(Sgd::new, 2)) {
      for (long block : List.of(0L, 3L)) {
        Ratios expected = lanes.run(plan, 7, block);
        Ratios actual = scalar.run(plan, 7, block);
        assertEquals(expected.channels(), actual.channels());
        for (int c = 0; c < expected.channels(); c++) {
          assertArrayEquals(expected.channel(c), actual.channel(c), 0.0, what + ", channel " + c);
        }
      }
    }
  }

  @Test
  void aStepThatTakesTheNextStepsizeDoesNot() throws Exception {
    Plan plan = plan(Examples.LEAST_SQUARES, Oracle.indices(3, 4));
    ScalarStep early =
        (w, given, k) -> {
          double[] g = given.gradient(w);
          for (int j = 0; j < w.length; j++) {
            w[j] = Math.fma(-given.stepsize(k + 1), g[j], w[j]);
          }
          return w;
        };
    try (Engine lanes = new CpuEngine(1);
        Engine scalar = engine(() -> early, 1)) {
      assertNotEquals(lanes.run(plan, 7, 0).at(0, 0), scalar.run(plan, 7, 0).at(0, 0));
    }
  }

  @Test
  void oneThreadAndThreeGiveTheSameBits() throws Exception {
    Plan plan = plan(Examples.dense(), Oracle.additive(Vector.parse("1 1"), Law.STUDENT4));
    try (Engine one = engine(Sgd::new, 1);
        Engine three = engine(Sgd::new, 3)) {
      Ratios expected = one.run(plan, 1, 2);
      Ratios actual = three.run(plan, 1, 2);
      for (int c = 0; c < expected.channels(); c++) {
        assertArrayEquals(expected.channel(c), actual.channel(c), 0.0);
      }
    }
  }

  @Test
  void theReferenceIsThePathOfTheDeclaredMethod() throws Exception {
    Plan plan = plan(Examples.LOGISTIC, Oracle.indices(2, 3));
    try (ScalarEngine scalar = engine(Sgd::new, 2)) {
      double[][] yours = scalar.paths(plan, 5, 1).get(0);
      double[][] declared = ScalarEngine.references(plan, 5, 1).get(0);
      assertEquals(33, yours.length);
      for (int i = 0; i < yours.length; i++) {
        assertArrayEquals(declared[i], yours[i], 0.0);
      }
      assertNotEquals(declared[32][0], ScalarEngine.references(plan, 5, 2).get(0)[32][0]);
    }
  }

  /** Every replica fails at step 3; the first replica is told, for any number of threads. */
  static Stream<Arguments> failures() {
    return Stream.of(
        failing("step 3 of replica 0 returned null: return the next iterate", (w, given) -> null),
        failing(
            "step 3 of replica 0 returned 1 coordinates where the iterate has 2: keep the length",
            (w, given) -> new double[1]),
        failing(
            "step 3 of replica 0 returned NaN in coordinate 2: an iterate is finite numbers",
            (w, given) -> new double[] {0, Double.NaN}),
        failing(
            "step 3 of replica 0 asked for a gradient at 3 coordinates where the iterate has 2:"
                + " keep the length",
            (w, given) -> given.gradient(new double[3])),
        failing(
            "step 3 of replica 0 asked for a gradient at null: give a point",
            (w, given) -> given.gradient(null)),
        failing(
            "step 3 of replica 0 asked for a gradient where a coordinate is no finite number",
            (w, given) -> given.gradient(new double[] {Double.NaN, 0})),
        failing(
            "step 3 of replica 0 asked for alpha_0: stepsizes are numbered from 1",
            (w, given) -> new double[] {given.stepsize(0), 0}),
        failing(
            "step 3 of replica 0 threw java.lang.ArithmeticException: no",
            (w, given) -> {
              throw new ArithmeticException("no");
            }),
        failing(
            "step 3 of replica 0 threw java.lang.Error: not written yet",
            (w, given) -> {
              throw new Error("not written yet");
            }),
        failing(
            "step 3 of replica 0 threw java.lang.StackOverflowError", (w, given) -> endless(w)));
  }

  private static double[] endless(double[] w) {
    return endless(w.clone());
  }

  private interface Third {
    double[] step(double[] w, ScalarStep.Given given);
  }

  private static Arguments failing(String sentence, Third third) {
    ScalarStep step = (w, given, k) -> k == 3 ? third.step(w, given) : new Sgd().step(w, given, k);
    return Arguments.of(sentence, step);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void aStepThatFailsIsToldInOneSentence(String sentence, ScalarStep step) throws Exception {
    Plan plan = plan(Examples.dense(), Oracle.exact(2));
    for (int threads : List.of(1, 3)) {
      try (Engine engine = engine(() -> step, threads)) {
        StepException failed = assertThrows(StepException.class, () -> engine.run(plan, 0, 0));
        assertTrue(failed.getMessage().startsWith(sentence), failed::getMessage);
        assertEquals(3, failed.step());
      }
    }
  }

  @Test
  void aStepThatNeverReturnsIsGivenUp() throws Exception {
    Plan plan = plan(Examples.dense(), Oracle.exact(2));
    ScalarStep waiting =
        (w, given, k) -> {
          while (k == 4) {
            Thread.onSpinWait();
            if (Thread.currentThread().isInterrupted()) {
              return w;
            }
          }
          return w;
        };
    try (Engine engine = new ScalarEngine(() -> waiting, 2, new ScalarEngine.Limits(0.3, 60))) {
      StepException late = assertThrows(StepException.class, () -> engine.run(plan, 0, 0));
      assertTrue(late.getMessage().startsWith("step 4 of replica"), late::getMessage);
      assertTrue(
          late.getMessage().endsWith("has not returned after 0.3 s: does it end?"),
          late::getMessage);
    }
  }

  @Test
  void stepsThatAreSlowInAllAreNobodysError() throws Exception {
    Plan plan = plan(Examples.dense(), Oracle.exact(2));
    AtomicInteger made = new AtomicInteger();
    ScalarStep slow =
        (w, given, k) -> {
          made.getAndIncrement();
          try {
            Thread.sleep(20);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return w;
        };
    try (Engine engine = new ScalarEngine(() -> slow, 2, new ScalarEngine.Limits(10, 0.2))) {
      StepException late = assertThrows(StepException.class, () -> engine.run(plan, 0, 0));
      assertTrue(late.isImpatient(), late::getMessage);
      // given up, a run makes no more steps: two threads that sleep make 100 a second, while those
      // that are interrupted sleep no more and would make thousands of the 256 x 33
      Thread.sleep(500);
      assertTrue(made.get() < 500, made::toString);
    }
  }

  @Test
  void aLimitBeyondWhatAClockCountsIsNone() throws Exception {
    Plan plan = plan(Examples.dense(), Oracle.exact(2));
    ScalarStep slow =
        (w, given, k) -> {
          // longer than the pause after which the watch looks, once
          if (k == 1 && w[0] != 0) {
            sleep(60);
          }
          return new double[2];
        };
    for (double endless : List.of(1e12, Double.POSITIVE_INFINITY)) {
      ScalarEngine.Limits limits = new ScalarEngine.Limits(endless, endless);
      try (ScalarEngine engine = new ScalarEngine(() -> slow, 1, limits)) {
        assertEquals(1, engine.paths(plan, 0, 0).size());
      }
    }
  }

  private static void sleep(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anObjectThatCannotBeMadeIsToldInOneSentence() throws Exception {
    Plan plan = plan(Examples.dense(), Oracle.exact(2));
    try (Engine engine = engine(() -> null, 1)) {
      StepException none = assertThrows(StepException.class, () -> engine.run(plan, 0, 0));
      assertEquals(
          "no step was made for a replica: give a new object each time", none.getMessage());
    }
    Supplier<ScalarStep> failing =
        () -> {
          throw new AssertionError("no");
        };
    try (Engine engine = engine(failing, 3)) {
      StepException none = assertThrows(StepException.class, () -> engine.run(plan, 0, 0));
      assertEquals(
          "a new object of the step could not be made: java.lang.AssertionError: no",
          none.getMessage());
    }
  }

  private static ScalarEngine engine(Supplier<? extends ScalarStep> steps, int threads) {
    return new ScalarEngine(steps, threads, ScalarEngine.Limits.standard());
  }
}
