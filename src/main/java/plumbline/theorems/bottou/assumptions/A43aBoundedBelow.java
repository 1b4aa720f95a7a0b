package plumbline.theorems.bottou.assumptions;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Relation.AT_LEAST;
import static plumbline.theorem.Relation.AT_MOST;
import static plumbline.theorem.Relation.EQUAL;
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
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Relation;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * Assumption 4.3(a) and its certificate: F &gt;= F_inf, here on all of R^d, and no greater F_inf
 * will do: F comes as near to it as 4^(-k) L (003, "Moments").
 */
public final class A43aBoundedBelow implements Theorem<Landscape> {
  private static final Formula FLOOR = name("F_inf");
  private static final Formula ABOVE = name("L").times(Landscape.QUARTERS);
  private static final Checkpoints STEPS = Checkpoints.of(1, 2, 3, 4, 6, 8, 12, 16);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/a43a-bounded-below",
        Landscape.parameters("F_inf", "rotated", "LS4", "LS", "LOG", "COS", "log-cosh", "concave"),
        List.of(
            preset(SHARP, "least squares on four points, F_inf = 5/16", "problem=LS4"),
            preset(SHARP, "a quadratic", ""),
            preset(SHARP, "cos x + y^2/2", "problem=COS"),
            preset(TYPICAL, "least squares in R^3", "problem=LS"),
            preset(TYPICAL, "ridge logistic regression", "problem=LOG"),
            preset(TYPICAL, "log cosh", "problem=log-cosh"),
            preset(OUTSIDE, "an F_inf one fifth too high", "problem=LS4 share=6/5"),
            preset(OUTSIDE, "-w^2/2", "problem=concave")));
  }

  @Override
  public Landscape setting(Values values) {
    return Landscape.of(values, "F_inf");
  }

  @Override
  public Constants constants(Landscape f) {
    return f.constants()
        .with("alpha", Rationals.of(1, 4), "declared")
        .with("M", new BigFraction(3), "declared");
  }

  @Override
  public List<Hypothesis<Landscape>> hypotheses() {
    return List.of(Landscape.boundedBelow());
  }

  @Override
  public List<Claim> claims(Landscape f) {
    List<Claim> claims = new ArrayList<>();
    claims.add(f.scattered("F >= F_inf", Quotient.Kind.VALUE, AT_LEAST, FLOOR));
    if (f.objective() != Single.CONCAVE) {
      Formula known = FLOOR.over(Landscape.SHARE);
      claims.add(
          f.isExact()
              ? lowest("no greater F_inf", f, EQUAL, known.plus(ABOVE.over(2)))
              : lowest("no greater F_inf", f, AT_MOST, known.plus(ABOVE)));
    }
    return claims;
  }

  /** The mean of F along stochastic gradient falls below every number, and ever faster. */
  @Override
  public List<Claim> otherwise(Landscape f) {
    if (f.objective() != Single.CONCAVE) {
      return List.of(
          lowest("down to the true F_inf", f, AT_MOST, FLOOR.over(Landscape.SHARE).plus(ABOVE)));
    }
    Pairs outward = Pairs.from(f.objective().centre(), f.objective().steepest(), 2, 1);
    Formula grown = number(1).plus(name("alpha")).power(k().minus(1).times(2)).minus(1);
    Formula scale = name("alpha").times(name("M")).over(number(2).plus(name("alpha")));
    return List.of(
        f.ray("no F_inf", Quotient.Kind.VALUE, outward, EQUAL, number(4).power(k()).over(-2)),
        Landscape.claim(
            "the mean of F, downhill", new Runaway(), EQUAL, scale.times(grown).over(-2), STEPS));
  }

  private static Claim lowest(String name, Landscape f, Relation relation, Formula bound) {
    Pairs pairs = Pairs.from(f.lowest(), f.objective().steepest(), 2, -1);
    return f.ray(name, Quotient.Kind.VALUE, pairs, relation, bound);
  }
}
