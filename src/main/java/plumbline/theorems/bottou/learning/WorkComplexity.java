package plumbline.theorems.bottou.learning;

import static plumbline.formula.Formula.exp;
import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.ln;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;
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
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Relation;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;
import plumbline.theorems.bottou.learning.Work.What;

/**
 * With T gradient evaluations the least 1/n + epsilon is (log T + 1)/T for a batch method, n
 * log(1/epsilon) &lt;= T, and 2/T for the stochastic gradient, 1/epsilon &lt;= T and n &lt;= T
 * (003, "Batch versus Stochastic").
 */
public final class WorkComplexity implements Theorem<Race> {
  private static final Checkpoints BUDGETS =
      Checkpoints.of(10, 100, 1000, 10_000, 100_000, 1_000_000, 100_000_000);
  private static final Checkpoints STEPS = Checkpoints.of(4, 16, 64, 256, 1024);

  /** A noisier problem needs more steps than are worth taking one by one. */
  private static final Checkpoints ACCURACIES = Checkpoints.of(100, 1000);

  private static final Checkpoints MORE_ACCURACIES = Checkpoints.of(100, 1000, 10_000);

  private static final Formula SPEED = number(0).minus(ln(name("rho")));
  private static final Formula PASSES = ln(k()).over(SPEED.times(2));

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/work-complexity",
        List.of(
            Parameter.real("w0", "w_0", "the slope", "1/4", "10", "1"),
            Parameter.real("sigma2", "\\sigma^2", "variance of the noise", "1/4", "10", "1"),
            Parameter.real("alpha", "\\alpha", "stepsize of the batch method", "1/50", "1", "1/2")),
        List.of(
            preset(SHARP, "a pass halves the error", ""),
            preset(TYPICAL, "a pass takes a quarter, more noise", "alpha=1/4 sigma2=4 w0=3"),
            preset(OUTSIDE, "one pass does everything", "alpha=1")));
  }

  @Override
  public Race setting(Values values) {
    return Race.of(values);
  }

  @Override
  public Constants constants(Race race) {
    return race.constants();
  }

  @Override
  public List<Hypothesis<Race>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "the batch method needs many passes, 0 < rho < 1",
            of ->
                Status.of(
                    of.left().signum() > 0,
                    "a pass leaves rho = " + Rationals.show(of.left()) + " of w - w_n")));
  }

  @Override
  public List<Claim> claims(Race race) {
    List<Claim> claims = new ArrayList<>();
    claims.add(
        Claim.equal(
            "batch row",
            new Work(race, What.BATCH_ROW),
            Bound.of(term("estimation", ln(k()).over(k())), term("accuracy", number(1).over(k()))),
            BUDGETS));
    claims.add(
        Claim.equal(
            "stochastic row",
            new Work(race, What.STOCHASTIC_ROW),
            Bound.of(
                term("estimation", number(1).over(k())), term("accuracy", number(1).over(k()))),
            BUDGETS));
    claims.add(
        Claim.atMost(
            "batch row at T = 10^6",
            new Work(race, What.PRINTED),
            Bound.of("half a unit of 1.481551e-5", number("5e-12")),
            Checkpoints.of(1_000_000)));
    claims.add(
        Claim.equal(
            "SG after T evaluations",
            new Work(race, What.STOCHASTIC),
            Bound.of("excess risk", name("sigma2").over(k().times(2))),
            STEPS));
    claims.add(steps("SG steps to the accuracy 1/k", Relation.AT_LEAST, race));
    if (race.sigma2().multiply(ACCURACIES.at().get(0)).divide(2).isInteger()) {
      claims.add(steps("SG steps to the accuracy 1/k, attained", Relation.EQUAL, race));
    }
    if (race.left().signum() > 0) {
      claims.addAll(ratios(race));
    }
    return claims;
  }

  /** Attained where sigma^2 k/2 is a number of steps. */
  private static Claim steps(String name, Relation relation, Race race) {
    return new Claim.Exactly(
        name,
        relation,
        new Work(race, What.STEPS_TO),
        Bound.of("steps", name("sigma2").times(k()).over(2)),
        race.sigma2().compareTo(BigFraction.ONE) > 0 ? ACCURACIES : MORE_ACCURACIES);
  }

  /**
   * t passes over T/t examples, t near log T/(2 log 1/rho), against T single steps; no instance is
   * known that attains a bound.
   */
  private static List<Claim> ratios(Race race) {
    Formula shortest =
        ln(name("s").times(2).times(SPEED).times(k()))
            .plus(1)
            .minus(number(4).over(exp(number(1))))
            .over(SPEED.times(2));
    List<Claim> claims = new ArrayList<>();
    claims.add(
        Claim.atLeast(
            "batch over SG, at least",
            new Work(race, What.RATIO),
            Bound.of("passes", shortest),
            STEPS));
    // J < T: more passes than that leave no example
    double speed = -Math.log(race.left().doubleValue());
    long[] enough =
        STEPS.at().stream().mapToLong(t -> t).filter(t -> Math.log(t) < 2 * speed * t).toArray();
    claims.add(
        Claim.atMost(
            "batch over SG, at most",
            new Work(race, What.RATIO),
            Bound.of(
                term("passes", PASSES.plus(1).times(k().over(k().minus(PASSES)))),
                term("start", name("s"))),
            Checkpoints.of(enough)));
    return claims;
  }

  /** Then n = T, and the batch method is as good as the stochastic one: no logarithm. */
  @Override
  public List<Claim> otherwise(Race race) {
    if (race.left().signum() > 0) {
      return List.of();
    }
    return List.of(
        Claim.equal(
            "batch in one pass",
            new Work(race, What.BATCH),
            Bound.of("excess risk", name("sigma2").over(k().times(2))),
            STEPS));
  }
}
