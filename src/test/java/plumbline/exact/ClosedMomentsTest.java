package plumbline.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plumbline.exact.Instances.q;

import java.util.List;
import java.util.stream.LongStream;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
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

/** Mechanical second moments against closed forms that were derived by hand. */
class ClosedMomentsTest {
  private static Checkpoints upTo(long last) {
    return new Checkpoints(LongStream.rangeClosed(1, last).boxed().toList());
  }

  private static List<BigFraction> exactly(Recursion r, Quantity quantity, long last) {
    return ClosedMoments.expectation(Arithmetic.rationals(), Reading.at(r, quantity, upTo(last)))
        .orElseThrow();
  }

  @Test
  void sharpInstanceOfTheorem46IsOnePlusSevenHalvedEachStep() {
    List<BigFraction> gap = exactly(Instances.sharp(Law.RADEMACHER), Quantity.GAP, 12);
    for (int k = 1; k <= 12; k++) {
      assertEquals(
          BigFraction.ONE.add(new BigFraction(7).multiply(BigFraction.ONE_HALF.pow(k - 1))),
          gap.get(k - 1));
    }
  }

  @Test
  void fourPercentMoreNoiseIsSeen() {
    Recursion planted =
        Instances.scalar("1", "1/2", "1", "1.0816", Law.RADEMACHER, Stepsize.fixed(q("1")), "4");
    assertEquals(q("4.5408"), exactly(planted, Quantity.GAP, 2).get(1));
    assertNotEquals(
        exactly(Instances.sharp(Law.RADEMACHER), Quantity.GAP, 2).get(1),
        exactly(planted, Quantity.GAP, 2).get(1));
  }

  @Test
  void scalarQuadraticFollowsItsHandWrittenRecursion() {
    // m' = (1 - 2 alpha c + alpha^2 c^2 M_G) m + alpha^2 M with c = 3, M = 2, M_V = 1/3, and a
    // stepsize 1/(4 + k)
    Recursion r =
        Instances.scalar(
            "3", "1", "1/3", "2", Law.GAUSSIAN, Stepsize.harmonic(q("1"), q("4")), "5");
    List<BigFraction> square = exactly(r, Quantity.FIRST_COORDINATE_SQUARED, 9);
    BigFraction m = q("25");
    for (int k = 1; k <= 9; k++) {
      assertEquals(m, square.get(k - 1));
      BigFraction alpha = new BigFraction(1, 4 + k);
      m =
          m.multiply(
                  BigFraction.ONE
                      .subtract(alpha.multiply(6))
                      .add(alpha.multiply(alpha).multiply(q("12"))))
              .add(alpha.multiply(alpha).multiply(2));
    }
  }

  @Test
  void leastSquaresOnFourPoints() {
    List<BigFraction> gap = exactly(Instances.ls4(1, "5/17"), Quantity.GAP, 5);
    assertEquals(
        List.of(q("5"), q("1655/1156"), q("19145/39304"), q("316805/1336336")), gap.subList(0, 4));
    // e_k = 5/34 + (5 - 5/34)(9/34)^(k-1)
    assertEquals(q("5/34").add(q("5").subtract(q("5/34")).multiply(q("9/34").pow(4))), gap.get(4));
  }

  @Test
  void minibatchesDivideTheCovarianceOfTheMean() {
    // e' = (1 - 2 alpha L + alpha^2 L^2 (1 + M_V/b)) e + alpha^2 L M/(2b), LS4 with b = 3
    List<BigFraction> gap = exactly(Instances.ls4(3, "1/5"), Quantity.GAP, 4);
    BigFraction e = q("5");
    for (BigFraction value : gap) {
      assertEquals(e, value);
      e = e.multiply(q("1/4").multiply(q("1.12")).add(q("0"))).add(q("1/60"));
    }
  }

  @Test
  void diagonalQuadraticHasTheClosedFormOfEncodingNote2() {
    Recursion r =
        Instances.quadratic(
            Quadratic.diagonal(Vector.parse("1 10")),
            Oracle.additive(Vector.parse("1 1"), Law.GAUSSIAN),
            Method.stochasticGradient(),
            "0.05",
            "3 3");
    List<Binary64> gap =
        ClosedMoments.expectation(
                Arithmetic.doubles(), Reading.at(r, Quantity.GAP, Checkpoints.geometric(4096)))
            .orElseThrow();
    int i = 0;
    for (long k : Checkpoints.geometric(4096).at()) {
      double expected = 0;
      for (double lambda : new double[] {1, 10}) {
        double v = 0.05 / (lambda * (2 - 0.05 * lambda));
        expected += lambda / 2 * (Math.pow(1 - 0.05 * lambda, 2 * (k - 1)) * (9 - v) + v);
      }
      assertEquals(expected, gap.get(i++).getReal(), 1e-13 * expected);
    }
  }

  @Test
  void scalingOfTheGradientActsCoordinatewise() {
    // QB: g = H grad F + noise of total variance tr(H Sigma H), H = diag(1/2, 2), A = diag(2, 1)
    Recursion r =
        Instances.quadratic(
            Quadratic.diagonal(Vector.parse("2 1")),
            Oracle.additive(Vector.parse("1/4 4"), Law.GAUSSIAN).withScaling(Vector.parse("1/2 2")),
            Method.stochasticGradient(),
            "1/4",
            "1 -1");
    // after one step: w = (3/4, -1/2), variances (1/64, 1/4)
    assertEquals(
        q("9/16").add(q("1/64")).add(q("1/4").add(q("1/4")).multiply(q("1/2"))),
        exactly(r, Quantity.GAP, 2).get(1));
    // E |g|^2 at the start: (1/2*2*1)^2 + (2*1*1)^2 + 17/4
    assertEquals(q("37/4"), exactly(r, Quantity.ORACLE_NORM_SQUARED, 1).get(0));
  }

  @Test
  void rotationChangesNothing() {
    // eigenvectors (.6, .8) and (-.8, .6), eigenvalues 1 and 10, equal noise in all directions
    Quadratic rotated =
        new Quadratic(
            Matrix.parse("6.76 -4.32; -4.32 4.24"),
            Vector.parse("1 2"),
            Quadratic.diagonal(Vector.parse("1 10")).constants());
    Oracle oracle =
        Oracle.additive(Vector.parse("1/3 1/3"), Law.GAUSSIAN)
            .withMultiplicative(q("1/7"), Law.RADEMACHER);
    // w_1 - w_* = 3 (.6, .8) - 2 (-.8, .6) = (3.4, 1.2)
    Recursion one =
        Instances.quadratic(rotated, oracle, Method.stochasticGradient(), "0.13", "4.4 3.2");
    Recursion other =
        Instances.quadratic(
            Quadratic.diagonal(Vector.parse("1 10")),
            oracle,
            Method.stochasticGradient(),
            "0.13",
            "3 -2");
    for (Quantity quantity :
        List.of(
            Quantity.GAP,
            Quantity.DISTANCE_SQUARED,
            Quantity.GRADIENT_NORM_SQUARED,
            Quantity.ORACLE_NORM_SQUARED)) {
      // the noise of direction 1 is sigma^2, so both noises have covariance I/3
      assertEquals(exactly(other, quantity, 6), exactly(one, quantity, 6));
    }
  }

  @Test
  void heavyBallFollowsItsTwoByTwoRecursion() {
    // v <- 9/10 v - alpha g, w <- w + v on F = w^2 with noise of variance 1, alpha = 1/5
    Method heavyBall =
        new Method(
            "heavy ball",
            List.of(
                new Operation.Gradient(State.W),
                new Operation.Combine(
                    State.V,
                    Coefficient.of(Formula.number("9/10")),
                    Coefficient.minusStepsize(),
                    State.G),
                new Operation.Combine(State.W, Coefficient.of(1), Coefficient.of(1), State.V)));
    Recursion r =
        new Recursion(
            new Quadratic(
                Matrix.parse("2"),
                Vector.parse("3"),
                Quadratic.diagonal(Vector.parse("2")).constants()),
            Oracle.additive(Vector.parse("1"), Law.GAUSSIAN),
            heavyBall,
            Stepsize.fixed(q("1/5")),
            new Start.At(Vector.parse("4")));
    List<BigFraction> gap = exactly(r, Quantity.GAP, 8);
    // (e, v)' = [[1 - 2/5, 9/10], [-2/5, 9/10]] (e, v) - (1, 1) xi / 5
    BigFraction ee = q("1");
    BigFraction ev = q("0");
    BigFraction vv = q("0");
    for (BigFraction value : gap) {
      assertEquals(ee, value);
      BigFraction a = q("3/5");
      BigFraction b = q("9/10");
      BigFraction c = q("-2/5");
      BigFraction noise = q("1/25");
      BigFraction newEe =
          a.multiply(a)
              .multiply(ee)
              .add(a.multiply(b).multiply(ev).multiply(2))
              .add(b.multiply(b).multiply(vv))
              .add(noise);
      BigFraction newEv =
          a.multiply(c)
              .multiply(ee)
              .add(a.multiply(b).add(b.multiply(c)).multiply(ev))
              .add(b.multiply(b).multiply(vv))
              .add(noise);
      BigFraction newVv =
          c.multiply(c)
              .multiply(ee)
              .add(c.multiply(b).multiply(ev).multiply(2))
              .add(b.multiply(b).multiply(vv))
              .add(noise);
      ee = newEe;
      ev = newEv;
      vv = newVv;
    }
  }

  @Test
  void meansAndWeightedSumsFoldTheValues() {
    Recursion r =
        Instances.scalar(
            "1", "1", "0", "1", Law.RADEMACHER, Stepsize.harmonic(q("1"), q("1")), "2");
    List<BigFraction> at = exactly(r, Quantity.GAP, 4);
    BigFraction sum = at.stream().reduce(BigFraction.ZERO, BigFraction::add);
    assertEquals(
        List.of(at.get(0), sum.divide(4)),
        ClosedMoments.expectation(
                Arithmetic.rationals(),
                new Reading(r, Quantity.GAP, Fold.MEAN_TO, Checkpoints.of(1, 4)))
            .orElseThrow());
    BigFraction weighted = BigFraction.ZERO;
    for (int k = 1; k <= 4; k++) {
      weighted = weighted.add(at.get(k - 1).divide(1 + k));
    }
    assertEquals(
        List.of(weighted),
        ClosedMoments.expectation(
                Arithmetic.rationals(),
                new Reading(r, Quantity.GAP, Fold.WEIGHTED_SUM_TO, Checkpoints.of(4)))
            .orElseThrow());
  }

  @Test
  void aNormalStartSpreadsItsVariance() {
    Recursion r =
        new Recursion(
            Quadratic.diagonal(Vector.parse("1 2")),
            Oracle.exact(2),
            Method.stochasticGradient(),
            Stepsize.fixed(q("1/4")),
            new Start.Normal(q("3")));
    // (1 * 9 + 2 * 9)/2, then 9 (9/16 + 2/4)/2
    assertEquals(List.of(q("27/2"), q("153/32")), exactly(r, Quantity.GAP, 2));
  }

  @Test
  void theCountOfOperationsCoversTheRoundings() {
    Recursion rotated =
        Instances.quadratic(
            Quadratic.of(Matrix.parse("6.76 -4.32; -4.32 4.24"), Vector.parse("1 2")),
            Oracle.additive(Vector.parse("1/3 1/5"), Law.GAUSSIAN),
            Method.stochasticGradient(),
            "0.13",
            "4.4 3.2");
    int compared = 0;
    for (Recursion r :
        List.of(
            Instances.sharp(Law.RADEMACHER),
            Instances.ls4(1, "5/17"),
            Instances.ls4(3, "1/7"),
            Instances.scalar(
                "3", "1", "1/3", "2", Law.GAUSSIAN, Stepsize.harmonic(q("1"), q("4")), "5"),
            rotated)) {
      for (Quantity quantity : List.of(Quantity.GAP, Quantity.ORACLE_NORM_SQUARED)) {
        for (Fold fold : List.of(Fold.AT, Fold.MEAN_TO)) {
          Reading reading = new Reading(r, quantity, fold, Checkpoints.of(1, 2, 5, 40));
          var exact = ClosedMoments.expectation(Arithmetic.rationals(), reading).orElseThrow();
          var doubles = ClosedMoments.expectation(Arithmetic.doubles(), reading).orElseThrow();
          for (int i = 0; i < 4; i++) {
            double x = exact.get(i).doubleValue();
            double allowed =
                8
                    * 0x1p-53
                    * ClosedMoments.operations(reading, reading.checkpoints().at().get(i))
                    * x;
            assertEquals(x, doubles.get(i).getReal(), allowed);
            compared++;
          }
        }
      }
    }
    assertEquals(80, compared);
  }

  @Test
  void sixtyThousandStepsInTenDimensionsAreFew() {
    // a bound on the time would flake; that it ends, and at the stationary value, does not:
    // sum over i of alpha/(2 (2 - alpha lambda_i)) with alpha = 1/16
    Vector lambda = Vector.parse("1 2 3 4 5 6 7 8 9 10");
    Recursion r =
        new Recursion(
            Quadratic.rotated(lambda, 3),
            Oracle.additive(Vector.constant(10, BigFraction.ONE), Law.GAUSSIAN),
            Method.stochasticGradient(),
            Stepsize.fixed(q("1/16")),
            new Start.At(Vector.constant(10, BigFraction.ONE)));
    double floor = 0;
    for (int i = 1; i <= 10; i++) {
      floor += 0.0625 / (2 * (2 - 0.0625 * i));
    }
    assertEquals(
        floor,
        ClosedMoments.expectation(
                Arithmetic.doubles(), Reading.at(r, Quantity.GAP, Checkpoints.of(65536)))
            .orElseThrow()
            .get(0)
            .getReal(),
        1e-12);
  }

  @Test
  void cosinesAndMaximaDoNotClose() {
    Recursion cosine =
        new Recursion(
            new Cosine(1, 1),
            Oracle.exact(2),
            Method.stochasticGradient(),
            Stepsize.fixed(q("1")),
            new Start.At(Vector.parse("1 1")));
    assertFalse(ClosedMoments.close(cosine));
    Recursion closing = Instances.sharp(Law.RADEMACHER);
    assertTrue(ClosedMoments.close(closing));
    assertTrue(
        ClosedMoments.expectation(
                Arithmetic.doubles(),
                new Reading(closing, Quantity.GAP, Fold.MAX_TO, Checkpoints.of(2)))
            .isEmpty());
  }

  @Test
  void squaresOfGradientsDoNotClose() {
    Recursion r =
        Instances.quadratic(
            Quadratic.diagonal(Vector.parse("1")),
            Oracle.exact(1),
            new Method(
                "squares",
                List.of(
                    new Operation.Gradient(State.W),
                    new Operation.Square(State.V, Coefficient.of(1), Coefficient.of(1)))),
            "1",
            "1");
    assertFalse(ClosedMoments.close(r));
  }
}
