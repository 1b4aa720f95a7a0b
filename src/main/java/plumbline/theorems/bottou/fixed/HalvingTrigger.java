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
 * Halving alpha when E[F(w_k)] - F_* reaches alpha L M/(c mu): the distance to the floor shrinks to
 * 1/3 in every stage, so that a stage takes tau steps with (1 - alpha c mu)^tau = 1/3 (003,
 * "Diminishing the stepsizes faster").
 */
public final class HalvingTrigger implements Stepped {
  private static final Checkpoints STAGES = Checkpoints.range(2, 7);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/halving-trigger",
        Protocol.parameters(),
        List.of(
            preset(SHARP, "S1, alpha c mu = 1/2", "c=2 h=1/3 s2=1 M=4 alpha=3/4 start=5"),
            preset(TYPICAL, "LS4, F_* = 5/16", "problem=LS4 alpha=5/17 start=2"),
            preset(TYPICAL, "QD, alpha c mu = 1/10", "problem=QD M=2 alpha=1/10 start=3"),
            preset(OUTSIDE, "at 3/2 floors", "c=2 h=1/3 s2=1 M=4 alpha=3/4 start=5 trigger=3/2"),
            preset(OUTSIDE, "at 3 floors", "c=2 h=1/3 s2=1 M=4 alpha=3/4 start=5 trigger=3"),
            preset(OUTSIDE, "divided by 4", "c=2 h=1/3 s2=1 M=4 alpha=3/4 start=5 cut=4")));
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
    Formula half = number("1/2");
    Formula third = number(1).minus(half).over(number(2).minus(half));
    Formula wait = Formula.ln(number(3)).over(Protocol.speed());
    return List.of(
        Claim.equal(
            "the factor of a stage",
            new Waits(Waits.Of.FACTOR),
            Bound.of("one third", third),
            STAGES),
        waits("steps of a stage, at least", Relation.AT_LEAST, wait),
        waits("steps of a stage, at most", Relation.AT_MOST, wait.plus(1)),
        reached("E[F(w_k)] - F_* reaches the trigger", setting, Reached.Of.GAP));
  }

  private static Claim waits(String name, Relation relation, Formula bound) {
    return new Claim.Exactly(
        name, relation, new Waits(Waits.Of.STEPS), Bound.of("ln 3 over speed", bound), STAGES);
  }

  /**
   * The run with alpha_1 alone, from the step on at which the bound (4.14) is below alpha L M/(c
   * mu).
   */
  static Claim reached(String name, Setting setting, Reached.Of of) {
    Formula trigger =
        Formulas.ALPHA.times(Formulas.L).times(Formulas.M).over(Formulas.C.times(Formulas.MU));
    long first = Reached.first(setting);
    return Claim.atMost(
        name,
        new Reached(setting, of),
        Bound.of("trigger", trigger),
        Checkpoints.range(first, first + 11));
  }

  @Override
  public List<Claim> otherwise(Setting setting) {
    if (!Protocol.contracts(setting) || setting.constants().exact("M").isZero()) {
      return List.of(); // no floor, no trigger
    }
    Formula t = name("trigger");
    Formula factor = t.minus(1).over(name("cut").times(t).minus(1));
    return List.of(
        Claim.equal(
            "the factor with this trigger and cut",
            new Waits(Waits.Of.FACTOR),
            Bound.of("factor", factor),
            STAGES));
  }
}
