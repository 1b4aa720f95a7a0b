package plumbline.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import plumbline.problem.LeastSquares;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;

/**
 * What the moments of least squares are made of, in rationals: worked out once for a problem, since
 * every claim and every checkpoint asks again.
 *
 * @param hessian A = X'X/n, shape [d x d]
 * @param centre a minimizer w_*, shape [d]
 * @param sample rows and residuals
 * @param closes whether the gradient is zero at the centre, exactly: the moments lean on it
 */
record Sums(Matrix hessian, Vector centre, AffineRecursion.Sample sample, boolean closes) {
  private static final Kept<LeastSquares, Sums> KEPT = new Kept<>(Sums::made);

  static Sums of(LeastSquares problem) {
    return KEPT.of(problem);
  }

  private static Sums made(LeastSquares ls) {
    Matrix x = ls.inputs();
    Vector centre = ls.solution();
    Vector predicted = x.times(centre);
    Vector residuals =
        Vector.generate(x.height(), i -> ls.targets().exact(i).subtract(predicted.exact(i)));
    Matrix columns = x.transposed();
    return new Sums(
        columns.times(x).scaled(Rationals.of(1, x.height())),
        centre,
        new AffineRecursion.Sample(x, residuals),
        columns.times(residuals).entries().stream().allMatch(BigFraction::isZero));
  }

  /**
   * mean (x_i'e - r_i)^2 x_i x_i' as a linear function of e e', e and 1: entries row by row, so
   * that the mean is fourth vec(e e') + third e + second.
   *
   * @param fourth mean of x_a x_b x_c x_d, shape [d^2 x d^2]
   * @param third -2 mean of r x_a x_b x_c, shape [d^2 x d]
   * @param second mean of r^2 x_a x_b, shape [d^2 x 1]
   */
  record Weighted(Matrix fourth, Matrix third, Matrix second) {
    private static final Kept<AffineRecursion.Sample, Weighted> MADE = new Kept<>(Weighted::made);

    static Weighted of(AffineRecursion.Sample sample) {
      return MADE.of(sample);
    }

    /** Worth its d^4 products a step, for the n d^2 of the rows, where n is beyond d^2. */
    static boolean pays(AffineRecursion.Sample sample) {
      int d = sample.inputs().width();
      return sample.inputs().height() > 32 + d * d;
    }

    private static Weighted made(AffineRecursion.Sample sample) {
      List<Vector> x = sample.inputs().transposed().rows();
      int d = x.size();
      Vector r = sample.residuals();
      BigFraction share = Rationals.of(1, r.dimension());
      Map<List<Integer>, Vector> pairs = new HashMap<>();
      for (int a = 0; a < d; a++) {
        for (int b = a; b < d; b++) {
          pairs.put(List.of(a, b), product(x.get(a), x.get(b)));
        }
      }
      Map<List<Integer>, BigFraction> means = new HashMap<>();
      List<Vector> weighted = x.stream().map(column -> product(column, r)).toList();
      Vector squares = product(r, r);
      return new Weighted(
          matrix(
              d * d,
              d * d,
              (i, j) -> fourth(sorted(i / d, i % d, j / d, j % d), pairs, means, share)),
          matrix(
              d * d,
              d,
              (i, j) ->
                  means
                      .computeIfAbsent(
                          sorted(i / d, i % d, j),
                          key ->
                              pairs
                                  .get(key.subList(0, 2))
                                  .dot(weighted.get(key.get(2)))
                                  .multiply(share))
                      .multiply(-2)),
          matrix(
              d * d,
              1,
              (i, j) ->
                  means.computeIfAbsent(
                      sorted(i / d, i % d), key -> pairs.get(key).dot(squares).multiply(share))));
    }

    private static BigFraction fourth(
        List<Integer> key,
        Map<List<Integer>, Vector> pairs,
        Map<List<Integer>, BigFraction> means,
        BigFraction share) {
      return means.computeIfAbsent(
          key, k -> pairs.get(k.subList(0, 2)).dot(pairs.get(k.subList(2, 4))).multiply(share));
    }

    /** Entry (i, j). */
    private interface Entry {
      BigFraction at(int i, int j);
    }

    private static Matrix matrix(int height, int width, Entry entry) {
      return new Matrix(
          IntStream.range(0, height)
              .mapToObj(i -> Vector.generate(width, j -> entry.at(i, j)))
              .toList());
    }

    private static Vector product(Vector a, Vector b) {
      return Vector.generate(a.dimension(), i -> a.exact(i).multiply(b.exact(i)));
    }

    private static List<Integer> sorted(int... indices) {
      Arrays.sort(indices);
      List<Integer> key = new ArrayList<>();
      for (int index : indices) {
        key.add(index);
      }
      return List.copyOf(key);
    }
  }
}
