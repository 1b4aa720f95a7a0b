package plumbline.theorems.bottou.fixed;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Relation;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;
import plumbline.theorems.bottou.Assumptions;
import plumbline.theorems.bottou.Setting;
import plumbline.theorems.bottou.Stepped;
import plumbline.theorems.bottou.Steps;

/**
 * Halving a fixed stepsize divides the gap at rest by 2 + y/(2 - y) on a quadratic of one
 * curvature, y = alpha L M_G/mu: by 2 or more, and by 2 as alpha -&gt; 0 (003, "Diminishing the
 * stepsizes").
 */
public final class HalvingGap implements Stepped {
  private static final Checkpoints STEPS = Checkpoints.range(1, 32);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/halving-gap",
        parameters(),
        List.of(
            preset(SHARP, "S1, up to (4.13)", "c=2 h=1/3 s2=1 M=4 alpha=3/4 start=3"),
            preset(SHARP, "Q1, up to 1/c, from 100 times the rest", "alpha=1 start=10"),
            preset(SHARP, "LS4, up to 1/4", "problem=LS4 alpha=1/4 start=2"),
            preset(TYPICAL, "QD", "problem=QD M=2 alpha=1/10 start=3"),
            preset(TYPICAL, "QB, H = diag(1/2, 1)", "problem=QD h=1/2 s2=1 M=5/4 alpha=1/40"),
            preset(OUTSIDE, "no noise: there is no rest", "M=0 alpha=1/2 start=2")));
  }

  /** With alpha above 0: at 0 nothing moves. */
  static List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>(Instances.parameters("S1", "QD", "LS4"));
    parameters.add(
        Parameter.real("alpha", "\\bar\\alpha", "the longest stepsize", "1e-6", "4", "1"));
    return parameters;
  }

  @Override
  public Setting setting(Values values, Instances.Sampled sampled) {
    return Stationary.known(Setting.of(values, sampled, Steps.FIXED));
  }

  @Override
  public List<Hypothesis<Setting>> hypotheses() {
    return Assumptions.and(
        List.of(Assumptions.stronglyConvex(), Formulas.belowThreshold(), Formulas.noisy()));
  }

  @Override
  public List<Claim> claims(Setting setting) {
    List<Claim> claims = new ArrayList<>();
    if (setting.constants().exact("M").signum() > 0) {
      claims.add(atRest("at rest, at most", Relation.AT_MOST, setting, Formulas.STEEPEST));
      claims.add(atRest("at rest, at least", Relation.AT_LEAST, setting, Formulas.FLATTEST));
    }
    if (Formulas.attains(setting) && setting.constants().exact("Delta").signum() > 0) {
      claims.add(
          Claim.equal(
              "on the way there",
              new Halved(setting, Halved.Of.RATIO),
              Bound.of("ratio", way(Formulas.ALPHA).over(way(Formulas.ALPHA.over(2)))),
              STEPS));
    }
    return claims;
  }

  /** 2 + y/(2 - y). */
  private static Claim atRest(String name, Relation relation, Setting setting, Formula y) {
    Bound bound =
        Bound.of(Bound.term("limit", number(2)), Bound.term("excess", y.over(number(2).minus(y))));
    return new Claim.Exactly(
        name, relation, new Sweep(setting, Sweep.Of.HALVING), bound, Sweep.POINTS);
  }

  /** f + r^(k-1) (Delta - f) with this stepsize, f and r before (4.13) is used. */
  static Formula way(Formula alpha) {
    Bound path = Formulas.path(Formulas.SHARPER_FLOOR, Formulas.SHARPER_RATE);
    return path.terms()
        .get(0)
        .formula()
        .plus(path.terms().get(1).formula())
        .map(part -> part.equals(Formulas.ALPHA) ? alpha : part);
  }

  /** Without noise both gaps fall for ever, that of the longer step faster. */
  @Override
  public List<Claim> otherwise(Setting setting) {
    Constants x = setting.constants();
    boolean falls = x.exact("M").isZero() && x.exact("Delta").signum() > 0;
    if (!falls || !Formulas.attains(setting)) {
      return List.of();
    }
    Formula whole = Formulas.SHARPER_RATE;
    Formula half = whole.map(part -> part.equals(Formulas.ALPHA) ? Formulas.ALPHA.over(2) : part);
    return List.of(
        Claim.equal(
            "without noise the ratio falls",
            new Halved(setting, Halved.Of.RATIO),
            Bound.of("ratio", whole.over(half).power(k().minus(1))),
            STEPS));
  }
}
