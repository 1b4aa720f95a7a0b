package plumbline.theorems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.formula.Constants;
import plumbline.problem.Cosine;
import plumbline.problem.LeastSquares;
import plumbline.problem.Logistic;
import plumbline.problem.Network;
import plumbline.problem.Problem;
import plumbline.problem.Quadratic;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Status;

/** Each certificate on numbers just inside and just outside what is true. */
class CertificatesTest {
  private static final BigFraction A_LITTLE = Rationals.parse("1e-9");

  private static BigFraction q(String text) {
    return Rationals.parse(text);
  }

  private static void certified(Status status) {
    assertInstanceOf(Status.Certified.class, status, status::toString);
  }

  private static void refuted(Status status) {
    assertInstanceOf(Status.Refuted.class, status, status::toString);
  }

  private static void open(Status status) {
    assertInstanceOf(Status.NotRefuted.class, status, status::toString);
  }

  @Test
  void smoothnessIsDecidedToTheLastDigit() {
    // eigenvalues 1 and 10
    Problem rotated = Instances.rotated(BigFraction.ONE, new BigFraction(10));
    certified(Certificates.smooth(rotated, q("10")));
    refuted(Certificates.smooth(rotated, q("10").subtract(A_LITTLE)));
    certified(Certificates.smooth(Instances.ls4(), q("5/2")));
    refuted(Certificates.smooth(Instances.ls4(), q("5/2").subtract(A_LITTLE)));
    certified(Certificates.smooth(new Cosine(1, 1), BigFraction.ONE));
    refuted(Certificates.smooth(new Cosine(1, 1), BigFraction.ONE.subtract(A_LITTLE)));
  }

  @Test
  void aNegativeEigenvalueCountsForSmoothness() {
    Problem saddle = saddle();
    certified(Certificates.smooth(saddle, q("3")));
    refuted(Certificates.smooth(saddle, q("2")));
    refuted(Certificates.stronglyConvex(saddle, q("1/2")));
    refuted(Certificates.boundedBelow(saddle, q("-100")));
  }

  /** (w_1^2 - 3 w_2^2)/2, with constants that it does not have. */
  private static Quadratic saddle() {
    return new Quadratic(
        Matrix.parse("1 0; 0 -3"),
        Vector.parse("0 0"),
        Constants.none()
            .with("L", BigFraction.ONE, "declared")
            .with("c", BigFraction.ONE, "declared")
            .with("F_inf", BigFraction.ZERO, "declared"));
  }

  @Test
  void declaredConstantsAreNotBelieved() {
    Quadratic saddle = saddle();
    refuted(Certificates.smooth(saddle, saddle.constants().exact("L")));
    refuted(Certificates.stronglyConvex(saddle, saddle.constants().exact("c")));
    refuted(Certificates.boundedBelow(saddle, saddle.constants().exact("F_inf")));
    open(Certificates.smoothGradientNorm(saddle));
  }

  @Test
  void strongConvexityIsDecidedToTheLastDigit() {
    Problem rotated = Instances.rotated(BigFraction.ONE, new BigFraction(10));
    certified(Certificates.stronglyConvex(rotated, BigFraction.ONE));
    refuted(Certificates.stronglyConvex(rotated, BigFraction.ONE.add(A_LITTLE)));
    certified(Certificates.stronglyConvex(Instances.logistic(), q("1/10")));
    // the loss adds curvature, but no proof says how much
    open(Certificates.stronglyConvex(Instances.logistic(), q("1/10").add(A_LITTLE)));
    refuted(Certificates.stronglyConvex(new Cosine(1, 1), q("1/10")));
    // X'X is singular
    LeastSquares flat = LeastSquares.of(Matrix.parse("1 1; 2 2"), Vector.parse("1 1"));
    refuted(Certificates.stronglyConvex(flat, flat.constants().exact("c")));
    refuted(Certificates.stronglyConvex(flat, A_LITTLE));
  }

  @Test
  void theLowerBoundIsOfTheWholeFunction() {
    certified(Certificates.boundedBelow(Instances.ls4(), q("5/16")));
    refuted(Certificates.boundedBelow(Instances.ls4(), q("5/16").add(A_LITTLE)));
    certified(Certificates.boundedBelow(new Cosine(6, 6), q("-6")));
    refuted(Certificates.boundedBelow(new Cosine(6, 6), q("-6").add(A_LITTLE)));
    Problem rotated = Instances.rotated(BigFraction.ONE, new BigFraction(10));
    certified(Certificates.boundedBelow(rotated, BigFraction.ZERO));
    refuted(Certificates.boundedBelow(rotated, A_LITTLE));
    // no unique minimizer: w_1 + w_2 = 3/5 leaves 1/20
    LeastSquares flat = LeastSquares.of(Matrix.parse("1 1; 2 2"), Vector.parse("1 1"));
    certified(Certificates.boundedBelow(flat, q("1/20")));
    refuted(Certificates.boundedBelow(flat, q("1/20").add(A_LITTLE)));
  }

  @Test
  void theLogisticLowerBoundNeedsItsFortyDigits() {
    Logistic log = Instances.logistic();
    BigFraction least = log.constants().exact("F_inf");
    certified(Certificates.boundedBelow(log, least));
    refuted(Certificates.boundedBelow(log, least.add(q("1e-25"))));
    // at a point that is not the minimizer the same bound is not proved, and says so
    Logistic elsewhere =
        new Logistic(
            log.inputs(),
            log.labels(),
            log.ridge(),
            Optional.of(Vector.parse("1 1 1")),
            log.constants());
    open(Certificates.boundedBelow(elsewhere, least));
    certified(Certificates.boundedBelow(elsewhere, least.subtract(q("100"))));
  }

  @Test
  void aNetworkHasNoCertificateButThatOfASumOfSquares() {
    Network network =
        new Network(Matrix.parse("1 0"), Vector.parse("1"), 4, Network.Trained.FIRST_LAYER);
    certified(Certificates.boundedBelow(network, BigFraction.ZERO));
    open(Certificates.smooth(network, q("100")));
    open(Certificates.stronglyConvex(network, q("1/100")));
    open(Certificates.smoothGradientNorm(network));
  }

  @Test
  void theSquaredGradientIsSmoothWhereTheThirdDerivativesAreKnown() {
    certified(Certificates.smoothGradientNorm(Instances.ls4()));
    certified(Certificates.smoothGradientNorm(new Cosine(1, 1)));
    // t l'''(t) is bounded as well, but that is not proved here
    open(Certificates.smoothGradientNorm(Instances.logistic()));
  }

  @Property(tries = 200, seed = "20260401")
  void whatIsCertifiedOfAQuadraticIsTrueAtEveryPoint(
      @ForAll @Size(3) List<@IntRange(min = -6, max = 6) Integer> entries,
      @ForAll @Size(2) List<@IntRange(min = -20, max = 20) Integer> point,
      @ForAll @IntRange(min = -8, max = 8) int bound) {
    Matrix a =
        new Matrix(
            List.of(
                Vector.of(entries.get(0), entries.get(1)),
                Vector.of(entries.get(1), entries.get(2))));
    Quadratic problem = new Quadratic(a, Vector.parse("0 0"), Constants.none());
    Vector w = Vector.of(point.get(0), point.get(1));
    BigFraction b = new BigFraction(bound);
    boolean smooth = Certificates.smooth(problem, b) instanceof Status.Certified;
    boolean convex = Certificates.stronglyConvex(problem, b) instanceof Status.Certified;
    boolean below = Certificates.boundedBelow(problem, b) instanceof Status.Certified;
    Statistics.label("smooth").collect(smooth);
    Statistics.label("convex").collect(convex);
    BigFraction curved = w.dot(a.times(w));
    BigFraction square = w.squaredNorm();
    if (smooth) {
      BigFraction most = b.multiply(b).multiply(square);
      assertTrue(a.times(w).squaredNorm().compareTo(most) <= 0);
    }
    if (convex) {
      assertTrue(curved.compareTo(b.multiply(square)) >= 0);
    }
    if (below) {
      assertTrue(curved.divide(2).compareTo(b) >= 0);
    }
    // and not by refusing everything: by the eigenvalues of 2 x 2 in doubles
    double mean = (entries.get(0) + entries.get(2)) / 2.0;
    double half = Math.hypot((entries.get(0) - entries.get(2)) / 2.0, entries.get(1));
    double largest = Math.max(Math.abs(mean + half), Math.abs(mean - half));
    if (Math.abs(largest - bound) > 1e-9) {
      assertEquals(largest < bound, smooth);
    }
    if (Math.abs(mean - half - bound) > 1e-9) {
      assertEquals(bound > 0 && mean - half > bound, convex);
    }
  }
}
