package plumbline.theorems.bottou.diminishing;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Relation;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Trial;
import plumbline.theorem.Values;

/**
 * Of F = c (w - w_*)^2/2 with Gaussian noise of variance sigma^2, no unbiased method knows w_* from
 * K gradients better than E|w - w_*|^2 = sigma^2/(c^2 K), and alpha_k = 1/(c k) attains it.
 *
 * <p>Cramer and Rao; a method with bias beats it at one w_* only: on average over a normal prior of
 * variance tau^2 none is below 1/(1/tau^2 + K c^2/sigma^2). Source: 003, "Alternate Motivation".
 */
public final class AgarwalLowerBound implements Theorem<Queries> {
  private static final Formula ANSWER = name("sigma2").over(name("c").power(2));
  private static final Checkpoints POINTS =
      Checkpoints.of(1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 40, 48, 56, 64);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/agarwal-lower-bound",
        List.of(
            Parameter.real("c", "c", "curvature", "0.01", "100", "3"),
            Parameter.real("sigma2", "\\sigma^2", "variance of the noise", "0.01", "100", "3"),
            Parameter.real("error", "w_1 - w_\\ast", "how far the start is off", "-10", "10", "1"),
            Parameter.real("p", "p", "alpha_k = p/(c (k + q))", "0.01", "10", "1"),
            Parameter.real("q", "q", "shift of k", "0", "10", "0"),
            Parameter.real("tau2", "\\tau^2", "variance of the prior of w_*", "0.01", "1e6", "4")),
        List.of(
            preset(SHARP, "alpha_k = 1/(c k)", ""),
            preset(SHARP, "alpha_k = 1/(c k), far start", "c=2 sigma2=3/25 error=-5"),
            preset(TYPICAL, "alpha_k = 2/(c (k + 1))", "p=2 q=1"),
            preset(TYPICAL, "alpha_k = 3/(c (k + 2))", "p=3 q=2 error=4 tau2=1/2"),
            preset(OUTSIDE, "half as long, near w_*", "p=1/2 error=1/10"),
            preset(OUTSIDE, "half as long, far from w_*", "p=1/2 error=5")));
  }

  @Override
  public Queries setting(Values v) {
    return new Queries(
        v.get("c"), v.get("sigma2"), v.get("error"), v.get("p"), v.get("q"), v.get("tau2"));
  }

  @Override
  public Constants constants(Queries of) {
    return of.constants();
  }

  /** E(w_{K+1} - w_*) is the product of the 1 - c alpha_k times w_1 - w_*. */
  @Override
  public List<Hypothesis<Queries>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "c alpha_1 = 1: the method is unbiased for every w_*",
            of ->
                Status.of(
                    of.firstStep().equals(BigFraction.ONE),
                    "c alpha_1 = " + Rationals.show(of.firstStep()))));
  }

  @Override
  public List<Claim> claims(Queries of) {
    List<Claim> claims = new ArrayList<>();
    Bound least = Bound.of("sigma^2/(c^2 K)", ANSWER.over(k()));
    claims.add(claim("Cramer-Rao", Relation.AT_LEAST, new Queries.Error(of), least));
    if (of.firstStep().equals(BigFraction.ONE) && of.q().isZero()) {
      claims.add(claim("attained", Relation.EQUAL, new Queries.Error(of), least));
    }
    Formula known = number(1).over(name("tau2")).plus(k().over(ANSWER));
    claims.add(
        claim(
            "on average over a prior",
            Relation.EQUAL,
            new Queries.Posterior(of),
            Bound.of("1/(1/tau^2 + K c^2/sigma^2)", number(1).over(known))));
    return claims;
  }

  private static Claim claim(String name, Relation relation, Trial trial, Bound bound) {
    return new Claim.Exactly(name, relation, trial, bound, POINTS);
  }

  /** One biased answer: less noise and part of the start's error. */
  @Override
  public List<Claim> otherwise(Queries of) {
    Formula step = name("p").over(name("q").plus(1));
    Bound one =
        Bound.of(
            term("bias", number(1).minus(step).power(2).times(name("D2"))),
            term("noise", step.power(2).times(ANSWER)));
    return List.of(
        Claim.equal(
            "bias and noise after one answer", new Queries.Error(of), one, Checkpoints.of(1)));
  }
}
