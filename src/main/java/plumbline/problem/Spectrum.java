package plumbline.problem;

import java.math.BigInteger;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constant;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;

/**
 * The extreme eigenvalues of a symmetric matrix, exact or outside by a proved margin: {@code
 * largest} is never below the true one, {@code smallest} never above. So what a theorem says of a
 * smooth and strongly convex function stays true with them.
 *
 * @param smallest at most the smallest eigenvalue
 * @param largest at least the largest eigenvalue
 */
public record Spectrum(Constant smallest, Constant largest) {
  private static final double UNIT = 0x1p-53;

  /** Of x'Ax over x != 0. */
  public enum Sign {
    /** Positive. */
    DEFINITE,
    /** 0 somewhere, and never negative. */
    SEMIDEFINITE,
    /** Negative somewhere. */
    INDEFINITE
  }

  /** The sign of x'Ax, decided exactly by elimination in rationals; A symmetric. */
  public static Sign sign(Matrix symmetric) {
    if (!symmetric.isSymmetric()) {
      throw new IllegalArgumentException(
          "the sign of a form is decided for symmetric matrices, got one that is not");
    }
    return Elimination.sign(symmetric);
  }

  /**
   * The sign of x'(A - bound I)x: not INDEFINITE if and only if every eigenvalue is at least the
   * bound, SEMIDEFINITE if and only if the bound is the smallest of them.
   */
  public static Sign above(Matrix symmetric, BigFraction bound) {
    return sign(shifted(symmetric, BigFraction.ONE, bound.negate()));
  }

  /** The sign of x'(bound I - A)x: as {@link #above}, for the largest eigenvalue. */
  public static Sign below(Matrix symmetric, BigFraction bound) {
    return sign(shifted(symmetric, BigFraction.MINUS_ONE, bound));
  }

  /** factor A + shift I. */
  private static Matrix shifted(Matrix a, BigFraction factor, BigFraction shift) {
    return new Matrix(
        IntStream.range(0, a.height())
            .mapToObj(
                i ->
                    Vector.generate(
                        a.width(),
                        j -> {
                          BigFraction entry = a.exact(i, j).multiply(factor);
                          return i == j ? entry.add(shift) : entry;
                        }))
            .toList());
  }

  /**
   * Exact for diagonal matrices and for 2 x 2 ones with rational eigenvalues; otherwise certified.
   *
   * @throws IllegalArgumentException if the matrix is not symmetric
   */
  public static Spectrum of(Matrix symmetric) {
    if (!symmetric.isSymmetric()) {
      throw new IllegalArgumentException(
          "eigenvalues are certified for symmetric matrices, got one that is not");
    }
    if (symmetric.isDiagonal()) {
      return diagonal(symmetric);
    }
    if (symmetric.height() == 2) {
      Spectrum rational = rationalRoots(symmetric);
      if (rational != null) {
        return rational;
      }
    }
    return certified(symmetric, 0);
  }

  /** For entries that are known to within this error only; the margin then covers it (Weyl). */
  public static Spectrum within(Matrix symmetric, double entryError) {
    return certified(symmetric, entryError * symmetric.height());
  }

  private static Spectrum diagonal(Matrix a) {
    BigFraction smallest = a.exact(0, 0);
    BigFraction largest = smallest;
    for (int i = 1; i < a.height(); i++) {
      BigFraction x = a.exact(i, i);
      smallest = x.compareTo(smallest) < 0 ? x : smallest;
      largest = x.compareTo(largest) > 0 ? x : largest;
    }
    return new Spectrum(
        Constant.exactly(smallest, "smallest entry of the diagonal"),
        Constant.exactly(largest, "largest entry of the diagonal"));
  }

  /** Roots of x^2 - (a + d) x + ad - b^2 where they are rational, else null. */
  private static Spectrum rationalRoots(Matrix a) {
    BigFraction half = a.exact(0, 0).add(a.exact(1, 1)).divide(2);
    BigFraction difference = a.exact(0, 0).subtract(a.exact(1, 1)).divide(2);
    BigFraction square = difference.multiply(difference).add(a.exact(0, 1).multiply(a.exact(0, 1)));
    BigInteger[] top = square.getNumerator().sqrtAndRemainder();
    BigInteger[] bottom = square.getDenominator().sqrtAndRemainder();
    if (top[1].signum() != 0 || bottom[1].signum() != 0) {
      return null;
    }
    BigFraction root = new BigFraction(top[0], bottom[0]);
    String how = "root of the characteristic polynomial, rational";
    return new Spectrum(
        Constant.exactly(half.subtract(root), how), Constant.exactly(half.add(root), how));
  }

  /**
   * With V, D the computed eigenvectors and eigenvalues, R = AV - VD and E = V'V - I: A is
   * orthogonally similar to a matrix within (|R| + 2 |E| |D|)/sqrt(1 - |E|) of D (V's polar factor;
   * Frobenius norms), so by Weyl each sorted eigenvalue is within that of D's. R and E are computed
   * in doubles, with (n + 4) u times the sums of absolute values added for their rounding.
   */
  private static Spectrum certified(Matrix symmetric, double margin) {
    int n = symmetric.height();
    double[][] a = symmetric.toArray();
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(new DMatrixRMaj(a))) {
      throw new ArithmeticException("the eigenvalues of a " + n + " x " + n + " did not converge");
    }
    double[] values = new double[n];
    double[][] vectors = new double[n][n]; // by columns
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      values[i] = eigen.getEigenvalue(i).getReal();
      vectors[i] = eigen.getEigenVector(i).getData();
      smallest = Math.min(smallest, values[i]);
      largest = Math.max(largest, values[i]);
    }
    double residual = Math.sqrt(residual(a, vectors, values));
    double defect = Math.sqrt(defect(vectors));
    if (!(defect < 0.5)) {
      throw new ArithmeticException("computed eigenvectors are not orthogonal: defect " + defect);
    }
    double size = Math.max(Math.abs(smallest), Math.abs(largest));
    // the factor covers the roundings of these few sums themselves
    double error = (margin + (residual + 2 * defect * size) / Math.sqrt(1 - defect)) * (1 + 1e-9);
    String how =
        "eigenproblem in doubles; error at most "
            + String.format(java.util.Locale.ROOT, "%.1e", error)
            + " by Weyl from residual and orthogonality, rounded outward by it";
    return new Spectrum(outward(smallest, -error, how), outward(largest, error, how));
  }

  private static Constant outward(double value, double by, String how) {
    BigFraction exact = Rationals.of(value).add(Rationals.of(by));
    return new Constant(exact, 2 * Math.abs(by), how);
  }

  private static double residual(double[][] a, double[][] vectors, double[] values) {
    int n = a.length;
    double square = 0;
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        double sum = -vectors[j][i] * values[j];
        double size = Math.abs(sum);
        for (int m = 0; m < n; m++) {
          sum += a[i][m] * vectors[j][m];
          size += Math.abs(a[i][m] * vectors[j][m]);
        }
        double entry = Math.abs(sum) + (n + 4) * UNIT * size;
        square += entry * entry;
      }
    }
    return square;
  }

  private static double defect(double[][] vectors) {
    int n = vectors.length;
    double square = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = i == j ? -1 : 0;
        double size = Math.abs(sum);
        for (int m = 0; m < n; m++) {
          sum += vectors[i][m] * vectors[j][m];
          size += Math.abs(vectors[i][m] * vectors[j][m]);
        }
        double entry = Math.abs(sum) + (n + 4) * UNIT * size;
        square += entry * entry;
      }
    }
    return square;
  }
}
