package plumbline.theorems.bottou.curvature;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.List;
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
import plumbline.theorem.Theorem;
import plumbline.theorem.Trial;
import plumbline.theorem.Values;

/**
 * On F = f_1 + f_2 a line search of its own for each coordinate ends in one step, while one common
 * step along Newton's direction leaves at least (1 - 4 w_2/sinh(2 w_2))^2 of w_1^2/2 (003,
 * "Diagonal approximation").
 */
public final class SeparatedOptimisation implements Theorem<SeparatedSteps.Start> {
  // bisection in doubles leaves a y of the size of 1e-15: a squared distance below this is 0
  private static final Formula NOTHING = number("1e-24");

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/separated-optimisation",
        List.of(
            Parameter.real("w1", "w_1", "first coordinate of the start", "1/10", "10", "3"),
            Parameter.real("w2", "w_2", "second coordinate of the start", "1/10", "6", "3"),
            Parameter.real("s", "s", "F = (x^2 + y^2)/2 + s x y where it is not 0", "0", "2", "0")),
        List.of(
            preset(SHARP, "from (3, 3)", ""),
            preset(TYPICAL, "from (1, 5)", "w1=1 w2=5"),
            preset(OUTSIDE, "a quadratic with the term 0.9 x y", "s=9/10 w2=2"),
            preset(OUTSIDE, "a saddle, with the term 1.2 x y", "s=6/5")));
  }

  @Override
  public SeparatedSteps.Start setting(Values values) {
    return new SeparatedSteps.Start(values.get("w1"), values.get("w2"), values.get("s"));
  }

  @Override
  public Constants constants(SeparatedSteps.Start start) {
    return Constants.none()
        .with("w_1", start.w1(), "declared")
        .with("s", start.s(), "declared")
        .with("F_0", start.coupled(), "F(w_0) of the quadratic");
  }

  @Override
  public List<Hypothesis<SeparatedSteps.Start>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "F(x, y) = f_1(x) + f_2(y)",
            start ->
                Status.of(
                    start.s().isZero(), "F_xy = " + Rationals.show(start.s()) + " everywhere")));
  }

  @Override
  public List<Claim> claims(SeparatedSteps.Start start) {
    if (!start.s().isZero()) {
      SeparatedSteps coupled = new SeparatedSteps(start, SeparatedSteps.What.COUPLED);
      return List.of(claim("a step for each coordinate", Relation.AT_MOST, coupled, NOTHING, 1, 1));
    }
    // sinh(2 k) at w_2 = k; sinh(k) >= w_1 for all k from 4 on, as w_1 <= 10
    Formula twice = number(2).times(k());
    Formula sinh = Formula.exp(twice).minus(Formula.exp(number(0).minus(twice))).over(2);
    // the step that ends at y = 0, and the best one is between it and twice it
    Formula step = twice.over(sinh);
    Formula left = name("w_1").power(2).over(2);
    return List.of(
        claim(
            "a step for each coordinate",
            Relation.AT_MOST,
            new SeparatedSteps(start, SeparatedSteps.What.SEPARATE),
            NOTHING,
            0,
            0),
        claim(
            "one common step",
            Relation.AT_LEAST,
            new SeparatedSteps(start, SeparatedSteps.What.COMMON),
            left.times(number(1).minus(number(2).times(step)).power(2)),
            4,
            12),
        claim(
            "one common step, at most",
            Relation.AT_MOST,
            new SeparatedSteps(start, SeparatedSteps.What.COMMON),
            left.times(number(1).minus(step).power(2)),
            4,
            12));
  }

  /** Exact steps of x and y at once map (x, y) to (-s y, -s x); Newton's one step ends at 0. */
  @Override
  public List<Claim> otherwise(SeparatedSteps.Start start) {
    if (start.s().isZero()) {
      return List.of();
    }
    return List.of(
        claim(
            "both coordinates at once",
            Relation.EQUAL,
            new SeparatedSteps(start, SeparatedSteps.What.COUPLED),
            name("s").power(number(2).times(k())).times(name("F_0")),
            0,
            30));
  }

  private static Claim claim(
      String name, Relation relation, Trial trial, Formula bound, long first, long last) {
    return new Claim.Exactly(
        name, relation, trial, Bound.of("value", bound), Checkpoints.range(first, last));
  }
}
