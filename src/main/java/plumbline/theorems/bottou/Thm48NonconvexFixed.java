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
import plumbline.exact.ClosedMoments;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.quantity.Quantity;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Relation;
import plumbline.theorem.Values;
import plumbline.theorems.Contracts;
import plumbline.theorems.Instances;

/**
 * Theorem 4.8: with a fixed stepsize alpha &lt;= mu/(L M_G), convex or not, the mean of E|grad
 * F(w_k)|^2 over k = 1..K is at most alpha L M/mu + 2 Delta/(K mu alpha).
 *
 * <p>Where L = c and alpha is the longest, the slack is 2 E[F(w_(K+1)) - F_inf]/(K mu alpha): the
 * ratio is 1 - O(1/K). Source: 003, (4.25), (4.26b).
 */
public final class Thm48NonconvexFixed implements Stepped {
  private static final Formula ALPHA = name("alpha");
  private static final Checkpoints NEAR = Checkpoints.of(1, 4, 16, 64, 256, 1024);
  private static final Checkpoints FAR = Checkpoints.of(4096, 16384);

  @Override
  public Declaration declaration() {
    List<Parameter> parameters =
        new ArrayList<>(Instances.parameters("LS4", "COS", "COS12", "S1", "QD", "LS"));
    parameters.add(Parameter.real("alpha", "\\bar\\alpha", "the stepsize", "0.001", "4", "5/17"));
    return new Declaration("bottou/thm48-nonconvex-fixed", parameters, presets());
  }

  private static List<Preset> presets() {
    return List.of(
        preset(SHARP, "LS4, alpha at its limit", "start=2"),
        preset(SHARP, "COS, alpha at its limit", "problem=COS M=2/25 alpha=1 start=1/10 rest=1"),
        preset(
            TYPICAL,
            "COS, half as long, more noise",
            "problem=COS M=1/2 alpha=1/2 start=1/10 rest=1"),
        preset(
            TYPICAL, "COS12, noise on a sphere", "problem=COS12 law=SPHERE alpha=1/2 start=1/10"),
        preset(TYPICAL, "COS, Gaussian", "problem=COS law=GAUSSIAN M=1/2 alpha=1/2 start=1/10"),
        preset(
            TYPICAL,
            "COS, Student with 4 degrees",
            "problem=COS law=STUDENT4 M=1/2 alpha=1/2 start=1/10"),
        preset(TYPICAL, "QD, Gaussian", "problem=QD law=GAUSSIAN M=2 alpha=1/10 start=3"),
        preset(TYPICAL, "Q1, Student with 8 degrees", "problem=S1 law=STUDENT8 alpha=1/2 start=2"),
        preset(
            TYPICAL,
            "least squares in R^3, minibatches of 4",
            "problem=LS batch=4 alpha=1/20 start=2"),
        preset(OUTSIDE, "LS4, half as long again", "alpha=15/34 start=2"),
        preset(OUTSIDE, "Q1, three times too long", "problem=S1 alpha=3 start=2"));
  }

  @Override
  public Setting setting(Values values, Instances.Sampled sampled) {
    return Setting.of(values, sampled, Steps.FIXED);
  }

  @Override
  public List<Hypothesis<Setting>> hypotheses() {
    return Assumptions.and(List.of(Assumptions.firstStep("0 < alpha <= mu/(L M_G) (4.25)")));
  }

  @Override
  public List<Claim> claims(Setting setting) {
    Bound bound =
        Bound.of(
            term("noise", ALPHA.times(name("L")).times(name("M")).over(name("mu"))),
            term("start", number(2).times(name("Delta")).over(k().times(name("mu")).times(ALPHA))));
    List<Claim> claims = new ArrayList<>();
    claims.add(mean("(4.26)", NEAR, setting, Relation.AT_MOST, bound, setting.atLongestStep()));
    if (ClosedMoments.close(setting.recursion())) {
      claims.add(
          mean("(4.26), far", FAR, setting, Relation.AT_MOST, bound, setting.atLongestStep()));
    }
    return claims;
  }

  private static Claim mean(
      String name,
      Checkpoints checkpoints,
      Setting setting,
      Relation relation,
      Bound bound,
      boolean sharp) {
    Reading average =
        new Reading(setting.recursion(), Quantity.GRADIENT_NORM_SQUARED, Fold.MEAN_TO, checkpoints);
    return new Claim.Mean(
        name,
        average,
        relation,
        bound,
        Contracts.effort(sharp, Contracts.of(average, bound, setting.constants())));
  }

  /**
   * In one dimension |grad F|^2 = 2 c (F - F_*), and the gap is floor + rate^(k-1) (Delta - floor)
   * with 1 - rate = alpha c (2 mu - alpha L M_G) for every alpha; this is its mean over k.
   */
  @Override
  public List<Claim> otherwise(Setting setting) {
    Constants x = setting.constants();
    Formula net = number(2).times(name("mu")).minus(ALPHA.times(name("L")).times(name("M_G")));
    if (!setting.isAttained() || net.at(x, 1) == 0) {
      return List.of();
    }
    Formula loss = ALPHA.times(name("c")).times(net);
    Formula floor =
        ALPHA.times(name("L")).times(name("M")).over(number(2).times(name("c")).times(net));
    Formula powers = number(1).minus(number(1).minus(loss).power(k())).over(k().times(loss));
    Formula twice = number(2).times(name("c"));
    Bound path =
        Bound.of(
            term("noise", twice.times(floor)),
            term("start", twice.times(name("Delta").minus(floor)).times(powers)));
    return List.of(
        mean(
            "average of a step too long",
            Checkpoints.of(2, 4, 8, 16),
            setting,
            Relation.EQUAL,
            path,
            false));
  }
}
