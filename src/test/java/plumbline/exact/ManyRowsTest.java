package plumbline.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
import plumbline.method.Method;
import plumbline.oracle.Oracle;
import plumbline.problem.LeastSquares;
import plumbline.quantity.Quantity;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.simulation.Channel;
import plumbline.simulation.CpuEngine;
import plumbline.simulation.Plan;
import plumbline.simulation.Ratios;
import plumbline.stepsize.Stepsize;

/**
 * Least squares of many rows takes its sums from products of d columns. Eight rows written down six
 * times are the same objective and the same oracle as the eight, which are summed row by row.
 */
final class ManyRowsTest {
  private static final Matrix X = Matrix.parse("1 0; 1 1; 1 -1; 1 2; 2 1; 0 1; 1 3; 1 1/2");
  private static final Vector Y = Vector.parse("1 2 0 1 -1 1 3 0");

  private static LeastSquares times(int copies, Matrix x, Vector y) {
    List<Vector> rows = new ArrayList<>();
    List<BigFraction> targets = new ArrayList<>();
    for (int copy = 0; copy < copies; copy++) {
      rows.addAll(x.rows());
      targets.addAll(y.entries());
    }
    return LeastSquares.of(new Matrix(rows), new Vector(targets));
  }

  private static Recursion recursion(LeastSquares problem, Oracle oracle) {
    return new Recursion(
        problem,
        oracle,
        Method.stochasticGradient(),
        Stepsize.fixed(Rationals.of(1, 16)),
        new Start.At(Vector.parse("2 -1")));
  }

  private static List<BigFraction> exactly(LeastSquares problem, int batch, Quantity quantity) {
    Recursion recursion = recursion(problem, Oracle.indices(2, batch));
    return ClosedMoments.expectation(
            Arithmetic.rationals(), Reading.at(recursion, quantity, Checkpoints.of(1, 2, 3, 6)))
        .orElseThrow();
  }

  @Test
  void momentsOfRepeatedRowsAreThoseOfTheRowsInRationals() {
    LeastSquares once = times(1, X, Y);
    LeastSquares often = times(6, X, Y);
    for (int batch : new int[] {1, 3}) {
      for (Quantity quantity : List.of(Quantity.GAP, Quantity.GRADIENT_NORM_SQUARED)) {
        assertEquals(exactly(once, batch, quantity), exactly(often, batch, quantity));
      }
    }
    assertFalse(Sums.Weighted.pays(Sums.of(once).sample()));
    assertTrue(Sums.Weighted.pays(Sums.of(often).sample()));
    // the control: one target moved by a tenth
    List<BigFraction> moved = new ArrayList<>(Y.entries());
    moved.set(3, Rationals.of(11, 10));
    assertNotEquals(
        exactly(once, 1, Quantity.GAP), exactly(times(6, X, new Vector(moved)), 1, Quantity.GAP));
  }

  @Test
  void theLoopsReadTheSameFromBoth() throws InterruptedException {
    Ratios once = run(times(1, X, Y));
    Ratios often = run(times(6, X, Y));
    for (int channel = 0; channel < 3; channel++) {
      double expected = once.at(channel, 7);
      assertTrue(expected > 1e-3, "nothing to be read tests nothing");
      assertEquals(expected, often.at(channel, 7), 1e-13 * expected);
    }
  }

  private static Ratios run(LeastSquares problem) throws InterruptedException {
    List<Channel> channels =
        List.of(
            new Channel(Quantity.GAP, Channel.Gather.AT, 1, 1, j -> 1.0),
            new Channel(Quantity.GRADIENT_NORM_SQUARED, Channel.Gather.AT, 1, 1, j -> 1.0),
            new Channel(Quantity.GAP, Channel.Gather.AT, 2, 2, j -> 1.0));
    try (CpuEngine engine = new CpuEngine(1)) {
      return engine.run(
          new Plan(recursion(problem, Oracle.exact(2)), "rows", 0, channels, 16), 5, 0);
    }
  }

  @Test
  void whereColumnsDependAMinimizerIsStillKnownAndMomentsClose() {
    Matrix x = Matrix.parse("1 2; 2 4; -1 -2; 3 6");
    LeastSquares problem = LeastSquares.of(x, Vector.parse("1 0 2 1"));
    assertEquals(Optional.empty(), problem.minimizer());
    Vector w = problem.solution();
    Vector residuals =
        Vector.generate(4, i -> x.times(w).exact(i).subtract(problem.targets().exact(i)));
    assertEquals(Vector.parse("0 0"), x.transposed().times(residuals));
    assertEquals(problem.constants().exact("F_inf"), problem.value(w));
    assertTrue(ClosedMoments.close(recursion(problem, Oracle.indices(2, 1))));
  }
}
