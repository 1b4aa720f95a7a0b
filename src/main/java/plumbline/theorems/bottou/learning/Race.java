package plumbline.theorems.bottou.learning;

import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.theorem.Values;

/**
 * Batch and stochastic gradient on the regression of signs, from 0: y = w_0 x + noise of variance
 * sigma^2. A gradient evaluation is the gradient of one example.
 *
 * @param w0 the slope
 * @param sigma2 the variance of the noise
 * @param alpha the stepsize of gradient descent on R_n; the stochastic gradient takes 1/k
 */
public record Race(BigFraction w0, BigFraction sigma2, BigFraction alpha) {
  static Race of(Values values) {
    return new Race(values.get("w0"), values.get("sigma2"), values.get("alpha"));
  }

  /** What a step of gradient descent leaves of w - w_n. */
  BigFraction left() {
    return BigFraction.ONE.subtract(alpha).abs();
  }

  Constants constants() {
    return Constants.none()
        .with("sigma2", sigma2, "the variance of the noise")
        .with("s", w0.pow(2).divide(sigma2), "w_0^2/sigma^2, the signal to noise")
        .with("rho", left(), "|1 - alpha|, what a step of gradient descent leaves");
  }

  /** E[R - R(w_*)] after t steps of gradient descent on n examples, see (4.29). */
  <T extends FieldElement<T>> T batch(Arithmetic<T> in, long n, long t) {
    T q = in.power(in.of(1).subtract(in.of(alpha)), t);
    T kept = in.of(1).subtract(q);
    T noise = kept.multiply(kept).multiply(in.of(sigma2)).divide(in.of(n));
    T start = q.multiply(in.of(w0));
    return noise.add(start.multiply(start)).divide(in.of(2));
  }

  /** E(w - w_0)^2/2 after one more stochastic step, of length 1/k, from this value. */
  <T extends FieldElement<T>> T stochastic(Arithmetic<T> in, T excess, long k) {
    T step = in.of(1).divide(in.of(k));
    T kept = in.of(1).subtract(step);
    T noise = step.multiply(step).multiply(in.of(sigma2)).divide(in.of(2));
    return kept.multiply(kept).multiply(excess).add(noise);
  }

  /** The excess risk before the first step. */
  <T extends FieldElement<T>> T start(Arithmetic<T> in) {
    return in.of(w0).multiply(in.of(w0)).divide(in.of(2));
  }

  /** The number of steps that is best for this budget, all of them tried in doubles. */
  long bestSteps(long budget) {
    long best = 0;
    double least = Double.POSITIVE_INFINITY;
    Arithmetic<org.hipparchus.util.Binary64> in = Arithmetic.doubles();
    for (long t = 0; t <= Math.min(budget, 5000); t++) {
      double excess = t == 0 ? start(in).getReal() : batch(in, budget / t, t).getReal();
      if (excess < least) {
        least = excess;
        best = t;
      }
    }
    return best;
  }
}
