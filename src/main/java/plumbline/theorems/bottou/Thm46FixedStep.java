package plumbline.theorems.bottou;

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
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.quantity.Quantity;
import plumbline.recursion.Reading;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Relation;
import plumbline.theorem.Values;
import plumbline.theorems.Contracts;
import plumbline.theorems.Instances;

/**
 * Theorem 4.6: with a fixed stepsize alpha &lt;= mu/(L M_G) on a strongly convex objective,
 * E[F(w_k) - F_*] &lt;= alpha L M/(2 c mu) + (1 - alpha c mu)^(k-1) (Delta - alpha L M/(2 c mu)).
 *
 * <p>Attained at every k iff L = c, mu = mu_G and alpha = mu/(L M_G). Source: 003, (4.13), (4.14).
 */
public final class Thm46FixedStep implements Stepped {
  private static final Formula ALPHA = name("alpha");
  private static final Formula FLOOR =
      ALPHA.times(name("L")).times(name("M")).over(number(2).times(name("c")).times(name("mu")));
  private static final Formula RATE = number(1).minus(ALPHA.times(name("c")).times(name("mu")));

  @Override
  public Declaration declaration() {
    List<Parameter> parameters =
        new ArrayList<>(Instances.parameters("S1", "QD", "rotated", "LS4", "LS", "LOG"));
    parameters.add(Parameter.real("alpha", "\\bar\\alpha", "the stepsize", "0", "4", "1"));
    return new Declaration(
        "bottou/thm46-fixed-step",
        parameters,
        List.of(
            preset(SHARP, "S1, alpha at its limit", "h=1/2 s2=1 start=4"),
            preset(SHARP, "S1, c = 2", "c=2 h=1/2 s2=1 M=4 alpha=1/2 start=3"),
            preset(SHARP, "LS4", "problem=LS4 alpha=5/17 start=2"),
            preset(TYPICAL, "QD, Gaussian", "problem=QD M=2 law=GAUSSIAN alpha=1/20 start=3"),
            preset(
                TYPICAL,
                "QD, Student with 8 degrees",
                "problem=QD M=2 law=STUDENT8 alpha=1/20 start=3"),
            preset(
                TYPICAL,
                "QD, Student with 4 degrees",
                "problem=QD M=2 law=STUDENT4 alpha=1/20 start=3"),
            preset(TYPICAL, "QB, H = diag(1/2, 1)", "problem=QD h=1/2 M=5/4 alpha=1/20 start=3"),
            preset(
                TYPICAL,
                "rotated, noise on a sphere",
                "problem=rotated law=SPHERE alpha=1/20 start=3"),
            preset(
                TYPICAL,
                "least squares in R^3, minibatches of 4",
                "problem=LS batch=4 alpha=1/20 start=2"),
            preset(TYPICAL, "LOG", "problem=LOG alpha=1.049 start=3"),
            preset(TYPICAL, "Q1, alpha c M_G = 1/10", "s2=1 alpha=1/20 start=2"),
            preset(TYPICAL, "Q1, alpha c M_G = 1/2", "s2=1 alpha=1/4 start=2"),
            preset(OUTSIDE, "S1, half as long again", "h=1/2 s2=1 alpha=3/2 start=0"),
            preset(OUTSIDE, "Q1, 2.5 times too long", "s2=1 alpha=5/4 start=2")));
  }

  @Override
  public Setting setting(Values values, Instances.Sampled sampled) {
    return Setting.of(values, sampled, Steps.FIXED);
  }

  @Override
  public List<Hypothesis<Setting>> hypotheses() {
    return Assumptions.and(
        List.of(
            Assumptions.stronglyConvex(), Assumptions.firstStep("0 < alpha <= mu/(L M_G) (4.13)")));
  }

  @Override
  public List<Claim> claims(Setting setting) {
    Constants x = setting.constants();
    Bound bound =
        Bound.of(
            term("neighbourhood", FLOOR),
            term("transient", RATE.power(k().minus(1)).times(name("Delta").minus(FLOOR))));
    boolean slow = RATE.at(x, 1) > 0.7;
    Checkpoints checkpoints =
        slow
            ? Checkpoints.of(1, 2, 3, 4, 6, 8, 16, 32, 64, 128, 256, 512)
            : Checkpoints.of(1, 2, 3, 4, 6, 8, 16, 32, 64);
    Reading gap = Reading.at(setting.recursion(), Quantity.GAP, checkpoints);
    boolean sharp = setting.atLongestStep() && x.exact("L").equals(x.exact("c"));
    return List.of(
        new Claim.Mean(
            "(4.14)",
            gap,
            Relation.AT_MOST,
            bound,
            Contracts.effort(sharp, Contracts.of(gap, bound, x))));
  }

  /**
   * On S1 the recursion before (4.13) is used holds with equality for every alpha: e_(k+1) = (1 -
   * alpha c (2 mu - alpha L M_G)) e_k + alpha^2 L M/2. Its floor exceeds that of (4.14), or it
   * grows.
   */
  @Override
  public List<Claim> otherwise(Setting setting) {
    Constants x = setting.constants();
    if (!setting.isAttained()) {
      return List.of();
    }
    Formula net = number(2).times(name("mu")).minus(ALPHA.times(name("L")).times(name("M_G")));
    if (net.at(x, 1) == 0) {
      return List.of();
    }
    Formula rate = number(1).minus(ALPHA.times(name("c")).times(net));
    Formula floor =
        ALPHA.times(name("L")).times(name("M")).over(number(2).times(name("c")).times(net));
    Bound path =
        Bound.of(
            term("neighbourhood", floor),
            term("transient", rate.power(k().minus(1)).times(name("Delta").minus(floor))));
    Reading gap = Reading.at(setting.recursion(), Quantity.GAP, Checkpoints.of(2, 3, 4, 6, 8, 16));
    return List.of(
        new Claim.Mean(
            "gap of a step too long",
            gap,
            Relation.EQUAL,
            path,
            Contracts.effort(false, Contracts.of(gap, path, x))));
  }
}
