package plumbline.problem;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
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
    double least = proposed(c.toArray(), g.toArray());
    return centred ? centred(v0, above(c, g, least, 0x1p-40)) : balanced(v0, minusQ, c, g, least);
  }

  private static IndexNoise centred(BigFraction v0, BigFraction growth) {
    String how = "M_V A^2 - C is positive definite by rational elimination, and q = 0";
    return new IndexNoise(
        Constant.exactly(v0, "mean |x_i|^2 r_i^2, q = 0"), Constant.exactly(growth, how));
  }

  /**
   * The pair with about the least M (1 + M_V) among M_V = least value times 1 + 2^(j/4), |j| &lt;=
   * 19. Every such pair is valid, and none is below another in both: M multiplies what noise leaves
   * at a given stepsize, 1 + M_V limits the stepsize.
   *
   * <p>In one eigendirection M is V_0 + a/(M_V - lambda), a &gt;= 0, so M (1 + M_V) is convex in
   * M_V: the best power of two tells where to look closer.
   */
  private static IndexNoise balanced(BigFraction v0, Vector q, Matrix c, Matrix g, double least) {
    Pair best = null;
    for (int j = -16; j <= 16; j += 4) {
      best = Pair.better(best, Pair.of(v0, q, c, g, least, j));
    }
    int around = best.quarter();
    for (int j = around - 3; j <= around + 3; j++) {
      best = Pair.better(best, Pair.of(v0, q, c, g, least, j));
    }
    String how =
        "M_V with about the least M (1 + M_V); M_V A^2 - C positive definite and M = V_0 + q'(M_V"
            + " A^2 - C)^-1 q by rational elimination";
    double rounded = Math.nextUp(best.floor().doubleValue());
    return new IndexNoise(
        new Constant(Rationals.of(rounded), 2 * Math.ulp(rounded), how + ", rounded up"),
        Constant.exactly(best.growth(), how));
  }

  /** M and M_V, the latter least (1 + 2^(quarter/4)). */
  private record Pair(BigFraction floor, BigFraction growth, int quarter) {
    static Pair of(BigFraction v0, Vector q, Matrix c, Matrix g, double least, int quarter) {
      BigFraction growth = above(c, g, least, StrictMath.pow(2, quarter / 4.0));
      Matrix left = minus(g.scaled(growth), c);
      BigFraction floor = v0.add(q.dot(Elimination.solve(left, q).orElseThrow().solution()));
      return new Pair(floor, growth, quarter);
    }

    BigFraction product() {
      return floor.multiply(growth.add(1));
    }

    static Pair better(Pair best, Pair other) {
      return best == null || other.product().compareTo(best.product()) < 0 ? other : best;
    }
  }

  /** A double above the largest generalised eigenvalue of (C, A^2), certified. */
  private static BigFraction above(Matrix c, Matrix g, double least, double share) {
    double scale = Math.max(least, 0x1p-40);
    for (double excess = share; ; excess *= 2) {
      // a float's digits keep the rationals that follow short
      BigFraction growth = Rationals.of((float) (least + excess * scale));
      if (Elimination.isPositiveDefinite(minus(g.scaled(growth), c))) {
        return growth;
      }
    }
  }

  /** The largest eigenvalue of (A^2)^{-1} C in doubles, or 0 where that fails: a proposal only. */
  private static double proposed(double[][] c, double[][] g) {
    DMatrixRMaj inverse = new DMatrixRMaj(g);
    DMatrixRMaj product = new DMatrixRMaj(c.length, c.length);
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(c.length, false, false);
    if (!CommonOps_DDRM.invert(inverse)) {
      return 0;
    }
    CommonOps_DDRM.mult(inverse, new DMatrixRMaj(c), product);
    double largest = 0;
    if (eigen.decompose(product)) {
      for (int i = 0; i < eigen.getNumberOfEigenvalues(); i++) {
        largest = Math.max(largest, eigen.getEigenvalue(i).getReal());
      }
    }
    return largest;
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
