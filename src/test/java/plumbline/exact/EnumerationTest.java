package plumbline.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static plumbline.exact.Instances.q;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.fraction.BigFraction;
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
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;

/** All sequences of draws against the recursions of moments. */
class EnumerationTest {
  private static final List<Quantity> QUANTITIES =
      List.of(
          Quantity.GAP,
          Quantity.GRADIENT_NORM_SQUARED,
          Quantity.ORACLE_NORM_SQUARED,
          Quantity.DISTANCE_SQUARED,
          Quantity.FIRST_COORDINATE_SQUARED);

  @Test
  void fourPointsToTheEighthIteration() {
    // 4^7 sequences; e_k = 5/34 + (5 - 5/34)(9/34)^(k-1)
    Reading reading = Reading.at(Instances.ls4(1, "5/17"), Quantity.GAP, Checkpoints.of(1, 2, 8));
    List<BigFraction> gap = Enumeration.expectation(reading);
    assertEquals(q("5"), gap.get(0));
    assertEquals(q("1655/1156"), gap.get(1));
    assertEquals(q("5/34").add(q("5").subtract(q("5/34")).multiply(q("9/34").pow(7))), gap.get(2));
  }

  @Test
  void anotherDataSetIsToldApart() {
    LeastSquares other =
        new LeastSquares(
            Matrix.parse("1; 1; 2; 2"),
            Vector.parse("1 -1 0.52 -0.52"),
            Optional.of(Vector.parse("0")),
            Constants.none());
    Recursion right = Instances.ls4(1, "5/17");
    Recursion planted =
        new Recursion(other, right.oracle(), right.method(), right.stepsize(), right.start());
    assertNotEquals(
        Enumeration.expectation(Reading.at(right, Quantity.GAP, Checkpoints.of(3))),
        Enumeration.expectation(Reading.at(planted, Quantity.GAP, Checkpoints.of(3))));
  }

  @Test
  void tooManySequencesAreRefused() {
    Reading reading = Reading.at(Instances.ls4(1, "1/4"), Quantity.GAP, Checkpoints.of(40));
    assertThrows(UnsupportedOperationException.class, () -> Enumeration.expectation(reading));
  }

  /** Everything that a random small recursion is made of, in sixths and quarters. */
  @Provide
  Arbitrary<Recursion> recursions() {
    Arbitrary<Integer> small = Arbitraries.integers().between(-4, 4);
    return Combinators.combine(
            small.list().ofSize(8),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(1, 2),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 2))
        .as(EnumerationTest::recursion);
  }

  private static Recursion recursion(
      List<Integer> numbers, int batch, int d, int factor, int methodIndex) {
    BigFraction[] x = numbers.stream().map(i -> new BigFraction(i, 4)).toArray(BigFraction[]::new);
    Vector centre = d == 1 ? new Vector(List.of(x[6])) : new Vector(List.of(x[6], x[7]));
    Problem problem = batch == 0 ? quadratic(x, centre) : leastSquares(x, centre);
    Oracle oracle =
        Oracle.indices(d, batch)
            .withMultiplicative(new BigFraction(factor * factor, 9), Law.RADEMACHER)
            .withScaling(Vector.generate(d, j -> new BigFraction(2 + j, 2)))
            .withAdditive(Vector.generate(d, j -> x[4 + j].multiply(x[4 + j])), Law.RADEMACHER);
    Vector start = Vector.generate(d, j -> x[5 - j]);
    return new Recursion(
        problem,
        oracle,
        methods().get(methodIndex),
        Stepsize.harmonic(q("1/2"), q("1")),
        new Start.At(start));
  }

  private static Problem quadratic(BigFraction[] x, Vector centre) {
    // a symmetric matrix need not be positive for its moments to close
    Matrix a =
        centre.dimension() == 1
            ? new Matrix(List.of(new Vector(List.of(x[0]))))
            : new Matrix(List.of(new Vector(List.of(x[0], x[1])), new Vector(List.of(x[1], x[2]))));
    return new Quadratic(a, centre, Constants.none());
  }

  /** Two opposite residuals on each row, so that the centre is the minimizer. */
  private static Problem leastSquares(BigFraction[] x, Vector centre) {
    Vector row = Vector.generate(centre.dimension(), j -> x[j].add(new BigFraction(1, 8)));
    BigFraction fit = BigFraction.ZERO;
    for (int j = 0; j < centre.dimension(); j++) {
      fit = fit.add(row.exact(j).multiply(centre.exact(j)));
    }
    BigFraction residual = x[3];
    return new LeastSquares(
        new Matrix(List.of(row, row)),
        new Vector(List.of(fit.add(residual), fit.subtract(residual))),
        Optional.of(centre),
        Constants.none());
  }

  private static List<Method> methods() {
    Coefficient one = Coefficient.of(1);
    return List.of(
        Method.stochasticGradient(),
        new Method(
            "momentum with a look ahead",
            List.of(
                new Operation.Combine(State.U, Coefficient.of(0), one, State.W),
                new Operation.Combine(State.U, one, Coefficient.of(Formula.number("1/2")), State.V),
                new Operation.Gradient(State.U),
                new Operation.Combine(
                    State.V,
                    Coefficient.of(Formula.number("1/2")),
                    Coefficient.minusStepsize(),
                    State.G),
                new Operation.Combine(State.W, one, one, State.V))),
        new Method(
            "differences of points",
            List.of(
                new Operation.Combine(State.M, Coefficient.of(-1), one, State.W),
                new Operation.Gradient(State.W),
                new Operation.Combine(State.W, one, Coefficient.of(Formula.k().over(4)), State.M),
                new Operation.Combine(State.W, one, Coefficient.minusStepsize(), State.G))));
  }

  @Property(tries = 40, seed = "20260101")
  void expectationsAgreeExactly(@ForAll("recursions") Recursion r) {
    for (Quantity quantity : QUANTITIES) {
      long draws = r.problem().dimension() == 1 ? 3 : 2;
      long last = quantity == Quantity.ORACLE_NORM_SQUARED ? draws : draws + 1;
      for (Fold fold : List.of(Fold.AT, Fold.MEAN_TO, Fold.WEIGHTED_SUM_TO)) {
        Reading reading = new Reading(r, quantity, fold, Checkpoints.of(1, last));
        assertEquals(
            Enumeration.expectation(reading),
            ClosedMoments.expectation(Arithmetic.rationals(), reading).orElseThrow());
      }
    }
  }

  @Property(tries = 40, seed = "20260102")
  void variationsAgreeToRounding(@ForAll("recursions") Recursion r) {
    for (Quantity quantity : QUANTITIES) {
      Reading reading = Reading.at(r, quantity, Checkpoints.of(1, 2, 3));
      List<BigFraction> exact = Enumeration.squaredVariation(reading);
      List<Double> mechanical = ClosedMoments.squaredVariation(reading).orElseThrow();
      for (int i = 0; i < exact.size(); i++) {
        double e = exact.get(i).doubleValue();
        assertEquals(e, mechanical.get(i), 1e-11 * (1 + e), quantity.name());
      }
    }
  }

  @Property(tries = 30, seed = "20260103")
  void primitiveDoublesAgreeWithBoxedOnes(@ForAll("recursions") Recursion r) {
    for (Quantity quantity : QUANTITIES) {
      Reading reading = Reading.at(r, quantity, Checkpoints.of(1, 5, 20));
      var primitive = ClosedMoments.expectation(Arithmetic.doubles(), reading).orElseThrow();
      var boxed =
          ClosedMoments.boxed(
              Arithmetic.doubles(), ClosedMoments.closing(reading).orElseThrow(), reading);
      for (int i = 0; i < 3; i++) {
        double x = boxed.get(i).getReal();
        double allowed = 1e-11 * (1e-3 + Math.abs(x));
        assertEquals(x, primitive.get(i).getReal(), allowed, quantity.name());
      }
    }
  }
}
