package plumbline.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;

class SpectrumTest {
  @Test
  void rationalRootsAreExact() {
    // (.6, .8) and (-.8, .6) to eigenvalues 1 and 10
    Spectrum s = Spectrum.of(Matrix.parse("6.76 -4.32; -4.32 4.24"));
    assertEquals(BigFraction.ONE, s.smallest().exact());
    assertEquals(new BigFraction(10), s.largest().exact());
    assertEquals(0, s.largest().error());
  }

  @Test
  void irrationalRootsLieInsideTheirMargin() {
    // [[2, 1], [1, 1]]: (3 -+ sqrt 5)/2
    Spectrum s = Spectrum.of(Matrix.parse("2 1; 1 1"));
    // decimals of (3 - sqrt 5)/2 and (3 + sqrt 5)/2 to 25 digits
    BigFraction low = Rationals.parse("0.3819660112501051517954132");
    BigFraction high = Rationals.parse("2.6180339887498948482045868");
    assertTrue(s.smallest().exact().compareTo(low) <= 0);
    assertTrue(s.largest().exact().compareTo(high) >= 0);
    assertTrue(low.subtract(s.smallest().exact()).doubleValue() <= s.smallest().error());
    assertTrue(high.subtract(s.largest().exact()).abs().doubleValue() <= s.largest().error());
    assertTrue(s.largest().error() > 0 && s.largest().error() < 1e-13);
  }

  @Test
  void theSecondDifferenceHasItsKnownSpectrum() {
    // tridiagonal (-1, 2, -1), n = 9: 2 - 2 cos(k pi/10)
    int n = 9;
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i][i] = 2;
      if (i > 0) {
        a[i][i - 1] = a[i - 1][i] = -1;
      }
    }
    Spectrum s = Spectrum.of(Matrix.of(a));
    double margin = s.largest().error();
    assertEquals(2 - 2 * Math.cos(Math.PI / 10), s.smallest().value(), margin);
    assertEquals(2 + 2 * Math.cos(Math.PI / 10), s.largest().value(), margin);
    // (n + 4) u times absolute sums, 2 n^2 entries and eigenvalues up to 4: some 2e-13
    assertTrue(margin < 5e-13);
  }

  @Test
  void anUncertainEntryWidensTheMargin() {
    Matrix a = Matrix.parse("2 1; 1 1");
    assertTrue(Spectrum.within(a, 1e-6).largest().error() > 4e-6);
    assertTrue(Spectrum.within(a, 1e-6).largest().value() > 2.618035);
  }

  @Test
  void anUnsymmetricMatrixIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Spectrum.of(Matrix.parse("1 2; 0 1")));
  }

  @Test
  void aRotatedQuadraticKeepsItsEigenvalues() {
    Quadratic q = Quadratic.rotated(Vector.parse("1 2 5 10 100"), 7);
    assertTrue(q.hessian().isSymmetric());
    assertEquals(100, q.constants().get("L"), 1e-11);
    assertEquals(1, q.constants().get("c"), 1e-11);
    assertTrue(q.constants().constant("L").error() < 1e-10);
    double trace = 0;
    double coupling = 0;
    for (int i = 0; i < 5; i++) {
      trace += q.hessian().get(i, i);
      coupling += i > 0 ? Math.abs(q.hessian().get(0, i)) : 0;
    }
    assertEquals(118, trace, 1e-11);
    assertTrue(coupling > 1, "the basis is a random one");
    assertEquals(q, Quadratic.rotated(Vector.parse("1 2 5 10 100"), 7));
    assertTrue(!q.equals(Quadratic.rotated(Vector.parse("1 2 5 10 100"), 8)));
  }

  @Test
  void anIndefiniteMatrixIsNoQuadratic() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Quadratic.of(Matrix.parse("1 2; 2 1"), Vector.parse("0 0")));
    // singular is allowed: eigenvalues 0 and 2
    Quadratic flat = Quadratic.of(Matrix.parse("1 1; 1 1"), Vector.parse("0 0"));
    assertEquals(BigFraction.ZERO, flat.constants().exact("c"));
    assertEquals(BigFraction.TWO, flat.constants().exact("L"));
  }

  @Test
  void fourEquiangularVectorsHaveOneThirdAndOne() {
    // Gram matrix (I + J)/2 by Cholesky; H has 1/2 and 1/6
    Matrix x =
        Matrix.of(
            new double[][] {
              {1, 0, 0, 0},
              {0.5, Math.sqrt(3) / 2, 0, 0},
              {0.5, Math.sqrt(3) / 6, Math.sqrt(6) / 3, 0},
              {0.5, Math.sqrt(3) / 6, Math.sqrt(6) / 12, Math.sqrt(10) / 4}
            });
    ReluKernel h = ReluKernel.of(x);
    assertEquals(0.5, h.matrix().get(2, 2), 1e-15);
    assertEquals(1 / 6.0, h.matrix().get(3, 1), 1e-15);
    assertEquals(1 / 3.0, h.smallest().value(), 3e-14);
    assertEquals(1.0, h.largest().value(), 3e-14);
    assertTrue(h.smallest().value() <= 1 / 3.0 + 1e-15 && h.smallest().error() < 1e-13);
  }

  @Test
  void parallelInputsMakeTheKernelSingular() {
    ReluKernel h = ReluKernel.of(Matrix.parse("1 0; 1 0"));
    assertEquals(0, h.smallest().value(), 1e-14);
    assertTrue(h.smallest().exact().signum() <= 0);
    // right angles and opposite inputs have entry 0
    assertEquals(0, ReluKernel.of(Matrix.parse("1 0; 0 1")).matrix().get(0, 1));
    assertEquals(0, ReluKernel.of(Matrix.parse("1 0; -1 0")).matrix().get(0, 1));
  }
}
