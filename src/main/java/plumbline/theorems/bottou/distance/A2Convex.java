package plumbline.theorems.bottou.distance;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
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
 * Convexity bounds the expected decrease, ghat(w)'(w - w_*) &gt;= F(w) - F_*; so the average of K
 * iterates has E F - F_* &lt;= |w_1 - w_*|^2/(2 alpha K) + alpha G^2/2.
 *
 * <p>Source: 003, "Smoothness versus Convexity", first of the ways to bound the expected decrease.
 */
public final class A2Convex implements Theorem<A2Convex.Averaged> {
  private static final Checkpoints GRID = Checkpoints.range(0, 60);
  private static final Checkpoints ENUMERATED = Checkpoints.of(1, 2, 3, 4, 5, 6, 7, 8);
  private static final Checkpoints ONE_PATH =
      Checkpoints.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 20, 24, 31, 32, 48, 63, 64);

  /**
   * A walk and which point of it is returned.
   *
   * @param walk the walk
   * @param returned the average of the iterates, or the last
   */
  record Averaged(Walk walk, Expected.What returned) {}

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/A2-convex",
        List.of(
            Parameter.choice("F", "the objective", "absolute", "hinge", "cosine"),
            Parameter.real("h", "h", "slope of absolute value and hinge", "0.1", "10", "2"),
            Parameter.real("alpha", "\\alpha", "the stepsize", "0.001", "1", "1/16"),
            Parameter.real("sigma", "\\sigma", "size of the noise", "0", "10", "0"),
            Parameter.real("start", "w_1", "the start", "-3", "3", "1"),
            Parameter.choice("returned", "what is returned", "average", "last")),
        List.of(
            preset(SHARP, "|w| without noise, K = 8", ""),
            preset(SHARP, "|w| without noise, K = 4", "h=1/2 alpha=1/2"),
            preset(TYPICAL, "|w| with noise", "h=1 sigma=3/2 alpha=1/4"),
            preset(TYPICAL, "hinge with noise", "F=hinge h=1 sigma=1 alpha=1/3 start=-1/2"),
            preset(OUTSIDE, "cosine", "F=cosine start=1/10 alpha=1/2"),
            preset(OUTSIDE, "the last iterate", "h=1 alpha=1/10 start=9/100 returned=last")));
  }

  @Override
  public Averaged setting(Values v) {
    Walk walk =
        new Walk(
            Line.valueOf(v.choice("F").toUpperCase(Locale.ROOT)),
            v.get("h"),
            BigFraction.ZERO,
            v.get("sigma"),
            Walk.Where.EVERYWHERE,
            v.get("start"),
            v.get("alpha"),
            Walk.Lengths.FIXED);
    return new Averaged(
        walk,
        v.choice("returned").equals("last")
            ? Expected.What.GAP_OF_LAST
            : Expected.What.GAP_OF_AVERAGE);
  }

  @Override
  public Constants constants(Averaged of) {
    Walk walk = of.walk();
    boolean cosine = walk.line() == Line.COSINE;
    BigFraction slope = cosine ? BigFraction.ONE : walk.slope();
    BigFraction second = slope.multiply(slope).add(walk.sigma().multiply(walk.sigma()));
    return Constants.none()
        .with("alpha", walk.step(), "declared")
        .with("R2", walk.line().squaredDistance(walk.start()), "|w_1 - w_*|^2")
        .with("G2", second, "greatest squared slope plus variance: at least E|g|^2 anywhere")
        .with("h", walk.slope(), "declared")
        .with("share", BigFraction.ONE, "of F(w) - F_*");
  }

  @Override
  public List<Hypothesis<Averaged>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "F is convex",
            of ->
                Status.of(
                    of.walk().line() != Line.COSINE,
                    of.walk().line() == Line.COSINE
                        ? "1 + cos w has curvature -1 at w = 0"
                        : "a maximum of linear functions")),
        new Hypothesis<>(
            "the average of the iterates is returned",
            of ->
                Status.of(
                    of.returned() == Expected.What.GAP_OF_AVERAGE,
                    of.returned() == Expected.What.GAP_OF_AVERAGE
                        ? "it is"
                        : "the last iterate is")));
  }

  @Override
  public List<Claim> claims(Averaged of) {
    Walk walk = of.walk();
    Trial slopes = new Slopes(walk, Slopes.Share.GAP);
    Bound gap = Bound.of("F(w) - F_*", name("share"));
    List<Claim> claims = new ArrayList<>();
    claims.add(Claim.atLeast("expected decrease", slopes, gap, GRID));
    if (walk.line() == Line.ABSOLUTE || walk.line() == Line.HINGE) {
      claims.add(Claim.equal("expected decrease, attained", slopes, gap, GRID));
    }
    claims.add(Claim.atMost("averaged iterate", returned(of), most(), points(of)));
    BigFraction steps = walk.start().abs().divide(walk.step().multiply(walk.slope()));
    boolean arrives =
        walk.isCertain()
            && walk.line() == Line.ABSOLUTE
            && of.returned() == Expected.What.GAP_OF_AVERAGE
            && steps.getDenominator().equals(BigInteger.ONE)
            && steps.signum() > 0
            && steps.compareTo(new BigFraction(ONE_PATH.last())) <= 0;
    if (arrives) {
      // the next step would end at w_*
      Checkpoints last = Checkpoints.of(steps.getNumerator().longValueExact());
      claims.add(Claim.equal("averaged iterate, attained", returned(of), most(), last));
    }
    return claims;
  }

  /** |w_1 - w_*|^2/(2 alpha K) + alpha G^2/2. */
  private static Bound most() {
    Formula alpha = name("alpha");
    return Bound.of(
        term("start", name("R2").over(number(2).times(alpha).times(k()))),
        term("noise", alpha.times(name("G2")).over(2)));
  }

  private static Trial returned(Averaged of) {
    return new Expected(of.walk(), of.returned());
  }

  private static Checkpoints points(Averaged of) {
    return of.walk().isCertain() && of.walk().line() != Line.COSINE ? ONE_PATH : ENUMERATED;
  }

  /**
   * A first step across the kink and back: from w_1 in (0, alpha h) the last iterate is again w_1
   * at every odd K, and from K = 3 on above the bound if w_1 is long enough. On the cosine the
   * decrease is less than the gap wherever the curvature is negative.
   */
  @Override
  public List<Claim> otherwise(Averaged of) {
    List<Claim> claims = new ArrayList<>();
    Walk walk = of.walk();
    if (walk.line() == Line.COSINE) {
      claims.add(
          new Claim.Exactly(
              "less than the gap near the top",
              Relation.AT_MOST,
              new Slopes(walk, Slopes.Share.GAP),
              Bound.of("F(w) - F_*", name("share").over(2)),
              Checkpoints.range(20, 33)));
      return claims;
    }
    BigFraction turn = walk.step().multiply(walk.slope());
    boolean cycles =
        walk.isCertain()
            && walk.line() == Line.ABSOLUTE
            && walk.start().signum() > 0
            && walk.start().compareTo(turn) < 0;
    if (cycles && of.returned() == Expected.What.GAP_OF_LAST) {
      Checkpoints odd = Checkpoints.of(3, 5, 7, 9, 11, 13, 15, 31, 63);
      claims.add(
          new Claim.Exactly(
              "no better than the start at odd K",
              Relation.EQUAL,
              returned(of),
              Bound.of("h |w_1|", name("h").times(Formula.sqrt(name("R2")))),
              odd));
      BigFraction bound = most().at(Arithmetic.rationals(), constants(of), odd.at().get(0));
      if (walk.start().multiply(walk.slope()).compareTo(bound) > 0) {
        claims.add(
            new Claim.Exactly(
                "above the bound at odd K", Relation.AT_LEAST, returned(of), most(), odd));
      }
    }
    return claims;
  }
}
