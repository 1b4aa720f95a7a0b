package plumbline.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
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

  private static ScalarEngine engine(Supplier<? extends ScalarStep> steps, int threads) {
    return new ScalarEngine(steps, threads, ScalarEngine.Limits.standard());
  }
}
