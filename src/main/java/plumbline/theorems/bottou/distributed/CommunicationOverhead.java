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
import plumbline.theorems.bottou.distributed.Cluster.Round;
import plumbline.theorems.bottou.distributed.Cluster.Time.Work;

/**
 * If N H^(-theta) rounds of H local steps are needed and a round takes max(Hc, C) seconds, H = C/c
 * is best and takes N C^(1-theta) c^theta seconds (003, "Communication overhead").
 */
public final class CommunicationOverhead implements Theorem<Cluster> {
  private static final Checkpoints SECONDS = Checkpoints.of(1, 2, 4, 9, 16, 32, 64, 144, 256, 1000);
  private static final Formula THETA = name("theta");
  private static final Formula REST = number(1).minus(THETA);
  private static final Formula TOGETHER =
      name("N").times(k().power(REST)).times(name("c").power(THETA));
  private static final Formula TWICE = TOGETHER.times(2);

  /** With these seconds and H = k^2 the work takes longer, whatever c is allowed. */
  private static final Checkpoints LONG = Checkpoints.of(100, 121, 144, 196, 256, 400);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/communication-overhead",
        List.of(
            Parameter.real(
                "theta", "\\theta", "how well local work replaces rounds", "1/20", "2", "1/2"),
            Parameter.real("c", "c", "seconds of a local step", "1/100", "100", "1/4"),
            Parameter.real("N", "N", "rounds with one local step each", "1", "1000000", "100")),
        List.of(
            preset(SHARP, "theta = 1/2", ""),
            preset(TYPICAL, "local work helps little", "theta=1/4 c=3"),
            preset(TYPICAL, "local work helps much", "theta=4/5 c=1/10 N=7"),
            preset(OUTSIDE, "local work without diminishing returns", "theta=5/4")));
  }

  @Override
  public Cluster setting(Values values) {
    return Cluster.of(values);
  }

  @Override
  public Constants constants(Cluster cluster) {
    return cluster.constants();
  }

  @Override
  public List<Hypothesis<Cluster>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "local work has diminishing returns, 0 < theta < 1",
            of ->
                Status.of(
                    of.theta().compareTo(BigFraction.ONE) < 0,
                    "theta = " + Rationals.show(of.theta()))));
  }

  @Override
  public List<Claim> claims(Cluster cluster) {
    if (cluster.theta().compareTo(BigFraction.ONE) >= 0) {
      return List.of(
          claim(
              "best time, together",
              Relation.EQUAL,
              cluster,
              Round.TOGETHER,
              Work.SQUARE,
              TOGETHER));
    }
    Formula share = THETA.over(REST);
    Formula inTurn = TOGETHER.over(REST).times(share.power(number(0).minus(THETA)));
    List<Claim> claims =
        new ArrayList<>(
            List.of(
                claim(
                    "best time, together",
                    Relation.EQUAL,
                    cluster,
                    Round.TOGETHER,
                    Work.BEST,
                    TOGETHER),
                claim(
                    "best time, in turn",
                    Relation.EQUAL,
                    cluster,
                    Round.IN_TURN,
                    Work.BEST,
                    inTurn),
                claim(
                    "in turn takes at most twice as long",
                    Relation.AT_MOST,
                    cluster,
                    Round.IN_TURN,
                    Work.BEST,
                    TWICE)));
    if (cluster.theta().equals(BigFraction.ONE_HALF)) {
      claims.add(
          claim(
              "twice as long, attained", Relation.EQUAL, cluster, Round.IN_TURN, Work.BEST, TWICE));
    }
    return claims;
  }

  /** Then more local work always helps: with H = k^2, N H^(1 - theta) c, which falls in H. */
  @Override
  public List<Claim> otherwise(Cluster cluster) {
    return List.of(
        claim(
            "time of long rounds",
            Relation.EQUAL,
            cluster,
            Round.TOGETHER,
            Work.SQUARE,
            name("N").times(name("c")).times(k().power(REST.times(2)))));
  }

  private static Claim claim(
      String name, Relation relation, Cluster of, Round round, Work work, Formula bound) {
    return new Claim.Exactly(
        name,
        relation,
        new Cluster.Time(of, round, work),
        Bound.of("seconds", bound),
        work == Work.SQUARE ? LONG : SECONDS);
  }
}
