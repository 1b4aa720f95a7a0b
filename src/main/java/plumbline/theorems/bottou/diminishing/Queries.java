package plumbline.theorems.bottou.diminishing;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * K answers g(w_k) = c (w_k - w_*) + sigma xi_k of a Gaussian oracle, and the stepsizes alpha_k =
 * p/(c (k + q)) of the method that asks.
 *
 * @param c curvature
 * @param sigma2 variance of one answer
 * @param error w_1 - w_*
 * @param p numerator
 * @param q shift
 * @param prior variance tau^2 of a Gaussian prior of w_*
 */
record Queries(
    BigFraction c,
    BigFraction sigma2,
    BigFraction error,
    BigFraction p,
    BigFraction q,
    BigFraction prior) {
  Constants constants() {
    return Constants.none()
        .with("c", c, "declared")
        .with("sigma2", sigma2, "declared")
        .with("tau2", prior, "declared")
        .with("p", p, "declared")
        .with("q", q, "declared")
        .with("D2", error.multiply(error), "(w_1 - w_*)^2");
  }

  /** c alpha_1. */
  BigFraction firstStep() {
    return p.divide(q.add(1));
  }

  /** E|w_{K+1} - w_*|^2 after K answers, by the recursion of the error, against the bound at K. */
  record Error(Queries of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      List<Pair<T>> pairs = new ArrayList<>();
      T square = in.of(of.error.multiply(of.error));
      T noise = in.of(of.sigma2.divide(of.c.multiply(of.c)));
      for (long k = 1; k <= points.last(); k++) {
        T step = in.of(of.p.divide(of.q.add(new BigFraction(k))));
        T kept = in.of(1).subtract(step);
        square = kept.multiply(kept).multiply(square).add(step.multiply(step).multiply(noise));
        if (points.at().contains(k)) {
          pairs.add(new Pair<>("K = " + k, k, square, bound.at(in, constants, k)));
        }
      }
      return pairs;
    }
  }

  /**
   * The variance of w_* given K answers, by conditioning on one after the other, against the bound:
   * what no estimator beats on average over the prior.
   */
  record Posterior(Queries of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      List<Pair<T>> pairs = new ArrayList<>();
      T variance = in.of(of.prior);
      T noise = in.of(of.sigma2.divide(of.c.multiply(of.c)));
      for (long k = 1; k <= points.last(); k++) {
        // v - v^2/(v + s) of a normal variable of variance v, seen with noise of variance s
        variance = variance.multiply(noise).divide(variance.add(noise));
        if (points.at().contains(k)) {
          pairs.add(new Pair<>("K = " + k, k, variance, bound.at(in, constants, k)));
        }
      }
      return pairs;
    }
  }
}
