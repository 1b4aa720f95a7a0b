package plumbline.theorems.bottou.assumptions;

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
import plumbline.series.Checkpoints;
import plumbline.series.Vector;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Relation;

/**
 * (4.12), gradient domination: under Assumption 4.5, 2 c (F(w) - F_*) &lt;= |grad F(w)|^2 for all w
 * (003, "Strong convexity"). Convexity is enough for it and not needed.
 */
public final class Eq412Pl implements OnLandscape {
  private static final Formula TWICE = number(2).times(name("c"));
  private static final Formula TRUE_TWICE = TWICE.over(Landscape.SHARE);
  private static final Checkpoints SWEEP = Checkpoints.range(1, 48);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/eq412-pl",
        Landscape.parameters("c", "rotated", "LS4", "LS", "LOG", "fourth-power", "sines"),
        List.of(
            preset(SHARP, "a quadratic, c = 2", ""),
            preset(SHARP, "a quadratic, c = 1/2", "c=1/2"),
            preset(SHARP, "least squares on four points", "problem=LS4"),
            preset(TYPICAL, "least squares in R^3", "problem=LS"),
            preset(TYPICAL, "ridge logistic regression", "problem=LOG"),
            preset(OUTSIDE, "a c one per cent too large", "share=101/100"),
            preset(OUTSIDE, "w^4", "problem=fourth-power"),
            preset(OUTSIDE, "w^2 + 3 sin^2 w, not convex", "problem=sines")));
  }

  @Override
  public String inQuestion() {
    return "c";
  }

  @Override
  public List<Hypothesis<Landscape>> hypotheses() {
    return List.of(Landscape.stronglyConvex());
  }

  @Override
  public List<Claim> claims(Landscape f) {
    List<Claim> claims = new ArrayList<>();
    claims.add(f.scattered("(4.12)", Quotient.Kind.DOMINATION, AT_LEAST, TWICE));
    if (f.isExact()) {
      claims.add(inward("no greater c", f, TRUE_TWICE));
    }
    return claims;
  }

  /** w^4 has no c; w^2 + 3 sin^2 w is not convex and has 0.1755, taken at |w| = 2.2017. */
  @Override
  public List<Claim> otherwise(Landscape f) {
    if (f.objective() == Single.FOURTH_POWER) {
      return List.of(inward("no c at all", f, Landscape.QUARTERS.times(16)));
    }
    if (f.objective() == Single.SINES) {
      Formula literature = number(2).times(number("1/32"));
      return List.of(
          sines("with c = 1/32", f, "1/10", SWEEP, AT_LEAST, literature),
          sines("with c = 0.1755", f, "1/10", SWEEP, AT_LEAST, twice("0.1755")),
          sines("not with c = 0.1756", f, "2.2017", Checkpoints.of(1), AT_MOST, twice("0.17554")));
    }
    return f.isExact() ? List.of(inward("the true c", f, TRUE_TWICE)) : List.of();
  }

  private static Formula twice(String c) {
    return number(2).times(number(c));
  }

  private static Claim inward(String name, Landscape f, Formula bound) {
    Objective of = f.objective();
    Pairs pairs = Pairs.from(of.centre(), of.flattest(), 2, -1);
    return f.ray(name, Quotient.Kind.DOMINATION, pairs, EQUAL, bound);
  }

  private static Claim sines(
      String name, Landscape f, String step, Checkpoints at, Relation relation, Formula bound) {
    Objective of = f.objective();
    Pairs pairs = Pairs.along(of.centre(), Vector.parse(step));
    return Landscape.claim(
        name, new Quotient(of, Quotient.Kind.DOMINATION, pairs), relation, bound, at);
  }
}
