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
 * If the average of G_k = |grad F(w_k)|^2 is small, G_k is rarely large: the share of k &lt;= K
 * with G_k &gt;= t is at most (G_1 + ... + G_K)/(K t), and the least G_k is at most the average.
 *
 * <p>Markov's inequality; with Theorem 4.8 the share is at most (alpha L M/mu + 2 Delta/(K mu
 * alpha))/t in the mean. Source: 003, the annotation beside (4.26).
 */
public final class AverageImpliesRarelyLarge implements Theorem<AverageImpliesRarelyLarge.Read> {
  private static final Formula T = name("t");
  private static final Checkpoints ONE_RUN =
      Checkpoints.of(
          1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 20, 24, 31, 32, 40, 50, 64, 75, 99, 100);

  /**
   * Norms and which of them are asked about.
   *
   * @param norms the norms
   * @param which all of k &lt;= K, or the last
   */
  record Read(Norms norms, Which which) {}

  /** Which iterates are asked about. */
  enum Which {
    ALL,
    LAST
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/average-implies-rarely-large",
        List.of(
            Parameter.choice("run", "where the norms come from", "spikes", "sg"),
            Parameter.integer("p", "p", "every p-th norm is t (spikes)", "1", "100", "4"),
            Parameter.real("t", "t", "the level", "0.01", "10", "3"),
            Parameter.real("L", "L", "greatest slope of F' (sg)", "0.1", "10", "1"),
            Parameter.real("alpha", "\\alpha", "stepsize (sg)", "0.01", "1", "1/2"),
            Parameter.real("sigma", "\\sigma", "size of the noise (sg)", "0", "10", "1"),
            Parameter.real("start", "w_1", "start (sg)", "-1", "1", "1"),
            Parameter.choice("asked", "which iterates", "all", "last")),
        List.of(
            preset(SHARP, "every fourth is large", ""),
            preset(SHARP, "all are large", "p=1 t=1/3"),
            preset(TYPICAL, "SG on a periodic function", "run=sg t=1/2"),
            preset(TYPICAL, "SG, little noise", "run=sg L=2 alpha=1/4 sigma=1/2 t=1/4"),
            preset(OUTSIDE, "the last iterate, a late excursion", "p=100 asked=last"),
            preset(OUTSIDE, "the last iterate, every fourth", "asked=last t=1/2")));
  }

  @Override
  public Read setting(Values v) {
    Norms norms =
        new Norms(
            v.choice("run").equals("sg") ? Norms.Kind.SG : Norms.Kind.SPIKES,
            v.integer("p"),
            v.get("t"),
            v.get("L"),
            v.get("alpha"),
            v.get("sigma"),
            v.get("start"));
    return new Read(norms, v.choice("asked").equals("all") ? Which.ALL : Which.LAST);
  }

  @Override
  public Constants constants(Read read) {
    return read.norms().constants();
  }

  @Override
  public List<Hypothesis<Read>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "all iterates up to K are counted, or one drawn at random",
            read ->
                Status.of(
                    read.which() == Which.ALL,
                    read.which() == Which.ALL
                        ? "all are counted"
                        : "the last one is asked about")));
  }

  @Override
  public List<Claim> claims(Read read) {
    Norms norms = read.norms();
    boolean all = read.which() == Which.ALL;
    List<Claim> claims = new ArrayList<>();
    Trial share = new Norms.Compared(norms, all ? Norms.Left.SHARE : Norms.Left.LAST);
    Bound markov = Bound.of("average over t", number(1).over(k().times(T)));
    claims.add(Claim.atMost("rarely large", share, markov, points(norms)));
    Trial least = new Norms.Compared(norms, Norms.Left.LEAST);
    Bound average = Bound.of("average", number(1).over(k()));
    claims.add(Claim.atMost("the least", least, average, points(norms)));
    if (norms.kind() == Norms.Kind.SPIKES && all) {
      // 0 and t are the only values
      claims.add(Claim.equal("rarely large, attained", share, markov, points(norms)));
      if (norms.period() == 1) {
        claims.add(Claim.equal("the least, attained", least, average, points(norms)));
      }
    }
    boolean allowed = norms.alpha().multiply(norms.smoothness()).compareTo(BigFraction.ONE) <= 0;
    if (norms.kind() == Norms.Kind.SG && all && allowed) {
      Formula alpha = name("alpha");
      Formula noise = alpha.times(name("L")).times(name("M")).over(name("mu"));
      Formula start = number(2).times(name("Delta")).over(k().times(name("mu")).times(alpha));
      claims.add(
          claim(
              "rarely large by (4.26b)",
              Relation.AT_MOST,
              new Norms.Compared(norms, Norms.Left.SHARE_ALONE),
              Bound.of(term("noise", noise.over(T)), term("start", start.over(T))),
              points(norms)));
    }
    return claims;
  }

  private static Checkpoints points(Norms norms) {
    return norms.kind() == Norms.Kind.SG ? Checkpoints.of(1, 2, 3, 4, 5, 6, 7, 8) : ONE_RUN;
  }

  private static Claim claim(
      String name, Relation relation, Norms.Compared trial, Bound bound, Checkpoints points) {
    return new Claim.Exactly(name, relation, trial, bound, points);
  }

  /** At K = p the last norm is t and the average t/p: p times what the share may be. */
  @Override
  public List<Claim> otherwise(Read read) {
    Norms norms = read.norms();
    return norms.kind() == Norms.Kind.SG
        ? List.of()
        : List.of(
            claim(
                "the last at K = p",
                Relation.EQUAL,
                new Norms.Compared(norms, Norms.Left.LAST),
                Bound.of("p averages over t", number(norms.period()).over(k().times(T))),
                Checkpoints.of(norms.period())));
  }
}
