package plumbline.theorems.bottou.natural;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.LinearAlgebra;
import plumbline.problem.Spectrum;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Status;

/**
 * Three gradients, equally likely, with a known mean, in a metric.
 *
 * @param metric G, shape [2 x 2]
 * @param mean g, shape [2]
 * @param noise three deviations z_i whose sum is 0, each of shape [2]
 */
record Draws(Matrix metric, Vector mean, List<Vector> noise) {
  /** tr(G^{-1} Cov), Cov the mean of the z_i z_i'. */
  BigFraction spread() {
    LinearAlgebra<BigFraction> exact = LinearAlgebra.exact();
    BigFraction trace = BigFraction.ZERO;
    for (int column = 0; column < 2; column++) {
      int c = column;
      List<BigFraction> covariance =
          exact.vector(
              2,
              row ->
                  exact.mean(noise.stream().map(z -> z.exact(row).multiply(z.exact(c))).toList()));
      trace = trace.add(exact.solve(exact.lift(metric), covariance).get(c));
    }
    return trace;
  }

  BigFraction signal() {
    LinearAlgebra<BigFraction> exact = LinearAlgebra.exact();
    return square(exact, exact.lift(mean));
  }

  /** g'G^{-1}g. */
  <T extends FieldElement<T>> T square(LinearAlgebra<T> field, List<T> g) {
    return field.dot(g, field.solve(field.lift(metric), g));
  }

  /** E of the square of a batch's mean, every batch of this size written down. */
  <T extends FieldElement<T>> T expected(LinearAlgebra<T> field, int batch, BigFraction factor) {
    List<List<T>> sums = List.of(field.vector(2, j -> field.in().of(0)));
    for (int i = 0; i < batch; i++) {
      List<List<T>> longer = new ArrayList<>();
      for (List<T> sum : sums) {
        for (Vector z : noise) {
          longer.add(
              field.vector(
                  2,
                  j ->
                      sum.get(j)
                          .add(field.in().of(mean.exact(j).add(z.exact(j).multiply(factor))))));
        }
      }
      sums = longer;
    }
    T size = field.in().of(Rationals.of(1, batch));
    return field.mean(sums.stream().map(sum -> square(field, field.times(size, sum))).toList());
  }

  Status definite() {
    return Spectrum.sign(metric) == Spectrum.Sign.DEFINITE
        ? Status.certified("all pivots are positive by elimination in rationals")
        : new Status.Refuted("G_22 = " + Rationals.show(metric.exact(1, 1)) + " is not positive");
  }
}
