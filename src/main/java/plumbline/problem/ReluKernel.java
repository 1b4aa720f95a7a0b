package plumbline.problem;

import org.hipparchus.dfp.Dfp;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constant;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;

/**
 * H_ij = x_i'x_j (pi - angle(x_i, x_j)) / (2 pi): the kernel of gradient descent on the first layer
 * of an infinitely wide rectifier network.
 *
 * @param matrix H, shape [n x n], to 30 digits
 * @param smallest lambda_0, rounded down by its certified error
 * @param largest lambda_max, rounded up by its certified error
 */
public record ReluKernel(Matrix matrix, Constant smallest, Constant largest) {
  private static final int DIGITS = 40;

  /**
   * Entries are rounded at 30 digits; 1e-28 leaves room for the arc cosine near parallel inputs.
   */
  private static final double ENTRY_ERROR = 1e-28;

  /**
   * @param inputs x_i by rows, shape [n x d], none of them 0
   */
  public static ReluKernel of(Matrix inputs) {
    int n = inputs.height();
    BigFraction[][] h = new BigFraction[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        h[i][j] = entry(inputs.rows().get(i), inputs.rows().get(j));
        h[j][i] = h[i][j];
      }
    }
    Matrix matrix =
        new Matrix(java.util.Arrays.stream(h).map(r -> new Vector(java.util.List.of(r))).toList());
    double size = 0;
    for (int i = 0; i < n; i++) {
      size = Math.max(size, 2 * matrix.get(i, i));
    }
    Spectrum spectrum = Spectrum.within(matrix, ENTRY_ERROR * Math.max(size, 1));
    return new ReluKernel(matrix, spectrum.smallest(), spectrum.largest());
  }

  private static BigFraction entry(Vector x, Vector y) {
    BigFraction dot = x.dot(y);
    BigFraction lengths = x.squaredNorm().multiply(y.squaredNorm());
    if (lengths.isZero()) {
      throw new IllegalArgumentException("an input of a rectifier kernel is 0: it has no angle");
    }
    if (dot.multiply(dot).equals(lengths)) { // parallel, exactly
      return dot.signum() > 0 ? dot.divide(2) : BigFraction.ZERO;
    }
    Arithmetic<Dfp> in = Arithmetic.digits(DIGITS);
    Dfp cosine = in.of(dot).divide(in.sqrt(in.of(lengths)));
    // the angle from its sine as well: the arc cosine alone loses half the digits near 0
    BigFraction rest = lengths.subtract(dot.multiply(dot)).divide(lengths);
    Dfp angle = in.sqrt(in.of(rest)).atan2(cosine);
    Dfp pi = cosine.getField().getPi();
    Dfp value = in.of(dot).multiply(pi.subtract(angle)).divide(pi.multiply(2));
    return Rationals.parse(
        new java.math.BigDecimal(value.toString()).round(new java.math.MathContext(30)).toString());
  }
}
