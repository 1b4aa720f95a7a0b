package plumbline.exact;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;

/**
 * N, the covariance of the part of a stochastic gradient that is uncorrelated with the past, where
 * the point has a mean and a covariance: with P = E e e' and S_i = E (x_i'e - r_i)^2,
 *
 * <p>N = H [(1 + s^2)/b (mean_i S_i x_i x_i' - A P A) + s^2 A P A] H + Sigma; with the full
 * gradient the first term is 0.
 */
final class GradientNoise<T extends FieldElement<T>, A> {
  private final Algebra<T, A> algebra;
  private final A scaledHessian;
  private final A additive;
  private final T spread; // the factor of H A P A H
  private final boolean multiplies;
  private final Drawn<A> drawn; // null with the full gradient, and where means are known
  private final Means<A> means; // null unless there are many rows
  private final T minusOne;

  /** What drawn indices need; shapes [n x d], [n x 1], [d x 1], [1 x d], [d x n], [d x d]. */
  private record Drawn<A>(A rows, A residuals, A ones, A row, A weighted, A scaling) {}

  /** The means over all rows, with the factor of the indices' part, and H. */
  private record Means<A>(A fourth, A third, A second, A scaling) {}

  GradientNoise(AffineRecursion of, Arithmetic<T> in, Algebra<T, A> algebra, A scaledHessian) {
    this.algebra = algebra;
    this.scaledHessian = scaledHessian;
    this.additive = algebra.of(Matrix.diagonal(of.variances()));
    this.minusOne = in.of(-1);
    BigFraction s2 = of.oracle().multiplicative();
    if (of.sample().isEmpty()) {
      this.spread = in.of(s2);
      this.drawn = null;
      this.means = null;
    } else {
      BigFraction batch = Rationals.of(of.oracle().batch(), 1);
      this.spread = in.of(s2.subtract(s2.add(1).divide(batch)));
      AffineRecursion.Sample sample = of.sample().get();
      T share = in.of(s2.add(1).divide(batch));
      boolean many = Sums.Weighted.pays(sample);
      this.drawn = many ? null : drawn(of, sample, share);
      this.means = many ? means(of, Sums.Weighted.of(sample), share) : null;
    }
    this.multiplies = !spread.isZero();
  }

  private Drawn<A> drawn(AffineRecursion of, AffineRecursion.Sample sample, T share) {
    Matrix x = sample.inputs();
    int d = x.width();
    Vector h = of.oracle().scaling();
    Matrix scaledMean =
        new Matrix(
            IntStream.range(0, d)
                .mapToObj(
                    j ->
                        Vector.generate(
                            x.height(), i -> x.exact(i, j).multiply(h.exact(j)).divide(x.height())))
                .toList());
    Vector one = Vector.constant(1, BigFraction.ONE);
    return new Drawn<>(
        algebra.of(x),
        algebra.column(sample.residuals()),
        algebra.of(new Matrix(Collections.nCopies(d, one))),
        algebra.of(new Matrix(List.of(Vector.constant(d, BigFraction.ONE)))),
        algebra.scaled(share, algebra.of(scaledMean)),
        algebra.of(Matrix.diagonal(h)));
  }

  /** N at a point with this mean e, shape [d x 1], and this covariance, shape [d x d]. */
  A at(A point, A around) {
    A noise = additive;
    if (multiplies) {
      A moment = algebra.plus(around, algebra.timesTransposed(point, point));
      A seen = algebra.timesTransposed(algebra.times(scaledHessian, moment), scaledHessian);
      noise = algebra.plus(noise, algebra.scaled(spread, seen));
    }
    if (means != null) {
      return algebra.plus(noise, ofMeans(point, around));
    }
    return drawn == null ? noise : algebra.plus(noise, ofIndices(point, around));
  }

  /** (1 + s^2)/b H mean_i [S_i x_i x_i'] H, with S_i = x_i'Cov x_i + (x_i'e - r_i)^2. */
  private A ofIndices(A point, A around) {
    A rows = drawn.rows();
    A spreads = algebra.times(algebra.hadamard(algebra.times(rows, around), rows), drawn.ones());
    A bias = algebra.plus(algebra.times(rows, point), algebra.scaled(minusOne, drawn.residuals()));
    A squares = algebra.plus(spreads, algebra.hadamard(bias, bias));
    A weighted =
        algebra.hadamard(algebra.times(squares, drawn.row()), algebra.times(rows, drawn.scaling()));
    return algebra.times(drawn.weighted(), weighted);
  }

  private Means<A> means(AffineRecursion of, Sums.Weighted weighted, T share) {
    return new Means<>(
        algebra.scaled(share, algebra.of(weighted.fourth())),
        algebra.scaled(share, algebra.of(weighted.third())),
        algebra.scaled(share, algebra.of(weighted.second())),
        algebra.of(Matrix.diagonal(of.oracle().scaling())));
  }

  /** The same from the means of products of up to four inputs: no loop over the rows. */
  private A ofMeans(A point, A around) {
    A moment = algebra.plus(around, algebra.timesTransposed(point, point));
    A mean =
        algebra.plus(
            algebra.plus(
                algebra.times(means.fourth(), algebra.stacked(moment)),
                algebra.times(means.third(), point)),
            means.second());
    A scaled = algebra.times(means.scaling(), algebra.square(mean));
    return algebra.times(scaled, means.scaling());
  }
}
