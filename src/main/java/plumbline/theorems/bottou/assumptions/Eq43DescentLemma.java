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
import plumbline.formula.Formula;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Relation;

/**
 * (4.3), the descent lemma: under Assumption 4.1, F(w) &lt;= F(w_bar) + grad F(w_bar)'(w - w_bar) +
 * L |w - w_bar|^2/2 for all pairs, and by the same argument at least that with -L (003,
 * "Smoothness").
 */
public final class Eq43DescentLemma implements OnLandscape {
  private static final Formula HALF = name("L").over(2);
  private static final Formula TRUE_HALF = name("L").over(Landscape.SHARE).over(2);
  private static final Formula BELOW = number(-1).times(HALF);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/eq43-descent-lemma",
        Landscape.parameters(
            "L", "rotated", "LS4", "LS", "LOG", "COS", "log-cosh", "fourth-power", "absolute"),
        List.of(
            preset(SHARP, "a quadratic, L = 10", ""),
            preset(SHARP, "least squares on four points", "problem=LS4"),
            preset(SHARP, "cos x + y^2/2", "problem=COS"),
            preset(TYPICAL, "least squares in R^3", "problem=LS"),
            preset(TYPICAL, "ridge logistic regression", "problem=LOG"),
            preset(TYPICAL, "log cosh", "problem=log-cosh"),
            preset(OUTSIDE, "an L one per cent too small", "share=99/100"),
            preset(OUTSIDE, "w^4", "problem=fourth-power"),
            preset(OUTSIDE, "|w|", "problem=absolute")));
  }

  @Override
  public String inQuestion() {
    return "L";
  }

  @Override
  public List<Hypothesis<Landscape>> hypotheses() {
    return List.of(Landscape.smooth());
  }

  @Override
  public List<Claim> claims(Landscape f) {
    Objective of = f.objective();
    List<Claim> claims = new ArrayList<>();
    claims.add(f.scattered("(4.3)", Quotient.Kind.CURVATURE, AT_MOST, HALF));
    claims.add(f.scattered("from below", Quotient.Kind.CURVATURE, AT_LEAST, BELOW));
    if (f.isExact()) {
      claims.add(along("attained", f, EQUAL, TRUE_HALF));
    } else if (f.hasSmoothness()) {
      // the fourth derivatives at the centre take at most a sixth of h^2 away, relatively
      Formula near = number(1).minus(Landscape.QUARTERS.over(6));
      claims.add(along("attained", f, AT_LEAST, TRUE_HALF.times(near)));
    }
    if (f.isCosine()) {
      // cos h - 1 <= -h^2/2 + h^4/24
      Formula near = number(1).minus(Landscape.QUARTERS.over(12));
      Pairs flat = Pairs.from(of.centre(), of.flattest(), 2, -1);
      Formula bound = number(-1).times(TRUE_HALF).times(near);
      claims.add(f.ray("from below, attained", Quotient.Kind.CURVATURE, flat, AT_MOST, bound));
    }
    return claims;
  }

  /** How far F is above its quadratic model, in units of the squared distance. */
  @Override
  public List<Claim> otherwise(Landscape f) {
    Objective of = f.objective();
    if (of == Single.FOURTH_POWER) {
      Pairs outward = Pairs.from(of.centre(), of.steepest(), 2, 1);
      return List.of(
          f.ray("no L at all", Quotient.Kind.CURVATURE, outward, EQUAL, number(4).power(k())));
    }
    if (of == Single.ABSOLUTE) {
      Pairs inward = Pairs.across(of.centre(), of.steepest(), 2, -1);
      Formula half = number(2).power(k()).over(2);
      return List.of(f.ray("no L at all", Quotient.Kind.CURVATURE, inward, EQUAL, half));
    }
    return f.isExact() ? List.of(along("the true L", f, EQUAL, TRUE_HALF)) : List.of();
  }

  private static Claim along(String name, Landscape f, Relation relation, Formula bound) {
    Objective of = f.objective();
    Pairs pairs = Pairs.from(of.centre(), of.steepest(), 2, -1);
    return f.ray(name, Quotient.Kind.CURVATURE, pairs, relation, bound);
  }
}
