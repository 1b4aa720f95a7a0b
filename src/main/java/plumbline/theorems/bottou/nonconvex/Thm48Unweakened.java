package plumbline.theorems.bottou.nonconvex;

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
import plumbline.theorem.Values;
import plumbline.theorems.Instances;
import plumbline.theorems.bottou.Assumptions;
import plumbline.theorems.bottou.Setting;
import plumbline.theorems.bottou.Stepped;
import plumbline.theorems.bottou.Steps;

/**
 * Theorem 4.8 without its last simplification: for 0 &lt; alpha &lt; 2 mu/(L M_G) the mean of
 * E|grad F(w_k)|^2 over k = 1..K is at most (2 Delta/(K alpha) + alpha L M)/(2 mu - alpha L M_G).
 *
 * <p>Twice as long steps are allowed, and for short ones the bound is half of (4.26b). Source: 003,
 * the first line of the proof of Theorem 4.8.
 */
public final class Thm48Unweakened implements Stepped {
  private static final Formula ALPHA = name("alpha");
  private static final Formula NET =
      number(2).times(name("mu")).minus(ALPHA.times(name("L")).times(name("M_G")));
  private static final Checkpoints POINTS =
      Checkpoints.of(1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256);

  @Override
  public Declaration declaration() {
    List<Parameter> parameters =
        new ArrayList<>(Instances.parameters("LS4", "S1", "QD", "rotated"));
    parameters.add(Parameter.real("alpha", "\\bar\\alpha", "the stepsize", "0.001", "4", "5/17"));
    return new Declaration(
        "bottou/thm48-unweakened",
        parameters,
        List.of(
            preset(SHARP, "LS4, half the longest step of (4.25)", "alpha=5/34 start=2"),
            preset(SHARP, "S1, beyond (4.25)", "problem=S1 c=3 h=1/2 s2=1 M=2 alpha=1/2 start=2"),
            preset(TYPICAL, "QD", "problem=QD M=2 alpha=3/20 start=3"),
            preset(TYPICAL, "rotated", "problem=rotated s2=1/2 M=3 alpha=1/20 start=-2"),
            preset(OUTSIDE, "S1, a quarter too long", "problem=S1 c=2 M=3 alpha=5/4 start=2")));
  }

  @Override
  public Setting setting(Values values, Instances.Sampled sampled) {
    return Setting.of(values, sampled, Steps.FIXED).closed();
  }

  @Override
  public List<Hypothesis<Setting>> hypotheses() {
    return Assumptions.and(
        List.of(
            Assumptions.of(
                "0 < alpha < 2 mu/(L M_G)",
                x ->
                    Status.of(
                        net(x).signum() > 0, "2 mu - alpha L M_G = " + Rationals.show(net(x))))));
  }

  private static BigFraction net(Constants x) {
    return x.exact("mu")
        .multiply(2)
        .subtract(x.exact("alpha").multiply(x.exact("L")).multiply(x.exact("M_G")));
  }

  @Override
  public List<Claim> claims(Setting setting) {
    Constants x = setting.constants();
    if (net(x).isZero()) {
      return List.of();
    }
    Bound bound =
        Bound.of(
            term("start", number(2).times(name("Delta")).over(k().times(ALPHA).times(NET))),
            term("noise", ALPHA.times(name("L")).times(name("M")).over(NET)));
    List<Claim> claims = new ArrayList<>();
    claims.add(average("average at most", Relation.AT_MOST, setting, number(0), bound));
    if (setting.isAttained()) {
      Formula dropped = number(2).over(k().times(ALPHA).times(NET));
      claims.add(average("equal with the gap at K + 1", Relation.EQUAL, setting, dropped, bound));
    }
    return claims;
  }

  /** Where the three inequalities of the proof are equalities. */
  private static Claim average(
      String name, Relation relation, Setting setting, Formula gapFactor, Bound bound) {
    return new Claim.Exactly(
        name, relation, new AverageNorm(setting.recursion(), gapFactor), bound, POINTS);
  }

  /** In one curvature and beyond the limit, squared gradients grow from step to step. */
  @Override
  public List<Claim> otherwise(Setting setting) {
    Constants x = setting.constants();
    if (!setting.isAttained() || net(x).signum() > 0) {
      return List.of();
    }
    Formula first = number(2).times(name("c")).times(name("Delta"));
    Bound start = Bound.of("the start's", first);
    return List.of(
        average("no less than at the start", Relation.AT_LEAST, setting, number(0), start));
  }
}
