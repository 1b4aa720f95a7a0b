package plumbline.theorems.bottou.fixed;

import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Relation;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;
import plumbline.theorems.bottou.Assumptions;
import plumbline.theorems.bottou.Setting;
import plumbline.theorems.bottou.Stepped;
import plumbline.theorems.bottou.Steps;

/**
 * 2 F_(alpha/2) - F_alpha, at rest, is below F_* by alpha^2 L M M_G/(mu_G^2 (4 - y)(4 - 2 y)), y =
 * alpha L M_G/mu_G, on a quadratic of one curvature: an error of second order (003, "Diminishing
 * the stepsizes").
 */
public final class Richardson implements Stepped {
  private static final Checkpoints STEPS = Checkpoints.range(1, 32);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/richardson",
        HalvingGap.parameters(),
        List.of(
            preset(SHARP, "S1, up to (4.13)", "c=2 h=1/3 s2=1 M=4 alpha=3/4 start=3"),
            preset(SHARP, "Q1, up to 1/10", "M=3 alpha=1/10 start=4"),
            preset(SHARP, "LS4, up to 1/4", "problem=LS4 alpha=1/4 start=2"),
            preset(TYPICAL, "QD", "problem=QD M=2 alpha=1/10 start=3"),
            preset(TYPICAL, "QB, H = diag(1/2, 1)", "problem=QD h=1/2 s2=1 M=5/4 alpha=1/40"),
            preset(OUTSIDE, "alpha too long, alpha/2 not", "c=2 h=1/3 s2=1 M=4 alpha=2 start=3")));
  }

  @Override
  public Setting setting(Values values, Instances.Sampled sampled) {
    return Stationary.known(Setting.of(values, sampled, Steps.FIXED));
  }

  @Override
  public List<Hypothesis<Setting>> hypotheses() {
    return Assumptions.and(List.of(Assumptions.stronglyConvex(), Formulas.belowThreshold()));
  }

  @Override
  public List<Claim> claims(Setting setting) {
    Formula muG = name("mu_G").power(2);
    Formula noise = Sweep.ALPHA.power(2).times(Formulas.M).times(name("M_G")).over(muG);
    List<Claim> claims = new ArrayList<>();
    claims.add(
        atRest(
            "F_* less the estimate, at most",
            Relation.AT_MOST,
            setting,
            noise.times(Formulas.L),
            Formulas.STEEPEST));
    claims.add(
        atRest(
            "F_* less the estimate, at least",
            Relation.AT_LEAST,
            setting,
            noise.times(Formulas.C),
            Formulas.FLATTEST));
    if (Formulas.attains(setting)) {
      claims.add(onTheWay("on the way there", setting));
    }
    return claims;
  }

  private static Claim atRest(
      String name, Relation relation, Setting setting, Formula top, Formula y) {
    Formula below = number(4).minus(y).times(number(4).minus(number(2).times(y)));
    return new Claim.Exactly(
        name,
        relation,
        new Sweep(setting, Sweep.Of.EXTRAPOLATED),
        Bound.of("second order", top.over(below)),
        Sweep.POINTS);
  }

  /** e_k - 2 e'_k, e'_k with half the stepsize. */
  private static Claim onTheWay(String name, Setting setting) {
    Bound estimate =
        Bound.of(
            Bound.term("alpha", HalvingGap.way(Formulas.ALPHA)),
            Bound.term("alpha/2", number(-2).times(HalvingGap.way(Formulas.ALPHA.over(2)))));
    return Claim.equal(name, new Halved(setting, Halved.Of.EXTRAPOLATED), estimate, STEPS);
  }

  /** F_alpha grows without end, and the estimate falls below any number. */
  @Override
  public List<Claim> otherwise(Setting setting) {
    return Formulas.attains(setting)
        ? List.of(onTheWay("the estimate runs away", setting))
        : List.of();
  }
}
