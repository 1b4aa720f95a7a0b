package plumbline.theorems.bottou.nonconvex;

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

/**
 * With alpha = min(mu/(L M_G), sqrt(2 Delta/(L M K))) for K steps, the mean of E|grad F(w_k)|^2
 * over k = 1..K is at most (2/mu) sqrt(2 L M Delta/K) + 2 Delta L M_G/(mu^2 K).
 *
 * <p>A corollary of Theorem 4.8. Source: 003, (4.26b) and the annotations beside it.
 */
public final class SqrtKCorollary implements Theorem<BestFixed> {
  private static final Formula LM = name("L").times(name("M"));
  private static final Checkpoints POINTS =
      Checkpoints.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 1024, 4096, 16384, 65536, 1048576);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/sqrtK-corollary",
        List.of(
            Parameter.real("c", "c", "curvature, c = L", "0.01", "100", "2"),
            Parameter.real("h", "h", "the mean of g is h grad F", "0.1", "10", "1"),
            Parameter.real("s2", "s^2", "variance of the factor 1 + s zeta", "0", "10", "0"),
            Parameter.real("M", "M", "variance of the additive noise", "0", "100", "3"),
            Parameter.real("start", "w_1", "the start", "-10", "10", "2"),
            Parameter.real(
                "alpha", "\\alpha", "a stepsize for all K (0: the best)", "0", "1", "0")),
        List.of(
            preset(SHARP, "without noise", "M=0"),
            preset(TYPICAL, "additive noise", ""),
            preset(TYPICAL, "both noises, mu = 3/4", "h=3/4 s2=1/2 M=1/2"),
            preset(TYPICAL, "from the minimum's neighbourhood", "start=1/10 M=1"),
            preset(OUTSIDE, "alpha the same for all K", "alpha=1/8")));
  }

  @Override
  public BestFixed setting(Values v) {
    return new BestFixed(
        v.get("c"), v.get("h"), v.get("s2"), v.get("M"), v.get("start"), v.get("alpha"));
  }

  @Override
  public Constants constants(BestFixed of) {
    return of.constants();
  }

  @Override
  public List<Hypothesis<BestFixed>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "Delta > 0: from a minimum the stepsize would be 0",
            of -> Status.of(!of.start().isZero(), "w_1 = " + Rationals.show(of.start()))),
        new Hypothesis<>(
            "alpha = min(mu/(L M_G), sqrt(2 Delta/(L M K))) for each K",
            of ->
                Status.of(
                    of.fixed().isZero(),
                    of.fixed().isZero()
                        ? "it is computed so"
                        : "alpha = " + Rationals.show(of.fixed()) + " for every K")));
  }

  @Override
  public List<Claim> claims(BestFixed of) {
    Formula start = number(2).times(name("Delta"));
    Formula noise = number(2).times(Formula.sqrt(start.times(LM).over(k()))).over(name("mu"));
    Formula rest = start.times(name("L")).times(name("M_G")).over(name("mu").power(2).times(k()));
    Bound bound = Bound.of(term("of order 1/sqrt(K)", noise), term("of order 1/K", rest));
    List<Claim> claims = new ArrayList<>();
    claims.add(claim("average at most", Relation.AT_MOST, of, bound));
    if (of.endsAtOnce()) {
      // with noise the bound is about twice the average
      claims.add(claim("average at most, attained", Relation.EQUAL, of, bound));
    }
    return claims;
  }

  private static Claim claim(String name, Relation relation, BestFixed of, Bound bound) {
    return new Claim.Exactly(name, relation, new BestFixed.Average(of), bound, POINTS);
  }

  /** A plateau: from the minimum upwards the mean square tends to its floor from either side. */
  @Override
  public List<Claim> otherwise(BestFixed of) {
    Constants x = of.constants();
    BigFraction net =
        x.exact("mu")
            .multiply(2)
            .subtract(of.fixed().multiply(x.exact("L")).multiply(x.exact("M_G")));
    BigFraction floor = of.fixed().multiply(x.exact("L")).multiply(x.exact("M"));
    BigFraction first = x.exact("Delta").multiply(x.exact("c")).multiply(2);
    boolean above = net.signum() > 0 && first.multiply(net).compareTo(floor) >= 0;
    if (of.fixed().isZero() || !above) {
      return List.of();
    }
    Formula alpha = name("alpha");
    Formula plateau =
        alpha
            .times(LM)
            .over(number(2).times(name("mu")).minus(alpha.times(name("L")).times(name("M_G"))));
    return List.of(
        claim("a plateau", Relation.AT_LEAST, of, Bound.of("alpha L M/(2 mu - ...)", plateau)));
  }
}
