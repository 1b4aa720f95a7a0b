package plumbline.theorems.bottou.sampling;

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

/**
 * Minibatches of n with stepsize alpha and single examples with alpha/n have bounds with one floor,
 * alpha L M/(2 c mu n), and at equal work rates that agree to first order: 1 - x &lt;= (1 - x/n)^n
 * &lt;= 1 - x + x^2 (n - 1)/(2 n) with x = alpha c mu.
 *
 * <p>Source: 003, "Mini batching", the two bounds and the word "same".
 */
public final class MinibatchEquivalence implements Theorem<Work> {
  private static final Formula ALPHA = name("alpha");
  private static final Formula X = ALPHA.times(name("c")).times(name("mu"));
  private static final Formula FLOOR =
      ALPHA
          .times(name("L"))
          .times(name("M"))
          .over(number(2).times(name("c")).times(name("mu")).times(name("n")));
  private static final Formula STEPS = k().minus(1);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/minibatch-equivalence",
        List.of(
            Parameter.real("c", "c", "the curvature", "1/10", "10", "1"),
            Parameter.real("h", "h", "mu = mu_G", "1/10", "2", "1"),
            Parameter.real("s2", "s^2", "variance of the factor 1 + s zeta", "0", "4", "0"),
            Parameter.real("M", "M", "variance of the additive noise", "1/100", "100", "1"),
            Parameter.integer("n", "n_{mb}", "examples in a batch", "1", "64", "10"),
            Parameter.real("alpha", "\\bar\\alpha", "stepsize of the batch", "0.001", "4", "1/2"),
            Parameter.real("start", "w_1", "the start", "-10", "10", "2")),
        List.of(
            preset(SHARP, "the longest step for n = 4", "h=1/2 s2=1 n=4 alpha=8/5 start=4"),
            preset(SHARP, "one example is one example", "c=2 h=1/2 s2=1 M=4 n=1 alpha=1/2 start=3"),
            preset(TYPICAL, "x = 1/2, n = 10", ""),
            preset(TYPICAL, "x = 1/20, n = 10, M_V = 1", "s2=1 c=2 M=3 alpha=1/40"),
            preset(OUTSIDE, "the batch diverges, one example does not", "alpha=5/2"),
            preset(OUTSIDE, "half as long again", "alpha=3/2 start=0")));
  }

  @Override
  public Work setting(Values values) {
    return Work.of(values);
  }

  @Override
  public Constants constants(Work work) {
    return work.constants();
  }

  @Override
  public List<Hypothesis<Work>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "0 < alpha <= mu/(L (M_V/n + mu_G^2)), the longest step of a batch",
            work ->
                Status.of(
                    work.alpha().compareTo(work.longestStep()) <= 0,
                    "alpha = "
                        + Rationals.show(work.alpha())
                        + ", the longest step is "
                        + Rationals.show(work.longestStep()))));
  }

  @Override
  public List<Claim> claims(Work work) {
    Formula one = number(1).minus(X);
    Formula second = X.power(2).times(k().minus(1)).over(number(2).times(k()));
    Formula short1 = number(1).minus(X.over(name("n")));
    Checkpoints sizes = Checkpoints.of(1, 2, 3, 5, 10, 20, 50, 100);
    Checkpoints steps = Checkpoints.of(1, 2, 3, 4, 6, 8, 12);
    Formula square = name("mu_G").power(2);
    Bound first = Bound.of("1 - x", one);
    Bound both = Bound.of(term("1 - x", one), term("second order", second));
    Bound batch = around(one.power(STEPS));
    Bound single = around(short1.power(name("n").times(STEPS)));
    EqualWork batches = new EqualWork(work, EqualWork.By.BATCH);
    EqualWork singles = new EqualWork(work, EqualWork.By.SINGLE);
    ShortSteps shorter = new ShortSteps(work);
    List<Claim> claims = new ArrayList<>();
    claims.add(Claim.atLeast("n short steps keep more", shorter, first, sizes));
    claims.add(Claim.equal("equality for n = 1", shorter, first, Checkpoints.of(1)));
    claims.add(Claim.atMost("but to second order", shorter, both, sizes));
    claims.add(Claim.equal("equality for n = 1 and 2", shorter, both, Checkpoints.of(1, 2)));
    claims.add(Claim.atMost("bound of the batch", batches, batch, steps));
    claims.add(Claim.atMost("bound of single examples", singles, single, steps));
    if (work.alpha().equals(work.longestStep())) {
      claims.add(Claim.equal("attained by the batch", batches, batch, steps));
      if (work.n() == 1) {
        claims.add(Claim.equal("attained by single examples", singles, single, steps));
      }
    }
    claims.add(
        Claim.equal(
            "ratio of the floors themselves",
            new FloorRatio(work),
            Bound.of("batch over single", net(square.over(k())).over(net(square))),
            Checkpoints.of(3, 5, 10, 20, 50, 100)));
    return claims;
  }

  /** 2 mu - alpha L (M_V/n + this), n being k. */
  private static Formula net(Formula square) {
    Formula moment = name("M_V").over(k()).plus(square);
    return number(2).times(name("mu")).minus(ALPHA.times(name("L")).times(moment));
  }

  private static Bound around(Formula power) {
    return Bound.of(
        term("neighbourhood", FLOOR), term("transient", power.times(name("Delta").minus(FLOOR))));
  }

  /** Both gaps themselves, for any stepsize: floor + rate^steps (Delta - floor). */
  @Override
  public List<Claim> otherwise(Work work) {
    Formula square = name("mu_G").power(2);
    Formula batch = name("M_V").over(name("n")).plus(square);
    Formula single = name("M_V").plus(square);
    Formula short1 = ALPHA.over(name("n"));
    List<Claim> claims = new ArrayList<>();
    own("gap of the batch", work, EqualWork.By.BATCH, ALPHA, name("M").over(name("n")), batch)
        .ifPresent(claims::add);
    own("gap of single examples", work, EqualWork.By.SINGLE, short1, name("M"), single)
        .ifPresent(claims::add);
    return claims;
  }

  private static Optional<Claim> own(
      String name, Work work, EqualWork.By by, Formula step, Formula noise, Formula moment) {
    Formula net = number(2).times(name("mu")).minus(step.times(name("L")).times(moment));
    if (net.at(work.constants(), 1) == 0) {
      return Optional.empty();
    }
    Formula rate = number(1).minus(step.times(name("c")).times(net));
    Formula floor = step.times(name("L")).times(noise).over(number(2).times(name("c")).times(net));
    Formula steps = by == EqualWork.By.BATCH ? STEPS : name("n").times(STEPS);
    Bound path =
        Bound.of(
            term("neighbourhood", floor),
            term("transient", rate.power(steps).times(name("Delta").minus(floor))));
    Checkpoints points = Checkpoints.of(1, 2, 3, 4, 6, 8, 12);
    return Optional.of(Claim.equal(name, new EqualWork(work, by), path, points));
  }
}
