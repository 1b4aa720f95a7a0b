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

import java.util.List;
import plumbline.formula.Formula;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Relation;

/**
 * Assumption 4.1 and its certificate: if the second derivatives of F are in [-L, L], then |grad
 * F(w) - grad F(w_bar)| &lt;= L |w - w_bar| for all pairs, and on a quadratic no smaller L does
 * (003, "Smoothness").
 */
public final class A41LipschitzGradient implements OnLandscape {
  private static final Formula SQUARE = name("L").power(2);
  private static final Formula TRUE_SQUARE = name("L").over(Landscape.SHARE).power(2);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/a41-lipschitz-gradient",
        Landscape.parameters(
            "L",
            "rotated",
            "LS4",
            "LS",
            "LOG",
            "COS",
            "log-cosh",
            "fourth-power",
            "absolute",
            "network"),
        List.of(
            preset(SHARP, "a quadratic, L = 10", ""),
            preset(SHARP, "least squares on four points", "problem=LS4"),
            preset(TYPICAL, "least squares in R^3", "problem=LS"),
            preset(TYPICAL, "ridge logistic regression", "problem=LOG"),
            preset(TYPICAL, "cos x + y^2/2", "problem=COS"),
            preset(TYPICAL, "log cosh", "problem=log-cosh"),
            preset(TYPICAL, "an L half as large again", "problem=LS4 share=3/2"),
            preset(OUTSIDE, "an L one per cent too small", "share=99/100"),
            preset(OUTSIDE, "w^4", "problem=fourth-power"),
            preset(OUTSIDE, "|w|", "problem=absolute"),
            preset(OUTSIDE, "two linear layers", "problem=network")));
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
    Claim everywhere = f.scattered("Assumption 4.1", Quotient.Kind.GRADIENTS, AT_MOST, SQUARE);
    if (!f.hasSmoothness()) {
      return List.of(everywhere);
    }
    // sin h/h, tanh h/h and the logistic slope fall off by h^2/3 at most, relatively
    Formula near = number(1).minus(Landscape.QUARTERS.times(2).over(3));
    Claim attained =
        f.isExact()
            ? across("no smaller L", f, -1, EQUAL, TRUE_SQUARE)
            : across("no smaller L", f, -1, AT_LEAST, TRUE_SQUARE.times(near));
    return List.of(everywhere, attained);
  }

  /** Pairs at which the gradients differ by more than any L times the distance. */
  @Override
  public List<Claim> otherwise(Landscape f) {
    Formula powers = number(4).power(k());
    String name = "no L at all";
    if (f.objective() == Single.FOURTH_POWER) {
      return List.of(across(name, f, 1, EQUAL, powers.power(2).times(16)));
    }
    if (f.objective() == Single.ABSOLUTE) {
      return List.of(across(name, f, -1, EQUAL, powers));
    }
    if (f.objective() == Single.NETWORK) {
      return List.of(across(name, f, 1, EQUAL, number(1).minus(powers).power(2).times(4)));
    }
    return f.isExact() ? List.of(across("the true L", f, -1, EQUAL, TRUE_SQUARE)) : List.of();
  }

  private static Claim across(
      String name, Landscape f, long sign, Relation relation, Formula bound) {
    Objective of = f.objective();
    Pairs pairs = Pairs.across(of.centre(), of.steepest(), 2, sign);
    return f.ray(name, Quotient.Kind.GRADIENTS, pairs, relation, bound);
  }
}
