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
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Relation;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * Assumption 4.5 and its certificate: if the second derivatives of F are at least c &gt; 0, then
 * F(w) &gt;= F(w_bar) + grad F(w_bar)'(w - w_bar) + c |w - w_bar|^2/2 for all pairs; and two runs
 * of gradient descent meet, in the one minimizer (003, "Strong convexity", (4.11)).
 */
public final class A45StrongConvexity implements Theorem<Landscape> {
  private static final Formula HALF = name("c").over(2);
  private static final Formula TRUE_HALF = name("c").over(Landscape.SHARE).over(2);
  private static final Formula RATE = number(1).minus(name("c").over(name("L")));
  private static final Checkpoints STEPS = Checkpoints.of(0, 1, 2, 3, 4, 5, 6, 8, 10, 12);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/a45-strong-convexity",
        Landscape.parameters(
            "c", "rotated", "LS4", "LS", "LOG", "fourth-power", "log-cosh", "flat"),
        List.of(
            preset(SHARP, "a quadratic, c = 2", ""),
            preset(SHARP, "a quadratic, c = 1/2", "c=1/2"),
            preset(SHARP, "least squares on four points", "problem=LS4"),
            preset(TYPICAL, "least squares in R^3", "problem=LS"),
            preset(TYPICAL, "ridge logistic regression", "problem=LOG"),
            preset(OUTSIDE, "a c one per cent too large", "share=101/100"),
            preset(OUTSIDE, "w^4", "problem=fourth-power"),
            preset(OUTSIDE, "logistic loss without ridge", "problem=log-cosh"),
            preset(OUTSIDE, "least squares with d > n", "problem=flat")));
  }

  @Override
  public Landscape setting(Values values) {
    return Landscape.of(values, "c");
  }

  @Override
  public Constants constants(Landscape landscape) {
    return landscape.constants();
  }

  @Override
  public List<Hypothesis<Landscape>> hypotheses() {
    return List.of(Landscape.stronglyConvex());
  }

  @Override
  public List<Claim> claims(Landscape f) {
    List<Claim> claims = new ArrayList<>();
    claims.add(f.scattered("(4.11)", Quotient.Kind.CURVATURE, AT_LEAST, HALF));
    if (f.isExact()) {
      claims.add(from("no greater c", f, -1, EQUAL, TRUE_HALF));
    }
    if (f.hasSmoothness()) {
      Relation relation = f.isExact() && f.isAsCertified() ? EQUAL : AT_MOST;
      claims.add(meeting("two starts meet", f, relation, RATE.power(number(2).times(k()))));
    }
    return claims;
  }

  /** Pairs along which F curves less than any c, and minimizers that are not unique. */
  @Override
  public List<Claim> otherwise(Landscape f) {
    if (f.objective() == Single.FOURTH_POWER) {
      return List.of(from("no c at all", f, -1, EQUAL, Landscape.QUARTERS));
    }
    if (f.objective() == Single.LOG_COSH) {
      Formula away = number(1).over(number(2).power(k()));
      return List.of(from("no c at all", f, 1, AT_MOST, away));
    }
    if (!f.hasCurvature()) {
      return List.of(
          from("no c at all", f, 1, EQUAL, number(0)),
          meeting("two starts stay apart", f, EQUAL, number(1)));
    }
    return f.isExact() ? List.of(from("the true c", f, -1, EQUAL, TRUE_HALF)) : List.of();
  }

  private static Claim from(String name, Landscape f, long sign, Relation relation, Formula bound) {
    Objective of = f.objective();
    Pairs pairs = Pairs.from(of.centre(), of.flattest(), 2, sign);
    return f.ray(name, Quotient.Kind.CURVATURE, pairs, relation, bound);
  }

  /** The two starts lie in the direction of least curvature from each other. */
  private static Claim meeting(String name, Landscape f, Relation relation, Formula bound) {
    Objective of = f.objective();
    Pairs.Pair starts = Pairs.across(of.centre(), of.flattest(), 2, 1).at(1);
    return Landscape.claim(
        name, new Meeting(of, starts.base(), starts.end()), relation, bound, STEPS);
  }
}
