package plumbline.theorems.bottou.assumptions;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Relation.AT_LEAST;
import static plumbline.theorem.Relation.EQUAL;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * Near a strong minimum, F''(w_*) &gt;= 2 c &gt; 0, a function whose second derivative is Lipschitz
 * with constant rho is strongly convex with constant c on the ball of radius c/rho (003, "Strong
 * convexity", the last remark).
 */
public final class LocalStrongConvexity implements Theorem<Neighbourhood> {
  private static final Checkpoints INSIDE = Checkpoints.range(1, 24);
  private static final Formula HALF = name("c").over(2);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/local-strong-convexity",
        List.of(
            Parameter.choice(
                "problem", "the objective F", "eaten", "log-cosh", "well", "fourth-power"),
            Parameter.real("share", "", "the radius over c/rho", "1/10", "4", "1")),
        List.of(
            preset(SHARP, "2 w^2 - |w|^3/2", ""),
            preset(TYPICAL, "log cosh", "problem=log-cosh"),
            preset(TYPICAL, "cos near pi", "problem=well"),
            preset(OUTSIDE, "a ball half as large again", "share=3/2"),
            preset(OUTSIDE, "w^4, a minimum that is not strong", "problem=fourth-power")));
  }

  @Override
  public Neighbourhood setting(Values values) {
    return Neighbourhood.of(values);
  }

  @Override
  public Constants constants(Neighbourhood f) {
    return f.constants();
  }

  @Override
  public List<Hypothesis<Neighbourhood>> hypotheses() {
    return List.of(
        new Hypothesis<>("F''(w_*) >= 2 c > 0: the minimum is strong", Neighbourhood::strong),
        new Hypothesis<>("the ball about w_* has a radius of at most c/rho", Neighbourhood::near));
  }

  @Override
  public List<Claim> claims(Neighbourhood f) {
    List<Claim> claims = new ArrayList<>();
    claims.add(
        Landscape.claim("(4.11) on the ball", curvature(f, f.inside()), AT_LEAST, HALF, INSIDE));
    if (f.of() == Single.EATEN && f.constants().get("share") == 1) {
      claims.add(edge("at the edge", f));
    }
    return claims;
  }

  /** At the edge of a ball too large, and at a minimum without curvature. */
  @Override
  public List<Claim> otherwise(Neighbourhood f) {
    if (f.of() == Single.FOURTH_POWER) {
      Pairs inward = Pairs.from(f.of().centre(), f.of().flattest(), 2, -1);
      return List.of(
          Landscape.claim(
              "no c at all", curvature(f, inward), EQUAL, Landscape.QUARTERS, Landscape.HALVINGS));
    }
    return f.of() == Single.EATEN && f.constants().get("share") > 1
        ? List.of(edge("beyond the ball", f))
        : List.of();
  }

  /** F''(r) = 2 c - rho r at the edge, and a third of rho h is gained from there to r - h. */
  private static Claim edge(String name, Neighbourhood f) {
    Formula gained = number(1).over(number(2).power(k())).over(3);
    Formula bound = HALF.times(number(2).minus(name("share")).plus(gained));
    return Landscape.claim(name, curvature(f, f.atTheEdge()), EQUAL, bound, Landscape.HALVINGS);
  }

  private static Quotient curvature(Neighbourhood f, Pairs pairs) {
    return new Quotient(f.of(), Quotient.Kind.CURVATURE, pairs);
  }
}
