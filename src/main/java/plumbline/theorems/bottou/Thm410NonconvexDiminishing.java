package plumbline.theorems.bottou;

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
 * Theorem 4.10: if the sum of alpha_k diverges and that of alpha_k^2 does not, the sum of alpha_k
 * E|grad F(w_k)|^2 is finite; explicitly, with alpha_k &lt;= mu/(L M_G), at most 2 Delta/mu + (L
 * M/mu) times the sum of alpha_k^2, at every K.
 *
 * <p>Finiteness is not to be seen at finite K; the surrogate is that dyadic increments fall to 3/5
 * or less, where those of alpha_k = 1/k halve. Source: 003, Theorem 4.10; explicit form from
 * (4.10b).
 */
public final class Thm410NonconvexDiminishing implements Stepped {
  private static final Checkpoints NEAR = Checkpoints.of(1, 3, 8, 21, 64, 256, 1024);
  private static final Checkpoints DYADIC = Checkpoints.of(64, 256, 1024);

  @Override
  public Declaration declaration() {
    List<Parameter> parameters =
        new ArrayList<>(Instances.parameters("S1", "QD", "LS4", "COS", "COS12"));
    parameters.addAll(Schedules.parameters());
    return new Declaration("bottou/thm410-nonconvex-diminishing", parameters, presets());
  }

  private static List<Preset> presets() {
    return List.of(
        preset(SHARP, "Q1, 64 steps of length 1, from the minimum", "gamma=-63 start=0"),
        preset(SHARP, "Q1, 64 steps of length 1, from 2", "gamma=-63 start=2"),
        preset(TYPICAL, "Q1, alpha_k = 1/k", "start=0"),
        preset(TYPICAL, "Q1, 8 steps of length 1, Gaussian", "gamma=-7 law=GAUSSIAN start=2"),
        preset(TYPICAL, "Q1, Student with 4 degrees", "law=STUDENT4 start=1"),
        preset(
            TYPICAL, "QD, Student with 8 degrees", "problem=QD law=STUDENT8 M=2 gamma=9 start=3"),
        preset(TYPICAL, "LS4, alpha_k = 5/(17 k)", "problem=LS4 beta=5/17 start=2"),
        preset(TYPICAL, "COS, alpha_k = 1/k", "problem=COS M=1/2 start=1/10"),
        preset(TYPICAL, "COS12, noise on a sphere", "problem=COS12 law=SPHERE start=1/10"),
        preset(OUTSIDE, "Q1, alpha_k = k^(-1/2)", "p=1/2 start=0"),
        preset(OUTSIDE, "Q1, constant", "p=0 beta=1/2 start=1"),
        preset(OUTSIDE, "Q1, alpha_k = 2^-k, no noise", "schedule=geometric M=0"));
  }

  @Override
  public Setting setting(Values values, Instances.Sampled sampled) {
    return Schedules.setting(values, sampled);
  }

  @Override
  public List<Hypothesis<Setting>> hypotheses() {
    return Assumptions.and(
        List.of(
            Schedules.divergentSum(),
            Schedules.summableSquares(),
            Assumptions.firstStep("alpha_k <= mu/(L M_G), for the explicit bound")));
  }

  @Override
  public List<Claim> claims(Setting setting) {
    List<Claim> claims = new ArrayList<>();
    claims.add(explicit("explicit sum", setting));
    if (ClosedMoments.close(setting.recursion()) && Schedules.shows(setting, "1", "7/10", 9)) {
      // a half in the limit; 3/5 leaves room at k = 64 for gamma up to 9
      claims.add(
          increments("increments fall to 3/5 or less", setting, Relation.AT_MOST, number("3/5")));
    }
    return claims;
  }

  private static Claim explicit(String name, Setting setting) {
    Constants x = setting.constants();
    Bound bound =
        Bound.of(
            term("start", number(2).times(name("Delta")).over(name("mu"))),
            term(
                "noise",
                name("L")
                    .times(name("M"))
                    .over(name("mu"))
                    .times(Formula.sumTo(setting.steps().squared()))));
    Reading sum =
        new Reading(
            setting.recursion(), Quantity.GRADIENT_NORM_SQUARED, Fold.WEIGHTED_SUM_TO, NEAR);
    boolean oneCurvature = x.has("c") && x.exact("L").equals(x.exact("c"));
    return new Claim.Mean(
        name,
        sum,
        Relation.AT_MOST,
        bound,
        Contracts.effort(setting.atLongestStep() && oneCurvature, Contracts.of(sum, bound, x)));
  }

  private static Claim increments(String name, Setting setting, Relation relation, Formula r) {
    return new Claim.Exactly(
        name,
        relation,
        new Increments(setting.recursion()),
        Bound.of("share of the increment before", r),
        DYADIC);
  }

  /**
   * With squares that are not summable increments do not fall, though the explicit bound holds at
   * every K; with a finite sum of steps and beta c &lt;= 1, |grad F(w_k)| stays above the product
   * of the 1 - 2^-k, 0.28878, times its start.
   */
  @Override
  public List<Claim> otherwise(Setting setting) {
    Constants x = setting.constants();
    List<Claim> claims = new ArrayList<>();
    if (Schedules.isPower(setting)) {
      if (setting.isShortEnough()) {
        claims.add(explicit("explicit sum, whatever the steps add up to", setting));
      }
      if (ClosedMoments.close(setting.recursion())
          && 2 * x.get("p") <= 1
          && Schedules.settles(setting)) {
        claims.add(increments("increments stay", setting, Relation.AT_LEAST, number("9/10")));
      }
      return claims;
    }
    if (x.has("c") && x.exact("L").equals(x.exact("c")) && x.get("beta") * x.get("c") <= 1) {
      Bound left =
          Bound.of("what is left", number("0.0833").times(2).times(name("c")).times(name("Delta")));
      Reading gradient =
          Reading.at(
              setting.recursion(), Quantity.GRADIENT_NORM_SQUARED, Checkpoints.of(4, 16, 64));
      claims.add(
          new Claim.Mean(
              "the gradient does not vanish",
              gradient,
              Relation.AT_LEAST,
              left,
              Contracts.effort(false, Contracts.of(gradient, left, x))));
    }
    return claims;
  }
}
