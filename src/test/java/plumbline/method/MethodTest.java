package plumbline.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.exact.ClosedMoments;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.Quadratic;
import plumbline.quantity.Quantity;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;

/** Methods with memory on F(w) = w^2/2 from w_1 = 1 with beta = 1/2, by hand. */
class MethodTest {
  private static final BigFraction HALF = new BigFraction(1, 2);

  /** alpha_k = 1/(1 + k): 1/2, 1/3, 1/4. */
  private static List<BigFraction> path(Method method) {
    Recursion of =
        new Recursion(
            new Quadratic(Matrix.parse("1"), Vector.parse("0"), Constants.none()),
            Oracle.exact(1),
            method,
            Stepsize.harmonic(BigFraction.ONE, BigFraction.ONE),
            new Start.At(Vector.parse("1")));
    Reading w = Reading.coordinate(of, Quantity.COORDINATE, 0, Checkpoints.of(1, 2, 3, 4));
    return ClosedMoments.expectation(Arithmetic.rationals(), w).orElseThrow();
  }

  private static List<BigFraction> fractions(String... text) {
    return Stream.of(text).map(Rationals::parse).toList();
  }

  @Test
  void heavyBallByHand() {
    // w_2 = 1 - 1/2; w_3 = 1/2 - 1/6 - 1/4; w_4 = 1/12 - 1/48 - 5/24
    assertEquals(fractions("1", "1/2", "1/12", "-7/48"), path(Method.heavyBall(HALF)));
  }

  @Test
  void momentumByHand() {
    // p = 1, 1, 2/3: w_2 = 1 - 1/2; w_3 = 1/2 - 1/3; w_4 = 1/6 - 1/6
    assertEquals(fractions("1", "1/2", "1/6", "0"), path(Method.momentumSum(HALF)));
  }

  @Test
  void nesterovByHand() {
    // y = 1, 1/4, 0: w_2 = 1/2; w_3 = 1/4 (1 - 1/3); y = 1/6 - 1/6, so that w_4 = 0
    assertEquals(fractions("1", "1/2", "1/6", "0"), path(Method.nesterov(HALF)));
  }

  @Test
  void nesterovAheadByHand() {
    // p = 1, 3/4, 5/12: w_2 = 1 - 3/4; w_3 = 1/4 - 5/24; w_4 = 1/24 - 1/16
    assertEquals(fractions("1", "1/4", "1/24", "-1/48"), path(Method.nesterovAhead(HALF)));
  }

  @Test
  void theVarianceOfHeavyBallIsTheClosedForm() {
    // alpha sigma^2 (1 + beta) / ((1 - beta) lambda (2 (1 + beta) - alpha lambda)), with
    // alpha = 1/10, sigma = lambda = 1: (3/20) / (1/2 (3 - 1/10)) = 3/29
    Recursion of =
        new Recursion(
            new Quadratic(Matrix.parse("1"), Vector.parse("0"), Constants.none()),
            Oracle.additive(Vector.parse("1"), Law.GAUSSIAN),
            Method.heavyBall(HALF),
            Stepsize.fixed(new BigFraction(1, 10)),
            new Start.At(Vector.parse("0")));
    Reading square = Reading.at(of, Quantity.DISTANCE_SQUARED, Checkpoints.of(2, 2000));
    List<Double> values =
        ClosedMoments.expectation(Arithmetic.doubles(), square).orElseThrow().stream()
            .map(x -> x.getReal())
            .toList();
    assertEquals(0.01, values.get(0), 1e-15);
    assertEquals(3.0 / 29, values.get(1), 1e-13);
  }
}
