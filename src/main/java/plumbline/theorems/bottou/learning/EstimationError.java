package plumbline.theorems.bottou.learning;

import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * E[R(w_n) - R(w_*)] at n = k against the bound, from the law of the sample: by rows of the
 * triangular factor for a Gaussian design, else by summing over all outcomes.
 *
 * @param of the problem
 */
record EstimationError(Learning of) implements Comparison {
  /** Fractions of more outcomes than this have thousands of digits. */
  private static final long MOST_IN_RATIONALS = 64;

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    if (in.isExact() && points.last() > MOST_IN_RATIONALS) {
      throw new UnsupportedOperationException("fractions over that many outcomes are too long");
    }
    return points.at().stream()
        .map(n -> new Pair<>("n = " + n, n, error(in, n), bound.at(in, constants, n)))
        .toList();
  }

  private <T extends FieldElement<T>> T error(Arithmetic<T> in, long n) {
    return switch (of.problem()) {
      case Learning.GAUSSIAN -> gaussian(in, n);
      case Learning.SIGNS -> signs(in, n);
      case Learning.TIES -> ties(in, n);
      default -> rare(in, n);
    };
  }

  /**
   * X'X = TT' with T lower triangular, t_ij standard normal below the diagonal and t_ii^2 of
   * chi-square law with n - i + 1 degrees (Bartlett). Row i adds (|T_{i-1}^{-1}|^2 + 1)/t_ii^2 to
   * |T^{-1}|^2 in the mean, and E 1/chi^2_m = 1/(m - 2).
   */
  private <T extends FieldElement<T>> T gaussian(Arithmetic<T> in, long n) {
    T trace = in.of(0);
    for (int row = 1; row <= of.d(); row++) {
      T inverse = in.of(1).divide(in.of(n - row + 1 - 2));
      trace = trace.add(trace.add(in.of(1)).multiply(inverse));
    }
    return in.of(of.sigma2()).multiply(trace).divide(in.of(2));
  }

  /** w_n - w_* = sigma (2j - n)/n if j of the n products of input and noise are positive. */
  private <T extends FieldElement<T>> T signs(Arithmetic<T> in, long n) {
    T sum = in.of(0);
    T weight = in.of(1).divide(in.power(in.of(2), n));
    for (long j = 0; j <= n; j++) {
      T mean = in.of(2 * j - n).divide(in.of(n));
      sum = sum.add(weight.multiply(mean).multiply(mean));
      weight = weight.multiply(in.of(n - j)).divide(in.of(j + 1));
    }
    return in.of(of.sigma2()).multiply(sum).divide(in.of(2));
  }

  /** Wrong if fewer than half of n votes are for the better hypothesis; n is odd. */
  private <T extends FieldElement<T>> T ties(Arithmetic<T> in, long n) {
    T gap = in.of(of.kappa()).divide(in.sqrt(in.of(n)));
    T odds = in.of(1).add(gap).divide(in.of(1).subtract(gap));
    T weight = in.power(in.of(1).subtract(gap).divide(in.of(2)), n);
    T wrong = in.of(0);
    for (long right = 0; 2 * right < n; right++) {
      wrong = wrong.add(weight);
      weight = weight.multiply(in.of(n - right)).divide(in.of(right + 1)).multiply(odds);
    }
    return gap.multiply(wrong);
  }

  /** The rare loss B = n^(1/p), and -B/(2(n - 1)) else: the mean is B/(2n). */
  private <T extends FieldElement<T>> T rare(Arithmetic<T> in, long n) {
    T size = in.exp(in.ln(in.of(n)).divide(in.of(of.p())));
    T small = size.divide(in.of(2 * (n - 1)));
    T weight = in.power(in.of(n - 1).divide(in.of(n)), n);
    T wrong = in.of(0);
    T sum = small.multiply(in.of(-n));
    for (long seen = 0; seen <= n && in.compare(sum, in.of(0)) < 0; seen++) {
      wrong = wrong.add(weight);
      weight = weight.multiply(in.of(n - seen)).divide(in.of((seen + 1) * (n - 1)));
      sum = sum.add(size).add(small);
    }
    return size.divide(in.of(2 * n)).multiply(wrong);
  }
}
