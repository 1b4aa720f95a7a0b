package plumbline.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;

class FiniteSumConstantsTest {
  private static BigFraction q(String text) {
    return Rationals.parse(text);
  }

  @Test
  void fourPointsHaveTheLedgersConstants() {
    LeastSquares ls = LeastSquares.of(Matrix.parse("1; 1; 2; 2"), Vector.parse("1 -1 1/2 -1/2"));
    assertEquals(q("5/2"), ls.constants().exact("L"));
    assertEquals(q("5/2"), ls.constants().exact("c"));
    assertEquals(q("5/16"), ls.constants().exact("F_inf"));
    assertEquals(q("1"), ls.constants().exact("M"));
    assertEquals(q("9/25"), ls.constants().exact("M_V"));
    assertEquals(Vector.parse("0"), ls.minimizer().orElseThrow());
  }

  @Test
  void anInterpolatedDataSetHasNoNoiseAtItsMinimum() {
    // y = 2 x_1 - x_2 on three rows
    LeastSquares ls = LeastSquares.of(Matrix.parse("1 0; 0 1; 1 1"), Vector.parse("2 -1 1"));
    assertEquals(Vector.parse("2 -1"), ls.minimizer().orElseThrow());
    assertEquals(BigFraction.ZERO, ls.constants().exact("F_inf"));
    assertEquals(BigFraction.ZERO, ls.constants().exact("M"));
    // X'X/3 = [[2, 1], [1, 2]]/3: eigenvalues 1/3 and 1
    assertEquals(q("1/3"), ls.constants().exact("c"));
    assertEquals(q("1"), ls.constants().exact("L"));
  }

  @Test
  void skewResidualsTradeFloorForGrowth() {
    // x = (1, 2), y = (2, -1): w_* = 0, V_0 = 4, q = 3, C = 9/4, A^2 = 25/4, so with M_V = .36 + t
    // M = 4 + 9/(6.25 t); among t = .36 2^(j/4), t = .72 has the least M (1 + M_V) = 6 * 2.08
    LeastSquares ls = LeastSquares.of(Matrix.parse("1; 2"), Vector.parse("2 -1"));
    assertEquals(1.08, ls.constants().get("M_V"), 1e-6);
    assertEquals(6, ls.constants().get("M"), 1e-5);
  }

  @Test
  void theTradeIsNearItsOptimum() {
    // eight points of R^3; M (1 + M_V) at M_V = 5.758173943 and at 6.008 (1.25 M_G of the largest
    // generalised eigenvalue), by the same elimination: 13.1817 and 13.064
    LeastSquares ls =
        LeastSquares.of(
            Matrix.parse("1 0 0; 1 1 0; 1 0 1; 1 1 1; 1 -1 0; 1 0 -1; 1 2 1; 1 1 -2"),
            Vector.parse("1 2 0 1 -1 1 3 0"));
    double product = ls.constants().get("M") * (1 + ls.constants().get("M_V"));
    assertTrue(product < 13.06, "" + product);
    assertEquals(1.8040076144273922, ls.constants().get("M"), 1e-12);
    assertEquals(6.235197067260742, ls.constants().get("M_V"), 1e-12);
  }

  @Test
  void aRankDeficientProblemNamesNoMinimizer() {
    LeastSquares ls = LeastSquares.of(Matrix.parse("1 1; 2 2"), Vector.parse("1 1"));
    assertFalse(ls.minimizer().isPresent());
    assertEquals(BigFraction.ZERO, ls.constants().exact("c"));
    // w_1 + w_2 = 3/5, residuals 2/5 and -1/5
    assertEquals(q("1/20"), ls.constants().exact("F_inf"));
    assertNoiseBound(ls, Vector.parse("3/5 0"), Vector.parse("1/2 -3"));
  }

  /** V = mean |g_i - grad F|^2 by its definition, at one point. */
  private static BigFraction variance(LeastSquares ls, Vector w) {
    int n = ls.inputs().height();
    Vector mean = gradient(ls, w);
    BigFraction sum = BigFraction.ZERO;
    for (int i = 0; i < n; i++) {
      Vector x = ls.inputs().rows().get(i);
      BigFraction error = x.dot(w).subtract(ls.targets().exact(i));
      Vector off =
          Vector.generate(w.dimension(), j -> x.exact(j).multiply(error).subtract(mean.exact(j)));
      sum = sum.add(off.squaredNorm());
    }
    return sum.divide(n);
  }

  private static Vector gradient(LeastSquares ls, Vector w) {
    int n = ls.inputs().height();
    Vector predicted = ls.inputs().times(w);
    Vector errors = Vector.generate(n, i -> predicted.exact(i).subtract(ls.targets().exact(i)));
    Vector sum = ls.inputs().transposed().times(errors);
    return Vector.generate(w.dimension(), j -> sum.exact(j).divide(n));
  }

  private static void assertNoiseBound(LeastSquares ls, Vector... points) {
    for (Vector w : points) {
      BigFraction allowed =
          ls.constants()
              .exact("M")
              .add(ls.constants().exact("M_V").multiply(gradient(ls, w).squaredNorm()));
      assertTrue(variance(ls, w).compareTo(allowed) <= 0, w.toString());
    }
  }

  @Property(tries = 60, seed = "20260104")
  void theNoiseBoundIsTrueAtEveryPoint(
      @ForAll @Size(12) List<@IntRange(min = -5, max = 5) Integer> numbers,
      @ForAll @Size(2) List<@IntRange(min = -50, max = 50) Integer> point) {
    double[][] x = new double[4][2];
    double[] y = new double[4];
    for (int i = 0; i < 4; i++) {
      x[i][0] = numbers.get(3 * i);
      x[i][1] = numbers.get(3 * i + 1);
      y[i] = numbers.get(3 * i + 2);
    }
    if (Matrix.of(x).transposed().times(Matrix.of(x)).exact(0, 0).isZero()) {
      return;
    }
    LeastSquares ls = LeastSquares.of(Matrix.of(x), Vector.of(y));
    Vector centre = ls.minimizer().orElse(Vector.parse("0 0"));
    Vector near = Vector.generate(2, j -> centre.exact(j).add(new BigFraction(point.get(j), 16)));
    assertNoiseBound(ls, near, Vector.of(point.get(0), point.get(1)), centre);
  }

  @Test
  void theNoiseBoundIsTouchedSomewhere() {
    // x = (1, 2), y = (2, -1): equality where (M_V A^2 - C) e = q, e = 3/(6.25 M_V - 2.25);
    // a bound with 1 % less M fails there
    LeastSquares ls = LeastSquares.of(Matrix.parse("1; 2"), Vector.parse("2 -1"));
    BigFraction growth = ls.constants().exact("M_V");
    BigFraction e = q("3").divide(growth.multiply(q("25/4")).subtract(q("9/4")));
    Vector w = new Vector(List.of(e));
    assertNoiseBound(ls, w);
    BigFraction less =
        ls.constants()
            .exact("M")
            .multiply(q("0.99"))
            .add(growth.multiply(gradient(ls, w).squaredNorm()));
    assertTrue(variance(ls, w).compareTo(less) > 0);
  }

  @Test
  void tooManyCoordinatesAreRefused() {
    Vector wide = Vector.constant(33, BigFraction.ONE);
    assertThrows(
        IllegalArgumentException.class,
        () -> LeastSquares.of(new Matrix(List.of(wide)), Vector.parse("1")));
  }

  static Logistic encodingNote() {
    double[][] x = new double[20][3];
    double[] y = new double[20];
    for (int i = 0; i < 20; i++) {
      x[i] = new double[] {Math.cos(i), Math.sin(2 * i), Math.cos(3 * i + 1)};
      y[i] = (Math.cos(i) > 0 ? 1 : -1) * (i % 5 == 0 ? -1 : 1);
    }
    return Logistic.of(Matrix.of(x), Vector.of(y), q("1/10"));
  }

  @Test
  void ridgeLogisticHasTheNumbersOfEncodingNote2() {
    Logistic log = encodingNote();
    assertEquals(.2383085, log.constants().get("L"), 5e-8);
    assertEquals(1.5488887, log.constants().get("M"), 5e-8);
    assertEquals(.6179518853, log.constants().get("F_inf"), 5e-11);
    assertTrue(log.constants().constant("F_inf").error() < 1e-28);
    assertEquals(q("1/10"), log.constants().exact("c"));
    // F(3, 3, 3) - F_* in doubles
    double value = 0.05 * 27;
    for (int i = 0; i < 20; i++) {
      double t = 3 * (log.inputs().get(i, 0) + log.inputs().get(i, 1) + log.inputs().get(i, 2));
      value += Math.log1p(Math.exp(-log.labels().get(i) * t)) / 20;
    }
    assertEquals(1.8727821, value - log.constants().get("F_inf"), 5e-8);
  }

  @Test
  void aDifferentRidgeIsToldApart() {
    Logistic log = encodingNote();
    Logistic other = Logistic.of(log.inputs(), log.labels(), q("0.104"));
    assertTrue(Math.abs(other.constants().get("F_inf") - log.constants().get("F_inf")) > 1e-4);
  }

  @Test
  void labelsOtherThanOneAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Logistic.of(Matrix.parse("1; 2"), Vector.parse("1 0"), q("1")));
  }
}
