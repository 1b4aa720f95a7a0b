package plumbline.theorems.bottou.curvature;

import static plumbline.formula.Formula.exp;
import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.Binary64;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Relation;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Trial;
import plumbline.theorem.Values;

/**
 * Newton's direction for F = w_1^2/2 + ln(e^{w_2} + e^{-w_2}) from (3, 3) is about (-3, -101), and
 * a stepsize of about 0.03 ends at (2.9, 0) with the gradient (2.9, 0) (003, "Why line searches?").
 */
public final class LinesearchExample implements Theorem<Bowl> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/linesearch-example",
        Bowl.parameters(),
        List.of(
            preset(SHARP, "(3, 3) with 0.03, the slide's", ""),
            preset(TYPICAL, "(1, 1) with the unit step", "w1=1 w2=1 gamma=1"),
            preset(OUTSIDE, "(3, 3) with the unit step", "gamma=1")));
  }

  @Override
  public Bowl setting(Values values) {
    return Bowl.of(values);
  }

  @Override
  public Constants constants(Bowl bowl) {
    return bowl.constants();
  }

  @Override
  public List<Hypothesis<Bowl>> hypotheses() {
    return List.of(new Hypothesis<>("the step makes F smaller", LinesearchExample::falls));
  }

  private static Status falls(Bowl bowl) {
    Arithmetic<Binary64> in = Arithmetic.doubles();
    double before = bowl.after(in, in.of(0)).getReal();
    double after = bowl.after(in, in.of(bowl.gamma())).getReal();
    return Status.of(
        bowl.gamma().signum() > 0 && after < before,
        "F is " + (float) before + " before and " + (float) after + " after the step");
  }

  @Override
  public List<Claim> claims(Bowl bowl) {
    List<Claim> claims = new ArrayList<>();
    Formula sinh = exp(k()).minus(exp(number(0).minus(k()))).over(4);
    claims.add(
        claim(
            "no step along the line does better",
            Relation.AT_LEAST,
            new BowlCurve(bowl, BowlCurve.What.LINE, 2),
            least(),
            0,
            30));
    claims.add(
        claim(
            "no step along the line does better, attained",
            Relation.EQUAL,
            new BowlCurve(bowl, BowlCurve.What.LINE, 2),
            least(),
            15,
            15));
    claims.add(
        claim(
            "Newton's step in w_2 is sinh(2 w_2)/2",
            Relation.EQUAL,
            new BowlCurve(bowl, BowlCurve.What.NEWTON, 2),
            sinh,
            1,
            12));
    claims.add(numbers("the basin of the unit step", bowl, BowlNumbers.What.BASIN, number(0)));
    if (bowl.isThatOfTheSlide()) {
      claims.add(numbers("the slide's numbers", bowl, BowlNumbers.What.PRINTED, number(1)));
      claims.add(numbers("the exact line search", bowl, BowlNumbers.What.LINE_SEARCH, number(0)));
      claims.add(newGradient("the new gradient is [2.9, 0]", bowl, "2.9"));
    }
    return claims;
  }

  /** F(w + gamma_star p), written with sinh. */
  private static Formula least() {
    Formula step = name("gamma_star");
    Formula x = name("w_1").times(number(1).minus(step));
    Formula y = name("w_2").minus(step.times(newton()));
    return x.power(2).over(2).plus(Formula.ln(exp(y).plus(exp(number(0).minus(y)))));
  }

  /** sinh(2 w_2)/2. */
  private static Formula newton() {
    Formula twice = number(2).times(name("w_2"));
    return exp(twice).minus(exp(number(0).minus(twice))).over(4);
  }

  /** F is at least |w_2|, which the unit step takes to sinh(2 w_2)/2 - w_2. */
  @Override
  public List<Claim> otherwise(Bowl bowl) {
    return List.of(
        claim(
            "F after the unit step",
            Relation.AT_LEAST,
            new BowlCurve(bowl, BowlCurve.What.UNIT_VALUE, 2),
            newton().minus(name("w_2")),
            0,
            0));
  }

  /** The claim that a misprint of it shares. */
  static Claim newGradient(String name, Bowl bowl, String first) {
    return Claim.atMost(
        name,
        new NewGradient(bowl, Rationals.parse(first)),
        Bound.of("half a unit", number("0.05")),
        Checkpoints.of(0, 1));
  }

  private static Claim numbers(String name, Bowl bowl, BowlNumbers.What what, Formula bound) {
    return claim(name, Relation.AT_MOST, new BowlNumbers(bowl, what, 2), bound, 0, 0);
  }

  private static Claim claim(
      String name, Relation relation, Trial trial, Formula bound, long first, long last) {
    return new Claim.Exactly(
        name, relation, trial, Bound.of("value", bound), Checkpoints.range(first, last));
  }
}
