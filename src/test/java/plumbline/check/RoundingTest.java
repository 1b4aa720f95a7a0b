package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.exact.ClosedMoments;
import plumbline.formula.Arithmetic;
import plumbline.method.Method;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.Cosine;
import plumbline.problem.LeastSquares;
import plumbline.problem.Problem;
import plumbline.problem.Quadratic;
import plumbline.quantity.Quantity;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.simulation.CpuEngine;
import plumbline.simulation.Engine;
import plumbline.simulation.Plan;
import plumbline.stepsize.Stepsize;
import plumbline.verdict.Levels;

/** The bound on rounding holds, is not vacuous, and grows where it must. */
class RoundingTest {
  private static final Problem ROTATED = Quadratic.rotated(Vector.parse("1 2 5 10"), 7);

  private static Recursion recursion(Problem problem, Oracle oracle, String alpha) {
    int d = problem.dimension();
    return new Recursion(
        problem,
        oracle,
        Method.stochasticGradient(),
        Stepsize.fixed(Rationals.parse(alpha)),
        new Start.At(Vector.constant(d, Rationals.parse("17/7"))));
  }

  private static Reading reading(Recursion of, Quantity quantity, long k) {
    return Reading.at(of, quantity, Checkpoints.of(k));
  }

  private static double simulated(Reading reading, long k) throws InterruptedException {
    try (Engine engine = new CpuEngine(1)) {
      Plan plan =
          new Plan(
              reading.of(), "rounding", 0, List.of(Components.channel(reading, k, j -> 1)), 16);
      return engine.run(plan, 0, 0).channel(0)[0];
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Quantity.class,
      names = {"GAP", "GRADIENT_NORM_SQUARED", "ORACLE_NORM_SQUARED", "DISTANCE_SQUARED"})
  void gradientDescentInDoublesIsWithinTheBoundOfTheSameInFortyDigits(Quantity quantity)
      throws InterruptedException {
    for (Problem problem : List.of(ROTATED, leastSquares())) {
      for (long k : new long[] {1, 5, 40, 300}) {
        Reading reading = reading(recursion(problem, Oracle.exact(4), "1/8"), quantity, k);
        Dfp exact = ClosedMoments.expectation(Arithmetic.digits(40), reading).orElseThrow().get(0);
        double off = Math.abs(exact.subtract(exact.newInstance(simulated(reading, k))).getReal());
        double allowed =
            new Rounding(reading, Rounding.Subject.RECURSION, j -> exact.getReal()).at(k);
        assertTrue(off <= allowed, quantity + " at " + k + ": " + off + " > " + allowed);
        assertTrue(
            k > 40 || allowed < Levels.ETA * exact.getReal(), "vacuous at " + k + ": " + allowed);
      }
    }
  }

  private static LeastSquares leastSquares() {
    return LeastSquares.of(
        Matrix.parse("1 0 1/3 0; 0 2 0 1/7; 1 1 0 0; 0 0 1 1; 1 0 0 2"), Vector.parse("1 2 3 4 5"));
  }

  @Test
  void aSquaredGradientMovesByTheSmoothnessMoreThanADistance() {
    Recursion of = recursion(ROTATED, Oracle.exact(4), "1/20");
    double distance =
        new Rounding(reading(of, Quantity.DISTANCE_SQUARED, 50), Rounding.Subject.RECURSION, k -> 1)
            .at(50);
    double gradient =
        new Rounding(
                reading(of, Quantity.GRADIENT_NORM_SQUARED, 50), Rounding.Subject.RECURSION, k -> 1)
            .at(50);
    assertTrue(gradient > 8 * distance, gradient + " against " + distance);
  }

  @Test
  void stepsThatExpandLeaveNothingKnown() {
    Recursion shrinks = recursion(ROTATED, Oracle.exact(4), "1/8");
    Recursion expands = recursion(ROTATED, Oracle.exact(4), "1");
    long k = 400;
    assertTrue(
        new Rounding(reading(shrinks, Quantity.GAP, k), Rounding.Subject.RECURSION, j -> 1).at(k)
            < 1e-12);
    assertEquals(
        Double.POSITIVE_INFINITY,
        new Rounding(reading(expands, Quantity.GAP, k), Rounding.Subject.RECURSION, j -> 1).at(k));
  }

  @Test
  void noiseWidensTheBoundAndExactnessOfTheProblemDoesNotHideIt() {
    Oracle loud = Oracle.additive(Vector.constant(4, new BigFraction(1_000_000)), Law.GAUSSIAN);
    double quiet =
        new Rounding(
                reading(recursion(ROTATED, Oracle.exact(4), "1/8"), Quantity.GAP, 20),
                Rounding.Subject.RECURSION,
                k -> 1)
            .at(20);
    double noisy =
        new Rounding(
                reading(recursion(ROTATED, loud, "1/8"), Quantity.GAP, 20),
                Rounding.Subject.RECURSION,
                k -> 1)
            .at(20);
    assertTrue(noisy > 50 * quiet, noisy + " against " + quiet);
  }

  @Test
  void onNonconvexProblemsStepsExpandAndTheChangedOracleServes() {
    Recursion cosine = recursion(new Cosine(1, 1), Oracle.sphere(2, BigFraction.ONE), "1/2");
    Reading average =
        new Reading(cosine, Quantity.GRADIENT_NORM_SQUARED, Fold.MEAN_TO, Checkpoints.of(10_000));
    double error = new Rounding(average, Rounding.Subject.UPPER_BOUND, k -> 0.5).at(10_000);
    assertTrue(error > 1e-16 && error < Levels.ETA * 0.5, "error " + error);
    assertTrue(new Drift(cosine).apart(10_000) > 1e100, "the two paths are told apart");
  }

  /**
   * On the way out of a saddle a rounding grows like (1 + alpha)^k: no sum of roundings bounds it.
   */
  @Test
  void onTheWayOutOfASaddleRoundingsGrowWithTheSteps() {
    Recursion cosine = recursion(new Cosine(1, 1), Oracle.sphere(2, BigFraction.ONE), "1/2");
    Reading first = reading(cosine, Quantity.FIRST_COORDINATE_SQUARED, 30);
    double followed = new Rounding(first, Rounding.Subject.RECURSION, k -> 1).at(30);
    double upper = new Rounding(first, Rounding.Subject.UPPER_BOUND, k -> 1).at(30);
    assertTrue(followed > 0x1p-53 * Math.pow(1.5, 29), "error " + followed);
    assertEquals(followed, upper);
    assertTrue(new Rounding(first, Rounding.Subject.ORACLES, k -> 1).at(30) < 1e-12);
  }

  /** A scaling of condition 10^4 turns the norm in which steps contract by a factor of 100. */
  @Test
  void aScalingOfTheGradientWidensWhatIsAllowed() throws InterruptedException {
    Problem problem = Quadratic.diagonal(Vector.parse("1 1"));
    Oracle scaled = Oracle.exact(2).withScaling(Vector.parse("1/10000 1"));
    double plain = new Drift(recursion(problem, Oracle.exact(2), "1/3")).apart(200);
    double turned = new Drift(recursion(problem, scaled, "1/3")).apart(200);
    assertTrue(turned > 1000 * plain, turned + " against " + plain);
    for (long k : new long[] {2, 50, 200}) {
      Reading reading = reading(recursion(problem, scaled, "1/3"), Quantity.DISTANCE_SQUARED, k);
      Dfp exact = ClosedMoments.expectation(Arithmetic.digits(40), reading).orElseThrow().get(0);
      double off = Math.abs(exact.subtract(exact.newInstance(simulated(reading, k))).getReal());
      double allowed =
          new Rounding(reading, Rounding.Subject.RECURSION, j -> exact.getReal()).at(k);
      assertTrue(off <= allowed, k + ": " + off + " > " + allowed);
    }
  }
}
