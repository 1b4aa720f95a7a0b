package plumbline.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plumbline.exact.Instances.q;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.method.Method;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
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

class SquaredVariationTest {
  private static List<Double> at(Recursion r, Quantity quantity, long... checkpoints) {
    return ClosedMoments.squaredVariation(Reading.at(r, quantity, Checkpoints.of(checkpoints)))
        .orElseThrow();
  }

  @Test
  void leastSquaresOnFourPointsHasThePrintedVariation() {
    // encoding note 2: 0, .945, 2.18, 2.37, 1.60, 1.15, ... -> .95
    double[] printed = {0, .945, 2.18, 2.37, 1.60, 1.15};
    List<Double> v = at(Instances.ls4(1, "5/17"), Quantity.GAP, 1, 2, 3, 4, 5, 6, 200);
    for (int k = 0; k < 6; k++) {
      assertEquals(printed[k], v.get(k), 0.005);
    }
    assertEquals(.95, v.get(6), 0.005);
  }

  @Test
  void sharpInstanceHasThePrintedVariation() {
    // encoding note 2: 0, 1.19, 2.85, 4.39, 5.06, 4.84, ... -> 2.5
    double[] printed = {0, 1.19, 2.85, 4.39, 5.06, 4.84};
    List<Double> v = at(Instances.sharp(Law.RADEMACHER), Quantity.GAP, 1, 2, 3, 4, 5, 6, 200);
    for (int k = 0; k < 6; k++) {
      assertEquals(printed[k], v.get(k), 0.006);
    }
    assertEquals(2.5, v.get(6), 1e-12);
  }

  @Test
  void scalarFourthMomentFollowsTheLedger() {
    // q' = E a^4 q + 6 alpha^2 M E a^2 m + alpha^4 M^2 E xi^4, a = 1 - alpha c (1 + s zeta);
    // Gaussian zeta and xi, c = 2, s^2 = 1/4, M = 3, alpha = 1/5
    Recursion r =
        Instances.scalar("2", "1", "1/4", "3", Law.GAUSSIAN, Stepsize.fixed(q("1/5")), "1/2");
    double b = 0.4;
    double s2 = 0.25;
    double a = 1 - b;
    double a2 = a * a + b * b * s2;
    double a4 = Math.pow(a, 4) + 6 * a * a * b * b * s2 + 3 * Math.pow(b, 4) * s2 * s2;
    double noise = 3 / 25.0;
    double m = 0.25;
    double fourth = 0.0625;
    List<Double> v = at(r, Quantity.GAP, 1, 2, 3, 4, 5, 6, 7, 8);
    for (double measured : v) {
      assertEquals(fourth / (m * m) - 1, measured, 1e-13 * (1 + measured));
      fourth = a4 * fourth + 6 * noise * a2 * m + 3 * noise * noise;
      m = a2 * m + noise;
    }
  }

  @Test
  void studentNoiseOfFourDegreesHasNoVariation() {
    Recursion r = Instances.scalar("1", "1", "0", "1", Law.STUDENT4, Stepsize.fixed(q("1/2")), "1");
    assertEquals(
        Optional.empty(),
        ClosedMoments.squaredVariation(Reading.at(r, Quantity.GAP, Checkpoints.of(2))));
    // with eight degrees kurtosis is 4.5: from 0, w_2 = -xi/2 and CV^2 = 4.5 - 1
    Recursion finite =
        Instances.scalar("1", "1", "0", "1", Law.STUDENT8, Stepsize.fixed(q("1/2")), "0");
    assertEquals(3.5, at(finite, Quantity.GAP, 2).get(0), 1e-14);
  }

  @Test
  void gaussianFormulaAndFourthMomentsAgree() {
    // the same coupled quadratic; a factor of variance 1e-300 sends it through the tensor
    Quadratic problem =
        new Quadratic(
            Matrix.parse("2 1; 1 3"),
            Vector.parse("1 -1"),
            Quadratic.diagonal(Vector.parse("1 3")).constants());
    Oracle oracle = Oracle.additive(Vector.parse("1 2"), Law.GAUSSIAN);
    for (Quantity quantity :
        List.of(
            Quantity.GAP,
            Quantity.FIRST_COORDINATE_SQUARED,
            Quantity.ORACLE_NORM_SQUARED,
            Quantity.GRADIENT_NORM_SQUARED)) {
      Recursion plain =
          Instances.quadratic(problem, oracle, Method.stochasticGradient(), "0.2", "2 0");
      Recursion tensor =
          Instances.quadratic(
              problem,
              oracle.withMultiplicative(q("1e-300"), Law.GAUSSIAN),
              Method.stochasticGradient(),
              "0.2",
              "2 0");
      List<Double> one = at(plain, quantity, 1, 2, 3, 7);
      List<Double> two = at(tensor, quantity, 1, 2, 3, 7);
      for (int i = 0; i < one.size(); i++) {
        assertEquals(one.get(i), two.get(i), 1e-12);
      }
      assertTrue(one.get(3) > 0.1);
    }
  }

  @Test
  void pairsOfCoordinatesGiveTheVariationOfTheWhole() {
    // three coordinates with a common factor; enumeration knows nothing of pairs
    Recursion r =
        Instances.quadratic(
            Quadratic.diagonal(Vector.parse("1 2 3")),
            Oracle.additive(Vector.parse("1 4 1/4"), Law.RADEMACHER)
                .withMultiplicative(q("1/4"), Law.RADEMACHER),
            Method.stochasticGradient(),
            "1/4",
            "1 0 2");
    Reading reading = Reading.at(r, Quantity.GAP, Checkpoints.of(1, 2, 3, 4));
    List<BigFraction> exact = Enumeration.squaredVariation(reading);
    List<Double> mechanical = ClosedMoments.squaredVariation(reading).orElseThrow();
    for (int i = 0; i < 4; i++) {
      assertEquals(exact.get(i).doubleValue(), mechanical.get(i), 1e-13);
    }
  }

  @Test
  void theCircleHasTheVariationOfItsPolygon() {
    // w_3 on F = w^2/2, alpha = 1/2, start (1, 0): |w_3|^2 averaged over a regular octagon twice
    // is exact to order 7; here to order 4
    Recursion r =
        Instances.quadratic(
            Quadratic.diagonal(Vector.parse("1 1")),
            Oracle.sphere(2, q("1")),
            Method.stochasticGradient(),
            "1/2",
            "1 0");
    double mean = 0;
    double square = 0;
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 8; j++) {
        double x = 0.25 - 0.25 * Math.cos(Math.PI * i / 4) - 0.5 * Math.cos(Math.PI * j / 4);
        double y = -0.25 * Math.sin(Math.PI * i / 4) - 0.5 * Math.sin(Math.PI * j / 4);
        double v = x * x + y * y;
        mean += v / 64;
        square += v * v / 64;
      }
    }
    assertEquals(square / (mean * mean) - 1, at(r, Quantity.DISTANCE_SQUARED, 3).get(0), 1e-13);
    // in dimension 3 one step from the origin has constant length: no variation at all
    Recursion ball =
        Instances.quadratic(
            Quadratic.diagonal(Vector.parse("1 1 1")),
            Oracle.sphere(3, q("1")),
            Method.stochasticGradient(),
            "1/2",
            "0 0 0");
    assertEquals(0, at(ball, Quantity.DISTANCE_SQUARED, 2).get(0), 1e-14);
    assertTrue(at(ball, Quantity.DISTANCE_SQUARED, 3).get(0) > 0.1);
  }

  @Test
  void minibatchesOfIndicesAgreeWithEnumeration() {
    Reading reading =
        Reading.at(Instances.ls4(2, "1/4"), Quantity.ORACLE_NORM_SQUARED, Checkpoints.of(1, 2, 3));
    List<BigFraction> exact = Enumeration.squaredVariation(reading);
    List<Double> mechanical = ClosedMoments.squaredVariation(reading).orElseThrow();
    for (int i = 0; i < 3; i++) {
      assertEquals(exact.get(i).doubleValue(), mechanical.get(i), 1e-13);
    }
  }

  @Test
  void foldsInheritTheGreatestVariation() {
    Recursion r = Instances.ls4(1, "5/17");
    List<Double> at = at(r, Quantity.GAP, 1, 2, 3, 4, 5, 6);
    List<Double> mean =
        ClosedMoments.squaredVariation(
                new Reading(r, Quantity.GAP, Fold.MEAN_TO, Checkpoints.of(2, 6)))
            .orElseThrow();
    assertEquals(List.of(at.get(1), at.get(3)), mean);
  }

  @Test
  void coupledProblemsTooLargeForTheTensorGetAnUpperBound() {
    // 8 coordinates, coupled through two of them; far from 0 the exact value is below the bound
    double[][] a = new double[8][8];
    for (int i = 0; i < 8; i++) {
      a[i][i] = 1 + i;
    }
    a[0][1] = a[1][0] = 0.5;
    Quadratic problem =
        new Quadratic(
            Matrix.of(a),
            Vector.constant(8, BigFraction.ZERO),
            Quadratic.diagonal(Vector.parse("1 8")).constants());
    Recursion r =
        new Recursion(
            problem,
            Oracle.additive(Vector.constant(8, BigFraction.ONE), Law.RADEMACHER),
            Method.stochasticGradient(),
            Stepsize.fixed(q("1/16")),
            new Start.At(Vector.constant(8, BigFraction.ZERO)));
    double bound = at(r, Quantity.GAP, 2).get(0);
    Reading enumerated = Reading.at(r, Quantity.GAP, Checkpoints.of(2));
    double exact = Enumeration.squaredVariation(enumerated).get(0).doubleValue();
    assertTrue(exact < bound && bound <= 2, exact + " " + bound);
  }

  @Test
  void withoutNoiseThereIsNoVariation() {
    Recursion r =
        Instances.quadratic(
            Quadratic.diagonal(Vector.parse("1 2")),
            Oracle.exact(2),
            Method.stochasticGradient(),
            "1/3",
            "1 1");
    assertEquals(List.of(0.0, 0.0), at(r, Quantity.GAP, 1, 9));
  }
}
