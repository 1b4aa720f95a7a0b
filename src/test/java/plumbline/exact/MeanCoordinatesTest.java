package plumbline.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.method.Coefficient;
import plumbline.method.Method;
import plumbline.method.Operation;
import plumbline.method.State;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.Cosine;
import plumbline.problem.Quadratic;
import plumbline.quantity.Quantity;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;

/** E w_k and E g(w_k), coordinate by coordinate, against numbers worked by hand. */
class MeanCoordinatesTest {
  private static final Checkpoints AT = Checkpoints.of(1, 2, 3);

  /** A = [[2, 1], [1, 2]], w_* = (1, -1), H = diag(1, 1/2), alpha = 1/4, w_1 = (3, 0). */
  private static Recursion coupled(Method method) {
    Quadratic problem =
        new Quadratic(Matrix.parse("2 1; 1 2"), Vector.parse("1 -1"), Constants.none());
    Oracle oracle =
        Oracle.additive(Vector.parse("4 9"), Law.GAUSSIAN)
            .withMultiplicative(new BigFraction(1, 4), Law.RADEMACHER)
            .withScaling(Vector.parse("1 1/2"));
    return new Recursion(
        problem,
        oracle,
        method,
        Stepsize.fixed(new BigFraction(1, 4)),
        new Start.At(Vector.parse("3 0")));
  }

  private static List<String> means(Reading reading) {
    List<Binary64> doubles = ClosedMoments.expectation(Arithmetic.doubles(), reading).orElseThrow();
    List<BigFraction> rationals =
        ClosedMoments.expectation(Arithmetic.rationals(), reading).orElseThrow();
    for (int i = 0; i < doubles.size(); i++) {
      assertEquals(rationals.get(i).doubleValue(), doubles.get(i).getReal(), 1e-15);
    }
    return rationals.stream().map(x -> x.getNumerator() + "/" + x.getDenominator()).toList();
  }

  @Test
  void noiseLeavesTheMeanToTheGradientStep() {
    Recursion r = coupled(Method.stochasticGradient());
    // e = (2, 1), A e = (5, 4), g = (5, 2), w_2 = (7/4, -1/2); e = (3/4, 1/2), A e = (2, 7/4),
    // g = (2, 7/8), w_3 = (5/4, -23/32)
    assertEquals(
        List.of("3/1", "7/4", "5/4"), means(Reading.coordinate(r, Quantity.COORDINATE, 0, AT)));
    assertEquals(
        List.of("0/1", "-1/2", "-23/32"), means(Reading.coordinate(r, Quantity.COORDINATE, 1, AT)));
    assertEquals(
        List.of("5/1", "2/1"),
        means(Reading.coordinate(r, Quantity.ORACLE_COORDINATE, 0, Checkpoints.of(1, 2))));
    assertEquals(
        List.of("2/1", "7/8"),
        means(Reading.coordinate(r, Quantity.ORACLE_COORDINATE, 1, Checkpoints.of(1, 2))));
  }

  @Test
  void averagesAndMomentumAreLinearToo() {
    Recursion r = coupled(Method.stochasticGradient());
    assertEquals(
        List.of("3/1", "19/8", "2/1"),
        means(new Reading(r, Quantity.COORDINATE, Fold.MEAN_TO, AT, 0)));
    Method heavyBall =
        new Method(
            "heavy ball",
            List.of(
                new Operation.Gradient(State.W),
                new Operation.Combine(
                    State.M, Coefficient.of(Formula.number("1/2")), Coefficient.of(1), State.G),
                new Operation.Combine(
                    State.W, Coefficient.of(1), Coefficient.minusStepsize(), State.M)));
    // m_1 = (5, 2), w_2 as above; m_2 = (5/2 + 2, 1 + 7/8), w_3 = (7/4 - 9/8, -1/2 - 15/32)
    assertEquals(
        List.of("3/1", "7/4", "5/8"),
        means(Reading.coordinate(coupled(heavyBall), Quantity.COORDINATE, 0, AT)));
    assertEquals(
        List.of("0/1", "-1/2", "-31/32"),
        means(Reading.coordinate(coupled(heavyBall), Quantity.COORDINATE, 1, AT)));
  }

  @Test
  void outsideItsVectorThereIsNoCoordinate() {
    Recursion r = coupled(Method.stochasticGradient());
    assertThrows(
        IllegalArgumentException.class, () -> Reading.coordinate(r, Quantity.COORDINATE, 2, AT));
    assertThrows(
        IllegalArgumentException.class, () -> new Reading(r, Quantity.GAP, Fold.AT, AT, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Reading(r, Quantity.COORDINATE, Fold.MAX_TO, AT, 0));
    Recursion saddle =
        new Recursion(new Cosine(1, 1), r.oracle(), r.method(), r.stepsize(), r.start());
    assertTrue(
        ClosedMoments.expectation(
                Arithmetic.doubles(), Reading.coordinate(saddle, Quantity.COORDINATE, 0, AT))
            .isEmpty());
  }
}
