package plumbline.theorems.bottou.distributed;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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
import plumbline.theorems.bottou.distributed.DelayMoments.What;

/**
 * With random delays of mean D and a = alpha L, the stationary gap on a quadratic is at most (2 -
 * a)/(2 - a - 2aD) = 1 + aD + ... times the one without delay, if a (1 + 2D) &lt; 2 (003, "SG still
 * works with relaxed synchronization").
 */
public final class RelaxedSync implements Theorem<Asynchronous> {
  private static final Formula A = name("alpha").times(name("L"));
  private static final Formula SWEPT = A.times(k()).over(DelayMoments.STEPSIZES);
  private static final Formula D = name("D");

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/relaxed-sync",
        List.of(
            Parameter.choice(
                "law",
                "how a delay is drawn",
                Asynchronous.UNIFORM,
                Asynchronous.SOMETIMES,
                Asynchronous.FIXED),
            Parameter.integer("tau", "\\tau", "the longest delay", "1", "6", "4"),
            Parameter.real("p", "p", "chance of tau, else 0", "0", "1", "1/3"),
            Parameter.real("lambda", "L", "the curvature", "1/10", "10", "7/5"),
            Parameter.real("alpha", "\\alpha", "the longest stepsize", "0", "10", "1/13"),
            Parameter.real("M", "M", "variance of the noise", "1/100", "100", "3")),
        List.of(
            preset(SHARP, "delay 0 or 1", "law=sometimes tau=1 alpha=5/14"),
            preset(SHARP, "always delay 1", "law=fixed tau=1 alpha=3/14"),
            preset(SHARP, "never late, alpha L = 1", "law=sometimes tau=1 p=0 alpha=5/7"),
            preset(TYPICAL, "uniform delays up to 4", ""),
            preset(TYPICAL, "rarely a delay of 6", "law=sometimes tau=6 p=1/10 alpha=2/7"),
            preset(OUTSIDE, "fixed delay 1, alpha L tau = 2", "law=fixed tau=1 lambda=2 alpha=1"),
            preset(
                OUTSIDE, "fixed delay 5, alpha L tau = 2", "law=fixed tau=5 lambda=2 alpha=1/5")));
  }

  @Override
  public Asynchronous setting(Values values) {
    return Asynchronous.of(values);
  }

  @Override
  public Constants constants(Asynchronous descent) {
    return descent.constants();
  }

  @Override
  public List<Hypothesis<Asynchronous>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "0 < alpha L (1 + 2 E D) < 2",
            of -> Status.of(isShort(of), "it is " + Rationals.show(of.load()))),
        new Hypothesis<>("the second moments settle at every stepsize tried", RelaxedSync::settle));
  }

  private static boolean isShort(Asynchronous of) {
    return of.load().signum() > 0 && of.load().compareTo(new BigFraction(2)) < 0;
  }

  private static Status settle(Asynchronous of) {
    if (!isShort(of)) {
      return new Status.NotRefuted("not tried at this stepsize: " + of.words());
    }
    boolean all =
        IntStream.rangeClosed(1, DelayMoments.STEPSIZES)
            .allMatch(k -> of.settles(new BigFraction(k, DelayMoments.STEPSIZES)));
    return Status.of(
        all, "the matrix of the stationary covariances is positive definite: " + of.words());
  }

  @Override
  public List<Claim> claims(Asynchronous descent) {
    Formula left = number(2).minus(SWEPT);
    Formula early = number(1).minus(SWEPT.times(name("tau")));
    Formula floor = name("alpha").times(name("M")).over(room(A, D).times(2));
    Claim gap =
        Claim.atMost(
            "gap, at most",
            new DelayMoments(descent, What.GAP),
            Bound.of("neighbourhood", floor),
            isShort(descent) ? Checkpoints.geometric(64) : Checkpoints.of(1, 2, 4));
    if (!isShort(descent)) {
      return List.of(gap);
    }
    List<Claim> claims = new ArrayList<>();
    claims.add(gap);
    if (descent.load().equals(BigFraction.ONE) && descent.meanDelay().isZero()) {
      // then w_{k+1} is the noise alone
      claims.add(
          Claim.equal(
              "gap, attained",
              new DelayMoments(descent, What.GAP),
              Bound.of("neighbourhood", floor),
              Checkpoints.geometric(64)));
    }
    claims.add(ratio("gap ratio, at most", Relation.AT_MOST, descent, left.over(room(SWEPT, D))));
    claims.add(
        ratio(
            "gap ratio, at least",
            Relation.AT_LEAST,
            descent,
            left.over(room(SWEPT, D.times(early)))));
    if (descent.tau() == 1) {
      Formula late = SWEPT.times(D).plus(1);
      claims.add(
          ratio(
              "gap ratio of delays 0 and 1",
              Relation.EQUAL,
              descent,
              late.times(left).over(left.minus(SWEPT.power(2).times(D)))));
    }
    return claims;
  }

  /** 2 - a - 2 a D. */
  private static Formula room(Formula a, Formula delay) {
    return number(2).minus(a).minus(a.times(2).times(delay));
  }

  /**
   * A delay that is always tau is no noise: at alpha L tau = 2 it diverges for every tau, faster
   * than claimed.
   */
  @Override
  public List<Claim> otherwise(Asynchronous descent) {
    BigFraction late = descent.alpha().multiply(descent.lambda()).multiply(descent.tau());
    if (!descent.law().equals(Asynchronous.FIXED) || !late.equals(new BigFraction(2))) {
      return List.of();
    }
    return List.of(
        Claim.atLeast(
            "the gap doubles within four delays",
            new DelayMoments(descent, What.GROWTH),
            Bound.of("factor", number(2)),
            new Checkpoints(
                LongStream.rangeClosed(1, 8).map(m -> 2 * m * descent.tau()).boxed().toList())));
  }

  private static Claim ratio(String name, Relation relation, Asynchronous descent, Formula bound) {
    return new Claim.Exactly(
        name,
        relation,
        new DelayMoments(descent, What.RATIO),
        Bound.of("ratio", bound),
        Checkpoints.range(1, DelayMoments.STEPSIZES));
  }
}
