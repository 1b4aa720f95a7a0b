package plumbline.theorems.bottou.fixed;

import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Comparison;
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
 * How well (4.13) and (4.14) describe a quadratic: the floor alpha L M/(2 c mu) is between (L/c)(2
 * - alpha L M_G/mu_G) and (L mu_G/(c mu))(2 - alpha c mu M_G/mu_G^2) times the true one, and the
 * stepsize can be twice mu/(L M_G) before E w^2 ceases to contract (003, l. 277).
 */
public final class DescribesActual implements Stepped {
  private static final Formula KAPPA = Formulas.L.over(Formulas.C);
  private static final Formula MU_G = name("mu_G");

  @Override
  public Declaration declaration() {
    List<Parameter> parameters = new ArrayList<>(Instances.parameters("S1", "QD", "LS4"));
    parameters.add(
        Parameter.real("alpha", "\\bar\\alpha", "the longest stepsize", "1e-6", "4", "1"));
    return new Declaration(
        "bottou/describes-actual",
        parameters,
        List.of(
            preset(SHARP, "S1, up to its limit", "c=2 h=1/3 s2=1 M=4 alpha=3/4"),
            preset(SHARP, "LS4", "problem=LS4 alpha=5/17"),
            preset(TYPICAL, "QD, L/c = 10", "problem=QD M=2 alpha=1/10"),
            preset(TYPICAL, "QD, L/c = 100", "problem=QD L=100 M=2 alpha=1/100"),
            preset(TYPICAL, "QB, H = diag(1/2, 1)", "problem=QD h=1/2 s2=1 M=5/4 alpha=1/40"),
            preset(OUTSIDE, "S1, half as long again", "c=2 h=1/3 s2=1 M=4 alpha=9/8")));
  }

  @Override
  public Setting setting(Values values, Instances.Sampled sampled) {
    return Stationary.known(Setting.of(values, sampled, Steps.FIXED));
  }

  @Override
  public List<Hypothesis<Setting>> hypotheses() {
    List<Hypothesis<Setting>> own = new ArrayList<>(Formulas.fixedStep());
    own.add(Formulas.noisy());
    return Assumptions.and(own);
  }

  @Override
  public List<Claim> claims(Setting setting) {
    Sweep ratio = new Sweep(setting, Sweep.Of.BOUND_OVER_GAP);
    Formula most = KAPPA.times(MU_G).over(Formulas.MU).times(number(2).minus(Formulas.FLATTEST));
    return List.of(
        sweep("floor of (4.14) over the true one, at most", Relation.AT_MOST, ratio, most),
        sweep(
            "floor of (4.14) over the true one, at least",
            Relation.AT_LEAST,
            ratio,
            KAPPA.times(number(2).minus(Formulas.STEEPEST))),
        sweep("the floor of (4.14) is a bound", Relation.AT_LEAST, ratio, number(1)),
        new Claim.Exactly(
            "limit of stability over (4.13)",
            Formulas.attains(setting) ? Relation.EQUAL : Relation.AT_LEAST,
            new Stable(setting),
            Bound.of("twice (4.13)", Formulas.threshold()),
            Checkpoints.of(0)));
  }

  @Override
  public List<Claim> otherwise(Setting setting) {
    Constants x = setting.constants();
    boolean rests = x.exact("alpha").compareTo(Formulas.threshold(x)) < 0;
    if (!Formulas.attains(setting) || !rests || x.exact("M").isZero()) {
      return List.of();
    }
    return List.of(
        sweep(
            "the same ratio beyond (4.13)",
            Relation.EQUAL,
            new Sweep(setting, Sweep.Of.BOUND_OVER_GAP),
            number(2).minus(Formulas.STEEPEST)));
  }

  private static Claim sweep(String name, Relation relation, Sweep ratio, Formula bound) {
    return new Claim.Exactly(name, relation, ratio, Bound.of("ratio", bound), Sweep.POINTS);
  }

  /**
   * The stepsize from which on E w_i^2 no longer contracts on some axis, against the bound.
   *
   * @param setting the problem and its oracle
   */
  private record Stable(Setting setting) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      T limit = in.of(Stationary.of(setting).limit());
      return List.of(new Pair<>("limit", 0, limit, bound.at(in, constants, 0)));
    }
  }
}
