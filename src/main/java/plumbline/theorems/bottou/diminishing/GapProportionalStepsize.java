package plumbline.theorems.bottou.diminishing;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;
import static plumbline.theorems.bottou.diminishing.Harmonic.PULL;
import static plumbline.theorems.bottou.diminishing.Harmonic.TWICE;

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
import plumbline.theorem.Relation;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * Where noise dominates, gap and stepsize are proportional: on a quadratic, E[F(w_k) - F_*]/alpha_k
 * tends to beta L M/(2 (2 beta c mu - 1)), here between two bounds at every k.
 *
 * <p>Source: 003, the annotation "gap proportional to stepsize" beside Theorem 4.7.
 */
public final class GapProportionalStepsize implements Theorem<Harmonic> {
  private static final Formula GAMMA = name("gamma");
  private static final Formula HERE = GAMMA.plus(k());

  /** beta L M/(2 (2 beta c mu - 1)). */
  private static final Formula LIMIT =
      name("beta").times(name("L")).times(name("M")).over(number(2).times(TWICE.minus(1)));

  /** What is left of a start at k, at most. */
  private static final Formula FALL = GAMMA.plus(1).minus(PULL).over(HERE.minus(PULL)).power(TWICE);

  private static final Checkpoints POINTS =
      Checkpoints.of(1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/gap-proportional-stepsize",
        Harmonic.parameters("1/10"),
        List.of(
            preset(SHARP, "beta = 1/(c mu), from the minimum", "c=6/5 mu=2/3 beta=5/4 M=3 start=0"),
            preset(TYPICAL, "beta c mu = 4/5", "c=2 mu=1/2 beta=4/5 M=3 start=2"),
            preset(TYPICAL, "beta c mu = 3/5, slow to settle", "beta=3/5"),
            preset(OUTSIDE, "no noise", "beta=4/5 M=0"),
            preset(OUTSIDE, "beta c mu = 2/5", "beta=2/5")));
  }

  @Override
  public Harmonic setting(Values values) {
    return Harmonic.of(values);
  }

  @Override
  public Constants constants(Harmonic h) {
    return h.constants();
  }

  @Override
  public List<Hypothesis<Harmonic>> hypotheses() {
    return List.of(
        Harmonic.weakPull(),
        new Hypothesis<>(
            "2 beta c mu > 1",
            h ->
                Status.of(
                    h.pullsMoreThan("1/2"),
                    "2 beta c mu = " + Rationals.show(h.pull().multiply(2)))),
        new Hypothesis<>(
            "M > 0: the noise does not vanish",
            h -> Status.of(h.m().signum() > 0, "M = " + Rationals.show(h.m()))));
  }

  @Override
  public List<Claim> claims(Harmonic h) {
    boolean powers = h.pull().compareTo(h.gamma().add(1)) < 0;
    if (h.pull().equals(Rationals.of(1, 2)) || !powers) {
      return List.of(); // the limit divides by zero, or the first factor is negative
    }
    Formula half = PULL.plus(1).over(2);
    Formula settled =
        HERE.over(HERE.minus(half)).minus(HERE.times(FALL).over(GAMMA.plus(1).minus(half)));
    Bound.Term noise = term("noise", LIMIT.times(HERE.over(HERE.minus(PULL))));
    Bound.Term start = term("start", name("Delta").times(FALL).times(HERE).over(name("beta")));
    Bound least = Bound.of(term("noise", LIMIT.times(settled)));
    List<Claim> claims = new ArrayList<>();
    claims.add(ratio("at most", Relation.AT_MOST, h, Bound.of(noise, start)));
    claims.add(ratio("at least", Relation.AT_LEAST, h, least));
    if (h.pull().equals(BigFraction.ONE)) {
      Formula away = LIMIT.times(HERE).times(GAMMA).over(HERE.minus(1).power(2));
      Bound.Term less = term("given away", number(-1).times(away));
      claims.add(
          ratio(
              "at most, less what it gives away", Relation.EQUAL, h, Bound.of(noise, start, less)));
      if (h.start().isZero()) {
        claims.add(ratio("at least, attained", Relation.EQUAL, h, least));
      }
    }
    return claims;
  }

  private static Claim ratio(String name, Relation relation, Harmonic h, Bound bound) {
    return new Claim.Exactly(name, relation, new GapPath(h, GapPath.Over.STEPSIZE), bound, POINTS);
  }

  /** Without noise the ratio tends to 0; with 2 beta c mu &lt; 1 it grows without limit. */
  @Override
  public List<Claim> otherwise(Harmonic h) {
    List<Claim> claims = new ArrayList<>();
    Formula start = name("Delta").times(HERE).over(name("beta"));
    if (h.m().isZero() && h.pull().compareTo(BigFraction.ONE) <= 0) {
      claims.add(
          ratio("falls to 0", Relation.AT_MOST, h, Bound.of(term("start", start.times(FALL)))));
    }
    if (!h.pullsMoreThan("1/2")) {
      Formula kept = GAMMA.over(HERE.minus(1)).power(TWICE);
      claims.add(ratio("grows", Relation.AT_LEAST, h, Bound.of(term("start", start.times(kept)))));
    }
    return claims;
  }
}
