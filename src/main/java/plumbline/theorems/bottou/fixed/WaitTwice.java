package plumbline.theorems.bottou.fixed;

import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

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
import plumbline.theorems.bottou.Setting;
import plumbline.theorems.bottou.Stepped;

/**
 * Half the stepsize takes twice as long for the same factor, and a little longer: tau_(alpha/2) /
 * tau_alpha = ln(1 - x)/ln(1 - x/2), x = alpha c mu, lies between 2 + x/(2 - x) and 2 + x/(2 (1 -
 * x)) (003, "Diminishing the stepsizes faster").
 */
public final class WaitTwice implements Stepped {
  private static final Checkpoints STAGES = Checkpoints.range(2, 5);

  /** alpha c mu as alpha runs through k alpha_1/20. */
  private static final Formula X = Sweep.ALPHA.times(Formulas.C).times(Formulas.MU);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/wait-twice",
        Protocol.parameters(),
        List.of(
            preset(SHARP, "S1, up to alpha c mu = 1/50", "c=2 h=1/3 s2=1 M=4 alpha=3/100"),
            preset(TYPICAL, "S1, up to alpha c mu = 1/2", "c=2 h=1/3 s2=1 M=4 alpha=3/4"),
            preset(TYPICAL, "LS4", "problem=LS4 alpha=5/17 start=2"),
            preset(TYPICAL, "QD, up to alpha c mu = 1/10", "problem=QD M=2 alpha=1/10 start=3"),
            preset(OUTSIDE, "divided by 4", "c=2 h=1/3 s2=1 M=4 alpha=3/4 cut=4")));
  }

  @Override
  public Setting setting(Values values, Instances.Sampled sampled) {
    return Protocol.setting(values, sampled);
  }

  @Override
  public List<Hypothesis<Setting>> hypotheses() {
    return Protocol.hypotheses(List.of());
  }

  @Override
  public List<Claim> claims(Setting setting) {
    Formula least = number(2).plus(X.over(number(2).minus(X)));
    Formula most = number(2).plus(X.over(number(2).times(number(1).minus(X))));
    Formula half = number(2).times(number(1).minus(Protocol.product()));
    return List.of(
        ratio("ratio of the waits, at least", Relation.AT_LEAST, least),
        ratio("ratio of the waits, at most", Relation.AT_MOST, most),
        lag("steps beyond twice as many, at least", Relation.AT_LEAST, number(-1)),
        lag(
            "steps beyond twice as many, at most",
            Relation.AT_MOST,
            number(1).plus(Formula.ln(number(3)).over(half))));
  }

  private static Claim ratio(String name, Relation relation, Formula bound) {
    Formula whole = Formula.ln(number(1).minus(X));
    Formula cut = Formula.ln(number(1).minus(X.over(name("cut"))));
    return new Claim.Exactly(
        name,
        relation,
        new Value("ratio", whole.over(cut)),
        Bound.of("ratio", bound),
        Sweep.POINTS);
  }

  private static Claim lag(String name, Relation relation, Formula bound) {
    return new Claim.Exactly(
        name, relation, new Waits(Waits.Of.LAG), Bound.of("steps", bound), STAGES);
  }

  /** (1 - x/d)^d is at least 1 - x, for every cut d and x in (0, 1). */
  @Override
  public List<Claim> otherwise(Setting setting) {
    if (!Protocol.contracts(setting)) {
      return List.of();
    }
    return List.of(ratio("a cut by d takes d times as long", Relation.AT_LEAST, name("cut")));
  }
}
