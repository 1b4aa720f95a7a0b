package plumbline.theorems.bottou.sampling;

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
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Comparison;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Relation;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * (4.14) holds for draws that depend on earlier ones, as long as (4.7) and (4.8) hold given the
 * past: here the size of the noise depends on the draw before.
 *
 * <p>Where the chance of an example depends on w, its gradient has to be divided by it: {@link
 * Weighted}.
 *
 * <p>Signs that are correlated break (4.7) given the past, and then the floor. Source: 003,
 * "Stochastic processes".
 */
public final class AdaptedNoise implements Theorem<Remembering> {
  private static final Formula ALPHA = name("alpha");
  private static final Formula NOISE = ALPHA.times(name("L")).times(name("M"));
  private static final Formula KEPT = number(1).minus(ALPHA.times(name("c")).times(name("mu")));
  private static final Formula NET =
      number(2).times(name("mu")).minus(ALPHA.times(name("L")).times(name("M_G")));
  private static final Formula RATE = number(1).minus(ALPHA.times(name("c")).times(NET));

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/adapted-noise",
        List.of(
            Parameter.real("c", "c", "the curvature", "1/10", "10", "1"),
            Parameter.real("h", "h", "mu = mu_G", "1/10", "2", "1"),
            Parameter.real("s2", "s^2", "variance of the factor 1 + s zeta", "0", "4", "0"),
            Parameter.real("M", "M", "variance of the noise after a 1", "0", "100", "1"),
            Parameter.real("kappa", "\\kappa", "its size after a -1", "0", "2", "1"),
            Parameter.real("rho", "\\rho", "correlation of successive signs", "-1", "1", "0"),
            Parameter.real("alpha", "\\bar\\alpha", "the stepsize", "0.001", "4", "1/10"),
            Parameter.real("start", "w_1", "the start", "-10", "10", "2")),
        List.of(
            preset(SHARP, "the noise never smaller than allowed", "h=1/2 s2=1 alpha=1 start=4"),
            preset(SHARP, "the same with c = 2", "c=2 h=1/2 s2=1 M=4 alpha=1/2 start=3"),
            preset(TYPICAL, "half as large after a -1", "kappa=1/2"),
            preset(TYPICAL, "none after a -1", "c=2 h=1/2 s2=1 M=4 alpha=1/2 start=3 kappa=0"),
            preset(OUTSIDE, "signs with correlation 4/5", "rho=4/5 start=1"),
            preset(OUTSIDE, "signs with correlation 1/4", "rho=1/4 start=1"),
            preset(OUTSIDE, "signs that alternate more often", "rho=-1/2 h=1/2 s2=1 alpha=1"),
            preset(OUTSIDE, "twice as large after a -1", "kappa=2")));
  }

  @Override
  public Remembering setting(Values values) {
    return Remembering.of(values);
  }

  @Override
  public Constants constants(Remembering of) {
    return Weighted.and(of.constants());
  }

  @Override
  public List<Hypothesis<Remembering>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "E[g | past] = mu grad F(w_k), which gives (4.7)",
            of ->
                Status.of(
                    of.rho().signum() == 0,
                    "after xi = 1 the noise has the mean sqrt(M) x " + Rationals.show(of.rho()))),
        new Hypothesis<>(
            "V[g | past] <= M + M_V |grad F(w_k)|^2 (4.8)",
            of ->
                Status.of(
                    of.kappa().compareTo(BigFraction.ONE) <= 0,
                    "sizes 1 and " + Rationals.show(of.kappa()) + " times sqrt(M)")),
        new Hypothesis<>(
            "0 < alpha <= mu/(L M_G) (4.13)",
            of ->
                Status.of(
                    of.alpha().compareTo(of.longestStep()) <= 0,
                    Rationals.show(of.alpha()) + " of " + Rationals.show(of.longestStep()))));
  }

  @Override
  public List<Claim> claims(Remembering of) {
    Formula floor = NOISE.over(number(2).times(name("c")).times(name("mu")));
    Bound bound =
        Bound.of(
            term("neighbourhood", floor),
            term("transient", KEPT.power(k().minus(1)).times(name("Delta").minus(floor))));
    List<Claim> claims = new ArrayList<>();
    claims.add(claim("(4.14)", Relation.AT_MOST, of, bound));
    if (of.attains()) {
      claims.add(claim("(4.14), attained", Relation.EQUAL, of, bound));
    }
    claims.add(claim("gap by the mean variance", Relation.EQUAL, of, byMeanVariance()));
    claims.addAll(Weighted.claims());
    return claims;
  }

  /** The gap itself, where signs are independent: M shrinks to M (1 + kappa^2)/2. */
  private static Bound byMeanVariance() {
    Formula share = number(1).plus(name("kappa").power(2)).over(2);
    Formula last = RATE.power(k().minus(1));
    Formula steps = Formula.sumTo(last).minus(last);
    return Bound.of(
        term("what is left", last.times(name("Delta"))),
        term("noise", ALPHA.times(NOISE).times(share).over(2).times(steps)));
  }

  /** Signs that remember multiply the floor by (1 + a rho)/(1 - a rho), a = 1 - alpha c mu. */
  @Override
  public List<Claim> otherwise(Remembering of) {
    Constants x = of.constants();
    Formula memory = KEPT.times(name("rho"));
    boolean same = of.kappa().equals(BigFraction.ONE);
    if (of.rho().signum() == 0) {
      return List.of(claim("gap of a noise too large", Relation.EQUAL, of, byMeanVariance()));
    }
    boolean finite = NET.at(x, 1) != 0 && memory.at(x, 1) != 1 && memory.at(x, 1) != RATE.at(x, 1);
    if (!finite || !same) {
      return List.of();
    }
    Formula less = number(1).minus(memory);
    Formula floor =
        NOISE.times(number(1).plus(memory)).over(number(2).times(name("c")).times(NET).times(less));
    Formula powers =
        memory.power(k().minus(1)).minus(RATE.power(k().minus(1))).over(memory.minus(RATE));
    Formula lag = ALPHA.power(2).times(name("c")).times(name("M")).times(memory).over(less);
    Bound path =
        Bound.of(
            term("neighbourhood", floor),
            term("transient", RATE.power(k().minus(1)).times(name("Delta").minus(floor))),
            term("memory", number(-1).times(lag).times(powers)));
    return List.of(claim("gap with correlated signs", Relation.EQUAL, of, path));
  }

  private static Claim claim(String name, Relation relation, Remembering of, Bound bound) {
    Checkpoints points = Checkpoints.of(1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48);
    return new Claim.Exactly(name, relation, new Gap(of), bound, points);
  }

  /** E F(w_k) - F_* by the recursion of moments against the bound. */
  private record Gap(Remembering of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      List<T> gaps = of.gaps(in, points.last());
      return points.at().stream()
          .map(k -> new Pair<>("k = " + k, k, gaps.get((int) (k - 1)), bound.at(in, constants, k)))
          .toList();
    }
  }
}
