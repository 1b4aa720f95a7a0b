package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.exact.Replay;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.method.Coefficient;
import plumbline.method.Method;
import plumbline.method.Operation;
import plumbline.method.State;
import plumbline.oracle.Oracle;
import plumbline.problem.Quadratic;
import plumbline.quantity.Quantity;
import plumbline.random.Address;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.simulation.Channel;
import plumbline.simulation.Plan;
import plumbline.simulation.ScalarEngine;
import plumbline.stepsize.Stepsize;

class RememberedTest {
  private static Recursion with(Method method) {
    return new Recursion(
        new Quadratic(
            Matrix.parse("1 0; 0 1/100"),
            Vector.parse("1/3 -1"),
            Constants.none()
                .with("L", BigFraction.ONE, "diagonal")
                .with("c", new BigFraction(1, 100), "diagonal")),
        Oracle.exact(2),
        method,
        Stepsize.fixed(new BigFraction(400, 121)),
        new Start.At(Vector.parse("3 2/7")));
  }

  @Test
  void theBoundCoversWhatFortyDigitsShowAndIsOfUseForTenSteps() {
    for (Method method :
        List.of(
            Method.heavyBall(new BigFraction(81, 121)),
            Method.momentumSum(new BigFraction(81, 121)),
            Method.nesterov(new BigFraction(9, 11)),
            Method.nesterovAhead(new BigFraction(9, 11)))) {
      Recursion of = with(method);
      Plan plan =
          new Plan(
              of,
              "remembered",
              0,
              List.of(new Channel(Quantity.COORDINATE, Channel.Gather.AT, 13, 13, k -> 1)),
              16);
      double[][] computed = ScalarEngine.references(plan, 0, 0).get(0);
      Drift drift = new Drift(of);
      double most = 0;
      for (int k = 2; k <= 13; k++) {
        double off = Math.hypot(off(of, computed, k, 0), off(of, computed, k, 1));
        most = Math.max(most, off);
        assertTrue(off <= drift.apart(k), method.name() + ", k = " + k);
      }
      assertTrue(most > 0, method.name());
      // 1e-16 times the growth of (1 + alpha L + beta) a step, at most
      assertTrue(drift.apart(11) < 1e-4, () -> method.name() + " " + drift.apart(11));
    }
  }

  private static double off(Recursion of, double[][] computed, int k, int j) {
    Reading reading = Reading.coordinate(of, Quantity.COORDINATE, j, Checkpoints.of(k));
    Arithmetic<Dfp> in = Arithmetic.digits(40);
    Dfp exact = Replay.values(in, reading, new Address(0, 0, 0, 0, 0, 0)).orElseThrow().get(0);
    return Math.abs(exact.subtract(in.of(new BigFraction(computed[k - 1][j]))).getReal());
  }

  @Test
  void ofSquaresNothingIsKnown() {
    Coefficient one = Coefficient.of(Formula.number(1));
    Method squares =
        new Method(
            "squares",
            List.of(new Operation.Gradient(State.W), new Operation.Square(State.V, one, one)));
    assertEquals(Double.POSITIVE_INFINITY, new Drift(with(squares)).apart(2));
  }
}
