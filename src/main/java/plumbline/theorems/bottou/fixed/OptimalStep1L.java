package plumbline.theorems.bottou.fixed;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.problem.Quadratic;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Relation;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;
import plumbline.theorems.bottou.Assumptions;
import plumbline.theorems.bottou.Setting;

/**
 * With mu = mu_G = 1 and M_V = 0 the longest step of (4.13) is 1/L; it has the greatest guaranteed
 * decrease, 1/(2 L) per |grad F|^2, and Theorem 4.6 reads M/(2 c) + (1 - c/L)^(k-1) (Delta - M/(2
 * c)) (003, "Condition numbers").
 */
public final class OptimalStep1L implements Theorem<Setting> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/optimal-step-1L",
        Instances.parameters("S1", "QD"),
        List.of(
            preset(SHARP, "Q1", "c=3 M=4 start=2"),
            preset(TYPICAL, "QD", "problem=QD M=2 start=3"),
            preset(TYPICAL, "QD, no noise", "problem=QD L=3 M=0 start=3"),
            preset(OUTSIDE, "E g = diag(2, 1) w", "problem=QD L=1 h=2 M=0 start=1"),
            preset(OUTSIDE, "M_V = 1", "c=3 s2=1 M=4 start=2")));
  }

  @Override
  public Setting setting(Values values) {
    return OneOverL.setting(values);
  }

  @Override
  public Constants constants(Setting setting) {
    return setting.constants();
  }

  @Override
  public List<Hypothesis<Setting>> hypotheses() {
    return Assumptions.and(
        List.of(Assumptions.stronglyConvex(), one("mu"), one("mu_G"), noFactor()));
  }

  static Hypothesis<Setting> one(String name) {
    return Assumptions.of(
        name + " = 1",
        x ->
            Status.of(
                x.exact(name).equals(BigFraction.ONE), name + " = " + Formulas.show(x, name)));
  }

  static Hypothesis<Setting> noFactor() {
    return Assumptions.of(
        "M_V = 0", x -> Status.of(x.exact("M_V").isZero(), "M_V = " + Formulas.show(x, "M_V")));
  }

  @Override
  public List<Claim> claims(Setting setting) {
    Formula step = OneOverL.Decrease.STEP;
    Formula guaranteed = step.minus(step.power(2).times(Formulas.L).over(2));
    List<Claim> claims = new ArrayList<>();
    claims.add(OneOverL.atOneOverL("(4.14) at 1/L", setting));
    claims.add(decrease("decrease of one step", Relation.AT_LEAST, setting, guaranteed));
    if (Formulas.attains(setting)) {
      Formula best = number(1).over(number(2).times(Formulas.L));
      claims.add(decrease("no step is guaranteed more", Relation.AT_MOST, setting, best));
    }
    if (Stationary.of(setting).limit().compareTo(setting.constants().exact("alpha")) > 0) {
      Formula line = k().times(Formulas.M).over(number(40).times(Formulas.C));
      claims.add(
          Claim.atMost(
              "a shorter step rests lower",
              new OneOverL.AtRest(setting),
              Bound.of("k/20 of M/(2 c)", line),
              Sweep.POINTS));
    }
    return claims;
  }

  private static Claim decrease(String name, Relation relation, Setting s, Formula bound) {
    return new Claim.Exactly(
        name,
        relation,
        new OneOverL.Decrease(s),
        Bound.of("decrease", bound),
        OneOverL.Decrease.STEPS);
  }

  @Override
  public List<Claim> otherwise(Setting setting) {
    List<Claim> claims = new ArrayList<>(List.of(OneOverL.atLongest(setting)));
    Constants x = setting.constants();
    boolean plane = ((Quadratic) setting.recursion().problem()).dimension() == 2;
    boolean biased = x.exact("mu_G").compareTo(BigFraction.ONE) > 0;
    boolean plain = x.exact("M").isZero() && x.exact("M_V").isZero();
    if (plane && biased && plain && x.exact("L").compareTo(x.exact("c")) == 0) {
      claims.add(OneOverL.biased(setting));
    }
    return claims;
  }
}
