package plumbline.theorems.bottou.distance;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
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
import plumbline.theorem.Trial;
import plumbline.theorem.Values;

/**
 * Strong convexity bounds the expected decrease, ghat(w)'(w - w_*) &gt;= c |w - w_*|^2; so with
 * alpha_k = beta/k, beta &gt; 1/(2 c), E|w_k - w_*|^2 &lt;= max(2, 1/(2 beta c - 1)) beta^2 G^2/k
 * from k = 2 on.
 *
 * <p>G^2 is at least E|g(w_k)|^2 along the iterates. Source: 003, "Smoothness versus Convexity",
 * second of the ways to bound the expected decrease.
 */
public final class A2Strong implements Theorem<A2Strong.Shrinking> {
  private static final int LAST = 9;
  private static final Checkpoints GRID = Checkpoints.range(0, 60);
  private static final Checkpoints POINTS = Checkpoints.of(2, 3, 4, 5, 6, 7, 8, LAST);

  /**
   * A walk with steps beta/k and the curvature that is claimed of its objective.
   *
   * @param walk the walk
   * @param claimed c
   */
  record Shrinking(Walk walk, BigFraction claimed) {}

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/A2-strong",
        List.of(
            Parameter.choice("noise", "where g is noisy", "everywhere", "minimizer"),
            Parameter.real("h", "h", "F = a w^2/2 + h |w|", "0", "10", "0"),
            Parameter.real("a", "a", "curvature of F", "0", "10", "2"),
            Parameter.real("c", "c", "claimed curvature", "0.01", "10", "2"),
            Parameter.real("beta", "\\beta", "alpha_k = beta/k", "0.01", "10", "1/2"),
            Parameter.real("sigma", "\\sigma", "size of the noise", "0", "10", "3"),
            Parameter.real("start", "w_1", "the start", "-3", "3", "0")),
        List.of(
            preset(SHARP, "noise at the minimizer alone", "noise=minimizer beta=9/20"),
            preset(SHARP, "2 beta c = 3/2", "noise=minimizer beta=3/8"),
            preset(TYPICAL, "quadratic, 2 beta c = 6/5", "beta=3/10 start=2"),
            preset(TYPICAL, "with a kink", "h=1 beta=2/5 start=-1"),
            preset(OUTSIDE, "|w| has no curvature", "h=1 a=0 start=2"),
            preset(OUTSIDE, "2 beta c = 1/2", "beta=1/8 sigma=0 start=2")));
  }

  @Override
  public Shrinking setting(Values v) {
    Walk walk =
        new Walk(
            Line.ELASTIC,
            v.get("h"),
            v.get("a"),
            v.get("sigma"),
            Walk.Where.valueOf(v.choice("noise").toUpperCase(Locale.ROOT)),
            v.get("start"),
            v.get("beta"),
            Walk.Lengths.HARMONIC);
    return new Shrinking(walk, v.get("c"));
  }

  @Override
  public Constants constants(Shrinking of) {
    return Constants.none()
        .with("c", of.claimed(), "declared")
        .with("beta", of.walk().step(), "declared")
        .with("G2", secondMoment(of.walk()), "greatest E|g(w_k)|^2, by enumeration")
        .with("D2", of.walk().line().squaredDistance(of.walk().start()), "|w_1 - w_*|^2");
  }

  /** The greatest E|g(w_k)|^2 over the iterates of the check. */
  private static BigFraction secondMoment(Walk walk) {
    Arithmetic<BigFraction> in = Arithmetic.rationals();
    BigFraction greatest = BigFraction.ZERO;
    for (List<Walk.Path<BigFraction>> paths : walk.paths(in, LAST)) {
      BigFraction sum = BigFraction.ZERO;
      for (Walk.Path<BigFraction> path : paths) {
        List<BigFraction> outcomes = walk.gradients(in, path.at());
        for (BigFraction g : outcomes) {
          sum = sum.add(g.multiply(g).divide(outcomes.size()));
        }
      }
      greatest = in.max(greatest, sum.divide(paths.size()));
    }
    return greatest;
  }

  @Override
  public List<Hypothesis<Shrinking>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "F is strongly convex with constant c > 0",
            of ->
                Status.of(
                    of.claimed().compareTo(of.walk().curvature()) <= 0,
                    "F - a w^2/2 is convex, and F'' = a off the kink; c = "
                        + Rationals.show(of.claimed())
                        + ", a = "
                        + Rationals.show(of.walk().curvature()))),
        new Hypothesis<>(
            "beta > 1/(2 c)",
            of ->
                Status.of(
                    twice(of).compareTo(BigFraction.ONE) > 0,
                    "2 beta c = " + Rationals.show(twice(of)))));
  }

  private static BigFraction twice(Shrinking of) {
    return of.walk().step().multiply(of.claimed()).multiply(2);
  }

  @Override
  public List<Claim> claims(Shrinking of) {
    List<Claim> claims = new ArrayList<>();
    Walk walk = of.walk();
    Trial slopes = new Slopes(walk, Slopes.Share.SQUARED_DISTANCE);
    Bound square = Bound.of("c |w - w_*|^2", name("c"));
    claims.add(Claim.atLeast("expected decrease", slopes, square, GRID));
    if (isQuadratic(of)) {
      claims.add(Claim.equal("expected decrease, attained", slopes, square, GRID));
    }
    if (!twice(of).equals(BigFraction.ONE)) {
      Formula margin = number(2).times(name("beta")).times(name("c")).minus(1);
      Formula factor = Formula.max(number(2), number(1).over(margin));
      Formula rate = factor.times(name("beta").power(2)).times(name("G2")).over(k());
      Trial distance = new Expected(walk, Expected.What.SQUARED_DISTANCE);
      Bound bound = Bound.of("rate", rate);
      claims.add(Claim.atMost("1/k from convexity", distance, bound, POINTS));
      if (jumps(of)) {
        Checkpoints second = Checkpoints.of(2);
        claims.add(Claim.equal("1/k from convexity, attained", distance, bound, second));
      }
    }
    return claims;
  }

  private static boolean isQuadratic(Shrinking of) {
    return of.walk().slope().isZero() && of.walk().curvature().equals(of.claimed());
  }

  /** Whether w_1 = w_* and g is nowhere longer than its noise there, and the factor is 2. */
  private static boolean jumps(Shrinking of) {
    Walk walk = of.walk();
    return walk.start().isZero()
        && !walk.isCertain()
        && twice(of).compareTo(Rationals.of(3, 2)) >= 0
        && secondMoment(walk).equals(walk.sigma().multiply(walk.sigma()));
  }

  /**
   * On |w| the decrease is h |w|, of order 1 and not 2; and on a quadratic with beta c &lt; 1/2 the
   * start is forgotten no faster than k^(-2 beta c).
   */
  @Override
  public List<Claim> otherwise(Shrinking of) {
    Walk walk = of.walk();
    List<Claim> claims = new ArrayList<>();
    if (walk.curvature().isZero() && walk.slope().compareTo(of.claimed()) < 0) {
      claims.add(
          new Claim.Exactly(
              "less than c |w - w_*|^2 beyond |w| = 1",
              Relation.AT_MOST,
              new Slopes(walk, Slopes.Share.SQUARED_DISTANCE),
              Bound.of("c |w - w_*|^2", name("c")),
              Checkpoints.of(0, 5, 10, 15, 20, 40, 45, 50, 55, 60)));
    }
    if (isQuadratic(of) && twice(of).compareTo(BigFraction.ONE) < 0) {
      Formula pull = name("beta").times(name("c"));
      Formula first = number(1).minus(pull).power(2);
      Formula fall = number(1).over(k().minus(1)).power(number(2).times(pull));
      claims.add(
          new Claim.Exactly(
              "slower than 1/k",
              Relation.AT_LEAST,
              new Expected(walk, Expected.What.SQUARED_DISTANCE),
              Bound.of("start", name("D2").times(first).times(fall)),
              POINTS));
    }
    return claims;
  }
}
