package plumbline.theorems.lecun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Status;

/** Eigenvalues that are declared and are not those of the matrix. */
class CertificatesTest {
  private static Descent descent(String eigenvalues, String gamma) {
    return descent("6.76 -4.32; -4.32 4.24", eigenvalues, gamma);
  }

  private static Descent descent(String matrix, String eigenvalues, String gamma) {
    Vector declared = Vector.parse(eigenvalues);
    return new Descent(
        Matrix.parse(matrix),
        declared,
        Vector.parse("1 2"),
        Rationals.parse(gamma),
        Vector.parse("0.6 0.8"),
        Optional.empty(),
        BigFraction.ZERO);
  }

  @Test
  void theTrueEigenvaluesAreCertified() {
    assertInstanceOf(Status.Certified.class, descent("1 10", "1/10").positiveDefinite());
    assertInstanceOf(Status.Certified.class, descent("1 10", "1/10").inverseOfLargest());
    assertInstanceOf(Status.Certified.class, descent("1 10", "1/10").largest());
    assertInstanceOf(Status.Certified.class, descent("1 10", "1/10").extremes());
  }

  @Test
  void declaredEigenvaluesAreNotBelieved() {
    // 0.999 and 1.001 are not the smallest, 9.999 and 10.001 not the largest
    assertInstanceOf(Status.Refuted.class, descent("0.999 10", "1/10").positiveDefinite());
    assertInstanceOf(Status.Refuted.class, descent("1.001 10", "1/10").positiveDefinite());
    assertInstanceOf(Status.Refuted.class, descent("1 9.999", "1000/9999").inverseOfLargest());
    assertInstanceOf(Status.Refuted.class, descent("1 10.001", "1000/10001").inverseOfLargest());
    assertInstanceOf(Status.Refuted.class, descent("1 10", "1/9").inverseOfLargest());
    assertInstanceOf(Status.Refuted.class, descent("1 9.999", "1/10").largest());
    assertInstanceOf(Status.Refuted.class, descent("1 10.001", "1/10").largest());
  }

  @Test
  void ofTheSpectralNormBothEndsAreCertifiedAndNeitherIsBelieved() {
    for (String wrong : List.of("0.999 10", "1.001 10", "1 9.999", "1 10.001")) {
      assertInstanceOf(Status.Refuted.class, descent(wrong, "1/10").extremes(), wrong);
      Descent declared = descent(wrong, "1/10");
      long refuted =
          new QuadSpectralNorm()
              .hypotheses().stream()
                  .filter(h -> h.test().apply(declared) instanceof Status.Refuted)
                  .count();
      assertEquals(1, refuted, wrong);
    }
  }

  @Test
  void aTriangularMatrixHasItsDiagonalForEigenvaluesAndOthersAreLeftOpen() {
    assertInstanceOf(Status.Certified.class, descent("1 10; 0 1", "1 1", "1").extremes());
    assertInstanceOf(Status.Refuted.class, descent("1 10; 0 1", "1 2", "1").extremes());
    assertInstanceOf(Status.Refuted.class, descent("1 10; 0 1", "0.9 1", "1").extremes());
    assertInstanceOf(Status.NotRefuted.class, descent("1 10; 1 1", "1 1", "1").extremes());
  }
}
