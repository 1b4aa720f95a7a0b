package plumbline.theorems.bottou.distributed;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.formula.Formula.pi;
import static plumbline.formula.Formula.sin;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;
import plumbline.theorems.bottou.distributed.Late.What;

/**
 * w_{k+1} = w_k - alpha lambda w_{k-tau} tends to 0 from every start iff 0 &lt; alpha lambda &lt; 2
 * sin(pi/(2 (2 tau + 1))), and never faster than (tau/(tau + 1))^k (003, "Because it slows down
 * with delayed updates").
 */
public final class DelayedUpdates implements Theorem<Delay> {
  private static final Formula TAU = name("tau");
  private static final Formula LAMBDA = name("lambda");

  /** The largest root at the fastest stepsize. */
  private static final Formula SHORTEST = TAU.over(TAU.plus(1));

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/delayed-updates",
        List.of(
            Parameter.integer("tau", "\\tau", "the delay in steps", "1", "12", "2"),
            Parameter.real("lambda", "\\lambda", "the curvature", "1/100", "100", "2"),
            Parameter.real(
                "theta",
                "\\theta",
                "angle over pi/(2 tau + 1): 1 at the limit",
                "1/20",
                "7/5",
                "1")),
        List.of(
            preset(SHARP, "delay 2, at the limit", ""),
            preset(SHARP, "delay 10, at the limit", "tau=10 lambda=1/2"),
            preset(TYPICAL, "delay 2, just below", "theta=99/100"),
            preset(TYPICAL, "delay 5, half the angle", "tau=5 theta=1/2 lambda=3"),
            preset(OUTSIDE, "delay 2, just above", "theta=101/100"),
            preset(OUTSIDE, "delay 10, above", "tau=10 theta=21/20")));
  }

  @Override
  public Delay setting(Values values) {
    return Delay.of(values);
  }

  @Override
  public Constants constants(Delay delay) {
    return delay.constants();
  }

  @Override
  public List<Hypothesis<Delay>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "alpha lambda is at most 2 sin(pi/(2 (2 tau + 1))), theta <= 1",
            of ->
                Status.of(
                    of.theta().compareTo(BigFraction.ONE) <= 0,
                    String.format(
                        Locale.ROOT,
                        "alpha lambda = %.6f, the limit is %.6f",
                        of.step(),
                        of.limit()))));
  }

  @Override
  public List<Claim> claims(Delay delay) {
    Formula limit = number(2).times(sin(pi().over(k().times(2).plus(1).times(2)))).over(LAMBDA);
    Formula near = number(1).plus(number(2).over(number(2).power(k()).times(TAU)));
    Formula fastest = TAU.power(TAU).over(TAU.plus(1).power(TAU.plus(1))).over(LAMBDA);
    return List.of(
        Claim.equal(
            "largest stable stepsize",
            new Late(delay, What.LIMIT),
            Bound.of("limit", limit),
            Checkpoints.range(1, 12)),
        Claim.equal(
            "without delay",
            new Late(delay, What.LIMIT),
            Bound.of("limit", number(2).over(LAMBDA)),
            Checkpoints.of(0)),
        swing(delay, "swing by a factor r a step"),
        // the first value is one of those looked at
        Claim.equal(
            "never above its first value",
            new Swing(delay, Swing.What.LARGEST),
            Bound.of("start", number(1)),
            swings(delay)),
        Claim.equal(
            "fastest stepsize",
            new Late(delay, What.FASTEST),
            Bound.of("alpha", fastest),
            Checkpoints.of(1, 2, 3, 4, 6, 8, 12, 16)),
        Claim.atLeast(
            "no stepsize is faster",
            new Late(delay, What.RADIUS),
            Bound.of("tau/(tau + 1)", SHORTEST),
            Checkpoints.range(1, 16)),
        Claim.atMost(
            "nearly tau/(tau + 1) near the fastest stepsize",
            new Late(delay, What.NEAR),
            Bound.of("tau/(tau + 1) (1 + 2^(1 - k)/tau)", SHORTEST.times(near)),
            Checkpoints.range(1, 16)));
  }

  /** Above the limit r exceeds 1, and each 2 tau + 1 steps pass a peak within phi/2. */
  @Override
  public List<Claim> otherwise(Delay delay) {
    return List.of(
        Claim.atLeast(
            "grows beyond its first value",
            new Swing(delay, Swing.What.LARGEST),
            Bound.of(
                "envelope half a swing before",
                Swing.FACTOR
                    .power(k().minus(TAU.times(2)))
                    .times(Formula.cos(Swing.ANGLE.over(2)))),
            new Checkpoints(
                LongStream.rangeClosed(1, 12)
                    .map(m -> m * (2 * delay.tau() + 1))
                    .boxed()
                    .toList())));
  }

  /** The path of the stepsize that belongs to the angle. */
  private static Claim swing(Delay delay, String name) {
    return Claim.equal(
        name, new Swing(delay, Swing.What.PATH), Bound.of("start", number(1)), swings(delay));
  }

  private static Checkpoints swings(Delay delay) {
    return upTo(4 * (2 * delay.tau() + 1));
  }

  private static Checkpoints upTo(long last) {
    return Checkpoints.range(0, last);
  }
}
