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
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * With alpha_k = beta/(gamma + k) the gap on a quadratic falls like k^-min(1, 2 beta c mu): slower
 * than 1/k only below beta = 1/(2 c mu), half of what the slide names.
 *
 * <p>From below it is at least what the first step leaves times ((gamma + 1)/(gamma + k - 1))^(2
 * beta c mu); from above, where 2 beta c mu &gt; 1, a like power plus beta^2 L M/(2 (2 beta c mu -
 * 1)(gamma + k - beta c mu)). Source: 003, "Asymptotic performance of SG is fragile".
 */
public final class BetaThreshold implements Theorem<Harmonic> {
  private static final Formula GAMMA = name("gamma");
  private static final Checkpoints POINTS =
      Checkpoints.of(2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512);
  private static final Checkpoints WINDOW = Checkpoints.of(16384);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/beta-threshold",
        Harmonic.parameters("0"),
        List.of(
            preset(SHARP, "Nemirovski's example", "c=1/5 gamma=0 M=0"),
            preset(SHARP, "beta = 1/(c mu), gamma = 0", "c=2 mu=1/4 beta=2 gamma=0 M=3"),
            preset(SHARP, "beta = 1/(c mu) without noise", "M=0"),
            preset(TYPICAL, "beta c mu = 1/10", "beta=1/10"),
            preset(TYPICAL, "beta c mu = 2/5", "c=2 mu=1/2 beta=2/5 M=3 start=2"),
            preset(TYPICAL, "beta c mu = 1/2, where a logarithm enters", "beta=1/2"),
            preset(TYPICAL, "beta c mu = 3/5", "beta=3/5"),
            preset(TYPICAL, "beta c mu = 4/5", "c=2 mu=1/2 beta=4/5 M=3 start=2"),
            preset(OUTSIDE, "beta c mu = 3/2 without noise", "beta=3/2 M=0")));
  }

  @Override
  public Harmonic setting(Values values) {
    return Harmonic.of(values);
  }

  /** The exponent is read within tau: a hundredth or two, more where a logarithm is in the way. */
  @Override
  public Constants constants(Harmonic h) {
    boolean logarithm = h.pull().equals(Rationals.of(1, 2));
    return h.constants()
        .with("tau", Rationals.of(logarithm ? 7 : 2, 100), "what a window of finite k allows");
  }

  @Override
  public List<Hypothesis<Harmonic>> hypotheses() {
    return List.of(Harmonic.weakPull());
  }

  @Override
  public List<Claim> claims(Harmonic h) {
    List<Claim> claims = new ArrayList<>();
    boolean one = h.pull().equals(BigFraction.ONE);
    // a first step of length 1/(c mu) leaves nothing of the start, and the bound would be 0
    if (!h.pull().equals(h.gamma().add(1))) {
      claims.add(gap("no faster than k^(-2 beta c mu)", Relation.AT_LEAST, h, least()));
      if (h.m().isZero()) {
        claims.add(
            gap(
                "no faster than k^(-2 beta c mu), attained",
                Relation.EQUAL,
                h,
                least(),
                one ? POINTS : Checkpoints.of(2)));
      }
    }
    if (h.pullsMoreThan("1/2") && !h.pullsMoreThan("1")) {
      claims.add(gap("1/k is kept", Relation.AT_MOST, h, most()));
    }
    if (one && h.m().isZero() != h.gamma().isZero()) {
      claims.add(gap("1/k is kept, attained", Relation.EQUAL, h, most()));
    }
    if (h.m().signum() > 0 && far(h)) {
      Formula exponent = Formula.max(number(-1), number(-1).times(TWICE));
      claims.add(exponent("exponent, at most", Relation.AT_MOST, h, exponent, name("tau")));
      claims.add(
          exponent(
              "exponent, at least", Relation.AT_LEAST, h, exponent, number(-1).times(name("tau"))));
    }
    return claims;
  }

  /** Each factor 1 - b/x is at least (1 - 1/x)^b for 0 &lt; b &lt;= 1. */
  private static Bound least() {
    Formula first = number(1).minus(PULL.over(GAMMA.plus(1))).power(2);
    Formula fall = GAMMA.plus(1).over(GAMMA.plus(k()).minus(1)).power(TWICE);
    return Bound.of(term("start", name("Delta").times(first).times(fall)));
  }

  /** Each factor 1 - b/x is at most ((x - b)/(x + 1 - b))^b. */
  private static Bound most() {
    Formula shifted = GAMMA.plus(k()).minus(PULL);
    Formula fall = GAMMA.plus(1).minus(PULL).over(shifted).power(TWICE);
    Formula noise = name("beta").power(2).times(name("L")).times(name("M"));
    Formula twice = number(2).times(TWICE.minus(1)).times(shifted);
    return Bound.of(term("start", name("Delta").times(fall)), term("noise", noise.over(twice)));
  }

  private static Claim gap(String name, Relation relation, Harmonic h, Bound bound) {
    return gap(name, relation, h, bound, POINTS);
  }

  private static Claim gap(
      String name, Relation relation, Harmonic h, Bound bound, Checkpoints points) {
    return new Claim.Exactly(name, relation, new GapPath(h, GapPath.Over.ONE), bound, points);
  }

  private static Claim exponent(
      String name, Relation relation, Harmonic h, Formula exponent, Formula within) {
    Bound bound = Bound.of(term("exponent", exponent), term("window", within));
    return new Claim.Exactly(name, relation, new Exponent(h), bound, WINDOW);
  }

  /** Whether the two powers C_1 k^-1 + C_2 k^(-2 beta c mu) have parted by k = 16384. */
  private static boolean far(Harmonic h) {
    BigFraction twice = h.pull().multiply(2);
    BigFraction apart = twice.subtract(BigFraction.ONE).abs();
    boolean parted = apart.isZero() || apart.compareTo(Rationals.of(1, 5)) >= 0;
    // what falls faster must not be the larger: at gamma = 1 the exponent of the recursion is
    // within tau up to these quotients, and not at 20 for b = 3/5, 1 for b = 2/5 or 2 for b = 1/2
    BigFraction noise = h.beta().multiply(h.beta()).multiply(h.c()).multiply(h.m()).divide(2);
    boolean alike =
        h.pullsMoreThan("1/2")
            ? h.delta().compareTo(noise.multiply(5)) <= 0
            : h.delta().compareTo(noise.multiply(apart.isZero() ? 4 : 2)) >= 0;
    return parted && alike && h.gamma().compareTo(BigFraction.ONE) <= 0;
  }

  /** Without noise and beyond 1 the same expression is a bound from above. */
  @Override
  public List<Claim> otherwise(Harmonic h) {
    boolean within = h.pull().compareTo(h.gamma().add(2)) <= 0;
    return h.m().isZero() && within && h.pull().compareTo(BigFraction.ONE) >= 0
        ? List.of(gap("no slower than k^(-2 beta c mu)", Relation.AT_MOST, h, least()))
        : List.of();
  }
}
