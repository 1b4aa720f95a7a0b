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
 * f(x, y) - f(x, b) - f(a, y) + f(a, b) is the integral of f_xy over the rectangle between (a, b)
 * and (x, y), so that f_xy = 0 everywhere iff f(x, y) = f_1(x) + f_2(y) (003, "Diagonal Hessian").
 */
public final class DiagonalHessian implements Theorem<Surface> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/diagonal-hessian",
        List.of(
            Parameter.real("s", "s", "factor of x y in f", "-5", "5", "0"),
            Parameter.real("u", "u", "factor of x^2 y^2 in f", "-5", "5", "0"),
            Parameter.choice("domain", "where f is defined", "PLANE", "SLIT")),
        List.of(
            preset(SHARP, "a diagonal Hessian", ""),
            preset(SHARP, "f with the term x y", "s=1"),
            preset(TYPICAL, "f with two mixed terms", "s=-3/2 u=2"),
            preset(OUTSIDE, "a plane with a slit", "domain=SLIT")));
  }

  @Override
  public Surface setting(Values values) {
    return new Surface(
        values.get("s"), values.get("u"), Surface.Domain.valueOf(values.choice("domain")));
  }

  @Override
  public Constants constants(Surface surface) {
    return Constants.none().with("s", surface.s(), "declared").with("u", surface.u(), "declared");
  }

  @Override
  public List<Hypothesis<Surface>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "f is twice continuously differentiable on the whole rectangle",
            surface ->
                surface.whole()
                    ? Status.certified("a polynomial on the plane")
                    : new Status.Refuted("f jumps by y^3 across the ray x = 0, y > 0")));
  }

  @Override
  public List<Claim> claims(Surface surface) {
    Claim integral =
        claim(
            "the mixed difference is the integral of f_xy",
            Relation.EQUAL,
            new MixedDifference(surface, MixedDifference.Right.INTEGRAL, 4),
            number(1),
            1,
            20);
    if (surface.separated()) {
      return List.of(integral, difference("f = f_1(x) + f_2(y)", surface, number(0)));
    }
    Formula x = k().over(4);
    Formula y = k().over(8);
    Formula first = name("s").times(x.plus(1)).times(y.plus(1));
    Formula second = name("u").times(x.power(2).minus(1)).times(y.power(2).minus(1));
    return List.of(integral, difference("the defect of f", surface, first.plus(second)));
  }

  /** With the slit, f_xy = 0 everywhere and f is not separated. */
  @Override
  public List<Claim> otherwise(Surface surface) {
    return surface.whole()
        ? List.of()
        : List.of(difference("the defect round the slit", surface, k().over(8).power(3)));
  }

  private static Claim difference(String name, Surface surface, Formula bound) {
    return claim(
        name,
        Relation.EQUAL,
        new MixedDifference(surface, MixedDifference.Right.BOUND, 4),
        bound,
        1,
        20);
  }

  private static Claim claim(
      String name, Relation relation, Trial trial, Formula bound, long first, long last) {
    return new Claim.Exactly(
        name, relation, trial, Bound.of("value", bound), Checkpoints.range(first, last));
  }
}
