package plumbline.theorems.bottou.fixed;

import static plumbline.formula.Formula.name;
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
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Relation;
import plumbline.theorem.Status;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;
import plumbline.theorems.bottou.Assumptions;
import plumbline.theorems.bottou.Setting;
import plumbline.theorems.bottou.Stepped;
import plumbline.theorems.bottou.Steps;

/**
 * Above the floor B = alpha L M/(2 c mu) the gap shrinks in every step: e_(k+1) - B &lt;= (1 -
 * alpha c mu)(e_k - B), where 0 &lt; alpha c mu &lt;= c mu^2/(L M_G) &lt;= c/L &lt;= 1 (003,
 * (4.15), (4.16)).
 */
public final class Eq415Contraction implements Stepped {
  private static final Checkpoints STEPS = Checkpoints.range(1, 24);
  private static final Checkpoints ONCE = Checkpoints.of(0);
  private static final Formula PRODUCT = Formulas.ALPHA.times(Formulas.C).times(Formulas.MU);
  private static final Formula MIDDLE =
      Formulas.C.times(Formulas.MU.power(2)).over(Formulas.L.times(name("M_G")));
  private static final Formula CONDITION = Formulas.C.over(Formulas.L);

  @Override
  public Declaration declaration() {
    List<Parameter> parameters =
        new ArrayList<>(Instances.parameters("S1", "QD", "rotated", "LS4"));
    parameters.add(Parameter.real("alpha", "\\bar\\alpha", "the stepsize", "0", "4", "1"));
    parameters.add(
        Parameter.real("M_G", "M_G", "M_G as one believes it; 0: as it is", "0", "100", "0"));
    return new Declaration(
        "bottou/eq415-contraction",
        parameters,
        List.of(
            preset(SHARP, "S1, alpha at its limit", "c=2 h=1/2 s2=1 M=4 alpha=1/2 start=3"),
            preset(SHARP, "S1, no M_V", "c=2 h=1/3 M=4 alpha=3/2 start=3"),
            preset(SHARP, "LS4", "problem=LS4 alpha=5/17 start=2"),
            preset(TYPICAL, "QD", "problem=QD M=2 alpha=1/20 start=3"),
            preset(TYPICAL, "QB, H = diag(1/2, 1)", "problem=QD h=1/2 M=5/4 alpha=1/20 start=3"),
            preset(TYPICAL, "rotated", "problem=rotated s2=1/4 alpha=1/20 start=3"),
            preset(OUTSIDE, "M_G believed below mu^2", "h=1/2 s2=1 M_G=1/8 alpha=4 start=1"),
            preset(OUTSIDE, "alpha half as long again", "h=1/2 s2=1 alpha=3/2 start=0")));
  }

  @Override
  public Setting setting(Values values, Instances.Sampled sampled) {
    Setting honest = Setting.of(values, sampled, Steps.FIXED).closed();
    BigFraction believed = values.get("M_G");
    return believed.isZero()
        ? honest
        : new Setting(
            honest.recursion(),
            honest.steps(),
            honest.schedule().with("M_G", believed, "believed"));
  }

  @Override
  public List<Hypothesis<Setting>> hypotheses() {
    List<Hypothesis<Setting>> own = new ArrayList<>(Formulas.fixedStep());
    own.add(Assumptions.of("M_G >= mu^2 (4.9)", Eq415Contraction::second));
    return Assumptions.and(own);
  }

  private static Status second(Constants x) {
    BigFraction mu = x.exact("mu");
    return Status.of(
        x.exact("M_G").compareTo(mu.multiply(mu)) >= 0,
        "M_G = %s, mu = %s".formatted(Formulas.show(x, "M_G"), Formulas.show(x, "mu")));
  }

  @Override
  public List<Claim> claims(Setting setting) {
    return List.of(
        Claim.atMost(
            "(4.15), the rate",
            new Step(setting, Step.Of.RATE),
            Bound.of("1 - alpha c mu", Formulas.RATE),
            STEPS),
        Claim.atMost(
            "(4.15), the floor",
            new Step(setting, Step.Of.FLOOR),
            Bound.of("floor", Formulas.FLOOR),
            STEPS),
        // the sign that (4.13) has: on no instance is anything near 0
        link("(4.16), 0 < alpha c mu", Relation.AT_LEAST, PRODUCT, number(0)),
        link("(4.16), by (4.13)", Relation.AT_MOST, PRODUCT, MIDDLE),
        link("(4.16), by (4.9)", Relation.AT_MOST, MIDDLE, CONDITION),
        link("(4.16), c <= L", Relation.AT_MOST, CONDITION, number(1)));
  }

  private static Claim link(String name, Relation relation, Formula left, Formula right) {
    return new Claim.Exactly(
        name, relation, new Value(name, left), Bound.of("right side", right), ONCE);
  }

  /** On one curvature e_(k+1) = r e_k + alpha^2 L M/2 at every stepsize, r by the true M_G. */
  @Override
  public List<Claim> otherwise(Setting setting) {
    if (!Formulas.attains(setting)) {
      return List.of();
    }
    Formula trueRate =
        Formulas.SHARPER_RATE.map(
            part ->
                part.equals(name("M_G"))
                    ? number(setting.recursion().constants().exact("M_G"))
                    : part);
    return List.of(
        Claim.equal(
            "one step as it is",
            new Step(setting, Step.Of.FACTOR),
            Bound.of("factor", trueRate),
            STEPS));
  }
}
