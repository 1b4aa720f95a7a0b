package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.exact.ClosedMoments;
import plumbline.exact.Replay;
import plumbline.formula.Arithmetic;
import plumbline.method.Method;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.Cosine;
import plumbline.problem.LeastSquares;
import plumbline.problem.Problem;
import plumbline.problem.Quadratic;
import plumbline.quantity.Quantity;
import plumbline.random.Address;
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

  /**
   * Worked by hand on w^2/2, alpha = 1/2, from 1 without noise, in units of u: e_1 = 1; a step
   * rounds by 2 |w| + (4 L |w| + 4 |w|)/2 = 6, the evaluation (d + 3) L |w| being 4; G = 1/2. So
   * e_2 = 13/2 and e_3 = 37/4.
   */
  @Test
  void theDistanceOfComputedAndExactIteratesIsTheOneWorkedByHand() {
    Recursion one =
        new Recursion(
            Quadratic.diagonal(Vector.parse("1")),
            Oracle.exact(1),
            Method.stochasticGradient(),
            Stepsize.fixed(BigFraction.ONE_HALF),
            new Start.At(Vector.parse("1")));
    Drift drift = new Drift(one);
    assertEquals(1, drift.apart(1) / Drift.UNIT, 1e-12);
    assertEquals(6.5, drift.apart(2) / Drift.UNIT, 1e-12);
    assertEquals(9.25, drift.apart(3) / Drift.UNIT, 1e-12);
    // 2 sqrt(S) e + e^2 for |w|^2 near S = 1, and reading it: 2 . 2u + 20u
    double distance =
        new Rounding(reading(one, Quantity.DISTANCE_SQUARED, 3), Rounding.Subject.RECURSION, k -> 1)
            .at(3);
    assertEquals(18.5 + 4 + 20, distance / Drift.UNIT, 1e-9);
  }

  /** The draws of each replica, repeated in forty digits: computed and exact paths side by side. */
  @ParameterizedTest
  @MethodSource("noisy")
  void everyNoisyPathStaysWithinTheBound(Recursion of) throws InterruptedException {
    int replicas = 16;
    for (Quantity quantity : List.of(Quantity.GAP, Quantity.GRADIENT_NORM_SQUARED)) {
      for (long k : new long[] {1, 4, 12}) {
        Reading reading = reading(of, quantity, k);
        double[] computed;
        try (Engine engine = new CpuEngine(1)) {
          Plan plan =
              new Plan(
                  of, "rounding", 0, List.of(Components.channel(reading, k, j -> 1)), replicas);
          computed = engine.run(plan, 0, 0).channel(0);
        }
        double off = 0;
        double mean = 0;
        for (int r = 0; r < replicas; r++) {
          Address at = new Address(0, Address.hash("rounding"), r, 0, 0, 0);
          Dfp exact = Replay.values(Arithmetic.digits(40), reading, at).orElseThrow().get(0);
          off += Math.abs(exact.subtract(exact.newInstance(computed[r])).getReal()) / replicas;
          mean += exact.getReal() / replicas;
        }
        double size = mean;
        double allowed = new Rounding(reading, Rounding.Subject.RECURSION, j -> size).at(k);
        assertTrue(off <= allowed, quantity + " at " + k + ": " + off + " > " + allowed);
        assertTrue(allowed < Levels.ETA * mean, "vacuous at " + k + ": " + allowed);
      }
    }
  }

  static List<Recursion> noisy() {
    Oracle scaled =
        Oracle.additive(Vector.parse("1 1 1 1"), Law.RADEMACHER)
            .withScaling(Vector.parse("1/10 1 1/2 1"));
    return List.of(
        recursion(ROTATED, Oracle.additive(Vector.parse("1 4 1 1"), Law.RADEMACHER), "1/8"),
        recursion(ROTATED, scaled, "1/16"),
        recursion(leastSquares(), Oracle.indices(4, 2), "1/20"),
        recursion(new Cosine(1, 1), Oracle.additive(Vector.parse("1 1"), Law.RADEMACHER), "1/4"));
  }
}
