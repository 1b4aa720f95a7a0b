package plumbline.problem;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constant;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;

/**
 * The variance of the gradient at one index drawn uniformly, for least squares: with e = w - w_*
 * and residuals r_i at w_*, V(w) = V_0 + 2 q'e + e'Ce, where V_0 = mean |x_i|^2 r_i^2, q = -mean
 * |x_i|^2 r_i x_i and C = mean |x_i|^2 x_i x_i' - A^2, and |grad F|^2 = e'A^2 e.
 *
 * <p>V &lt;= M + M_V |grad F|^2 for all w if and only if M_V A^2 - C is positive semidefinite and M
 * &gt;= V_0 + q'(M_V A^2 - C)^{-1} q. Both are decided in rationals; doubles only propose M_V.
 *
 * @param floor M
 * @param growth M_V
 */
record IndexNoise(Constant floor, Constant growth) {
  /**
   * Where q is not 0, M_V exceeds its least value by this share: at the least value M is infinite.
   */
  private static final double EXCESS = 0x1p-4;

  static IndexNoise of(Matrix x, Vector residuals, Matrix a, List<Integer> pivots) {
    BigFraction share = Rationals.of(1, x.height());
    Vector lengths = Vector.generate(x.height(), i -> x.rows().get(i).squaredNorm());
    Vector weights =
        Vector.generate(x.height(), i -> lengths.exact(i).multiply(residuals.exact(i)));
    BigFraction v0 = weights.dot(residuals).multiply(share);
    Vector q = picked(x.transposed().times(weights), pivots);
    Matrix weighted =
        new Matrix(
            IntStream.range(0, x.height())
                .mapToObj(
                    i -> Vector.generate(x.width(), j -> x.exact(i, j).multiply(lengths.exact(i))))
                .toList());
    Matrix square = a.times(a);
    Matrix c = picked(minus(x.transposed().times(weighted).scaled(share), square), pivots);
    Matrix g = picked(square, pivots);
    Vector minusQ = Vector.generate(pivots.size(), j -> q.exact(j).multiply(share));
    boolean centred = q.entries().stream().allMatch(BigFraction::isZero);
    if (pivots.size() == 1 && centred) {
      String how = "mean of |x_i|^2 (x_i e - r_i)^2 less the squared mean, in one dimension exact";
      return new IndexNoise(
          Constant.exactly(v0, how), Constant.exactly(c.exact(0, 0).divide(g.exact(0, 0)), how));
    }
    BigFraction growth = growth(c, g, centred);
    Matrix left = minus(g.scaled(growth), c);
    Vector solved = Elimination.solve(left, minusQ).orElseThrow().solution();
    BigFraction floor = v0.add(minusQ.dot(solved));
    String how =
        "M_V a little above its least value, M_V A^2 - C positive definite and M = V_0 + q'(M_V"
            + " A^2 - C)^{-1} q by rational elimination: the inequality is true, not tight";
    double rounded = Math.nextUp(floor.doubleValue());
    return new IndexNoise(
        new Constant(Rationals.of(rounded), 0, how + "; M rounded up"),
        Constant.exactly(growth, how));
  }

  /** A double above the largest generalised eigenvalue of (C, A^2), certified. */
  private static BigFraction growth(Matrix c, Matrix g, boolean centred) {
    SimpleMatrix inverse = new SimpleMatrix(g.toArray()).invert();
    SimpleMatrix product = inverse.mult(new SimpleMatrix(c.toArray()));
    double proposed = 0;
    for (int i = 0; i < product.getNumRows(); i++) {
      proposed = Math.max(proposed, product.eig().getEigenvalue(i).getReal());
    }
    double scale = Math.max(proposed, 0x1p-40);
    for (double excess = centred ? 0x1p-40 : EXCESS; ; excess *= 2) {
      BigFraction growth = Rationals.of((float) (proposed + excess * scale));
      if (Elimination.isPositiveDefinite(minus(g.scaled(growth), c))) {
        return growth;
      }
    }
  }

  private static Matrix minus(Matrix a, Matrix b) {
    return new Matrix(
        IntStream.range(0, a.height())
            .mapToObj(i -> Vector.generate(a.width(), j -> a.exact(i, j).subtract(b.exact(i, j))))
            .toList());
  }

  private static Vector picked(Vector from, List<Integer> indices) {
    return Vector.generate(indices.size(), i -> from.exact(indices.get(i)));
  }

  private static Matrix picked(Matrix from, List<Integer> indices) {
    return new Matrix(indices.stream().map(i -> picked(from.rows().get(i), indices)).toList());
  }
}
