package plumbline.theorems.bottou.diminishing;

import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Status;
import plumbline.theorem.Values;

/**
 * F = c w^2/2 with E g = mu c w and noise of variance M, stepsizes alpha_k = beta/(gamma + k): the
 * problem on which the expected gap obeys e_{k+1} = (1 - beta c mu/(gamma + k))^2 e_k + alpha_k^2 c
 * M/2.
 *
 * @param c curvature, L = c
 * @param mu factor of the mean gradient, mu_G = mu and M_V = 0
 * @param beta size of the steps
 * @param gamma shift of k, at least 0
 * @param m M
 * @param start w_1
 */
record Harmonic(
    BigFraction c,
    BigFraction mu,
    BigFraction beta,
    BigFraction gamma,
    BigFraction m,
    BigFraction start) {
  /** beta c mu, which decides everything. */
  static final Formula PULL = name("beta").times(name("c")).times(name("mu"));

  /** 2 beta c mu. */
  static final Formula TWICE = number(2).times(PULL);

  static List<Parameter> parameters(String leastShift) {
    return new ArrayList<>(
        List.of(
            Parameter.real("c", "c", "curvature, c = L", "0.01", "100", "1"),
            Parameter.real("mu", "\\mu", "the mean of g is mu grad F", "0.01", "10", "1"),
            Parameter.real("beta", "\\beta", "alpha_k = beta/(gamma + k)", "0.01", "100", "1"),
            Parameter.real("gamma", "\\gamma", "its shift", leastShift, "100", "1"),
            Parameter.real("M", "M", "variance of the noise", "0", "100", "1"),
            Parameter.real("start", "w_1", "the start", "-10", "10", "1")));
  }

  static Harmonic of(Values v) {
    return new Harmonic(
        v.get("c"), v.get("mu"), v.get("beta"), v.get("gamma"), v.get("M"), v.get("start"));
  }

  Constants constants() {
    return Constants.none()
        .with("beta", beta, "declared")
        .with("gamma", gamma, "declared")
        .with("L", c, "the only curvature")
        .with("c", c, "declared")
        .with("mu", mu, "declared")
        .with("M", m, "declared")
        .with("Delta", delta(), "c w_1^2/2");
  }

  BigFraction delta() {
    return c.multiply(start).multiply(start).divide(2);
  }

  /** beta c mu. */
  BigFraction pull() {
    return beta.multiply(c).multiply(mu);
  }

  /** Whether beta c mu is above this number. */
  boolean pullsMoreThan(String number) {
    return pull().compareTo(Rationals.parse(number)) > 0;
  }

  static Hypothesis<Harmonic> weakPull() {
    return new Hypothesis<>(
        "0 < beta c mu <= 1",
        h ->
            Status.of(
                h.pull().compareTo(BigFraction.ONE) <= 0,
                "beta c mu = " + Rationals.show(h.pull())));
  }

  /** alpha_k. */
  <T extends FieldElement<T>> T step(Arithmetic<T> in, long k) {
    return in.of(beta).divide(in.of(gamma).add(in.of(k)));
  }

  /** E[F(w_k) - F_*] at these k, by the recursion. */
  <T extends FieldElement<T>> List<T> gaps(Arithmetic<T> in, Checkpoints at) {
    List<T> gaps = new ArrayList<>();
    T gap = in.of(delta());
    T shift = in.of(gamma);
    T shifted = in.of(gamma.subtract(pull()));
    T noise = in.of(beta.multiply(beta).multiply(c).multiply(m).divide(2));
    for (long k = 1; k <= at.last(); k++) {
      if (k == at.at().get(gaps.size())) {
        gaps.add(gap);
      }
      T n = in.of(k);
      T over = shift.add(n).reciprocal();
      T kept = shifted.add(n).multiply(over);
      gap = kept.multiply(kept).multiply(gap).add(noise.multiply(over).multiply(over));
    }
    return gaps;
  }

  /**
   * How many roundings enter a gap: all its terms are positive, so relative errors add up, nine or
   * so a step; the difference gamma - beta c mu + k is rounded from exact data.
   */
  static double operations(long k) {
    return 16.0 * k + 64;
  }
}
