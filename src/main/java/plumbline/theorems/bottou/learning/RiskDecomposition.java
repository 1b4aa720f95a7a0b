package plumbline.theorems.bottou.learning;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;
import plumbline.theorems.bottou.learning.Enumerated.Part;

/**
 * E R(w~_n) = R(w_*) + E[R(w_n) - R(w_*)] + E[R(w~_n) - R(w_n)]: the expected risk is the sum of
 * approximation, estimation and optimisation error, the last of any sign (003, (4.29)).
 */
public final class RiskDecomposition implements Theorem<SignRegression> {
  private static final Checkpoints STEPS = Checkpoints.of(0, 1, 2, 3, 4, 5, 6, 8);
  private static final Checkpoints EXAMPLES = Checkpoints.of(1, 2, 3, 4);

  private static final Formula UNEXPLAINED = name("b").power(2).plus(name("sigma").power(2));
  private static final Formula LEFT = number(1).minus(name("alpha")).power(k());
  private static final Formula OPTIMISATION =
      number(1)
          .minus(LEFT)
          .power(2)
          .minus(1)
          .times(UNEXPLAINED.over(name("n")))
          .plus(LEFT.power(2).times(name("w0").power(2)))
          .over(2);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/risk-decomposition",
        List.of(
            Parameter.real("w0", "w_0", "the slope that minimises R", "-10", "10", "1"),
            Parameter.real("b", "b", "the intercept that the family lacks", "0", "10", "3/5"),
            Parameter.real("sigma", "\\sigma", "the size of the noise", "1/100", "10", "4/5"),
            Parameter.real("alpha", "\\alpha", "stepsize of gradient descent", "0", "2", "1/2"),
            Parameter.integer("n", "n", "the number of examples", "1", "4", "3"),
            Parameter.real("shift", "v - w_\\ast", "reference minus minimiser", "-3", "3", "0")),
        List.of(
            preset(SHARP, "stopped at the best step", ""),
            preset(TYPICAL, "a longer way, four examples", "w0=3 b=1/2 sigma=1 alpha=1/4 n=4"),
            preset(TYPICAL, "steps that overshoot", "w0=-2 b=1/2 sigma=2 alpha=3/2 n=2"),
            preset(OUTSIDE, "another reference", "shift=6/5")));
  }

  @Override
  public SignRegression setting(Values values) {
    return SignRegression.of(values);
  }

  @Override
  public Constants constants(SignRegression regression) {
    return regression.constants();
  }

  @Override
  public List<Hypothesis<SignRegression>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "w_* minimises R over the family",
            of ->
                Status.of(
                    of.shift().isZero(),
                    "R(w_* + v) - R(w_*) = (v - "
                        + Rationals.show(of.shift())
                        + ")^2/2 - ("
                        + Rationals.show(of.shift())
                        + ")^2/2")),
        new Hypothesis<>(
            "w_n minimises R_n over the family",
            of -> Status.certified("R_n(w) - R_n(w_n) = (w - w_n)^2/2, w_n the mean of x y")));
  }

  @Override
  public List<Claim> claims(SignRegression regression) {
    Formula v = UNEXPLAINED.over(name("n"));
    Formula gained = v.power(2).over(v.plus(name("w0").power(2)).times(2));
    Bound least = Bound.of("least optimisation error", number(0).minus(gained));
    List<Claim> claims =
        new ArrayList<>(
            List.of(
                Claim.equal(
                    "(4.29)",
                    new Enumerated(regression, Part.RISK),
                    Bound.of(
                        term("approximation", UNEXPLAINED.over(2)),
                        term("estimation", UNEXPLAINED.over(number(2).times(name("n")))),
                        term("optimisation", OPTIMISATION)),
                    STEPS),
                Claim.equal(
                    "estimation error",
                    new Enumerated(regression, Part.ESTIMATION),
                    Bound.of("estimation", UNEXPLAINED.over(number(2).times(k()))),
                    EXAMPLES),
                Claim.equal(
                    "optimisation error",
                    new Enumerated(regression, Part.OPTIMISATION),
                    Bound.of("optimisation", OPTIMISATION),
                    STEPS),
                Claim.atLeast(
                    "the most that stopping early gains",
                    new Enumerated(regression, Part.OPTIMISATION),
                    least,
                    STEPS)));
    best(regression)
        .ifPresent(
            step ->
                claims.add(
                    Claim.equal(
                        "the most that stopping early gains, attained",
                        new Enumerated(regression, Part.OPTIMISATION),
                        least,
                        Checkpoints.of(step))));
    return claims;
  }

  /** The step, if one of those looked at, at which (1 - alpha)^k = v/(v + w_0^2). */
  private static Optional<Long> best(SignRegression of) {
    BigFraction v = of.b().pow(2).add(of.sigma().pow(2)).divide(of.n());
    BigFraction left = v.divide(v.add(of.w0().pow(2)));
    BigFraction kept = BigFraction.ONE.subtract(of.alpha());
    return STEPS.at().stream().filter(k -> kept.pow(k.intValue()).equals(left)).findFirst();
  }

  /** Against w_* + v the middle term loses v^2/2 and may be negative. */
  @Override
  public List<Claim> otherwise(SignRegression regression) {
    return List.of(
        Claim.equal(
            "middle term of another reference",
            new Enumerated(regression, Part.ESTIMATION),
            Bound.of(
                term("estimation", UNEXPLAINED.over(number(2).times(k()))),
                term("reference", number(0).minus(name("shift").power(2).over(2)))),
            EXAMPLES));
  }
}
