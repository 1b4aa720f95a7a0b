package plumbline.theorems.bottou.distributed;

import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;

import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorem.Values;
import plumbline.theorems.Search;

/**
 * A model of cost: N H^(-theta) rounds, each of H local steps of c seconds and a communication of C
 * seconds, at the same time or one after the other.
 *
 * @param theta how well local work replaces rounds
 * @param compute c
 * @param rounds N, the rounds at H = 1
 */
public record Cluster(BigFraction theta, BigFraction compute, BigFraction rounds) {
  /** Hc. */
  private static final Formula WORK = name("H").times(name("c"));

  static Cluster of(Values values) {
    return new Cluster(values.get("theta"), values.get("c"), values.get("N"));
  }

  Constants constants() {
    return Constants.none()
        .with("theta", theta, "how well local work replaces rounds")
        .with("c", compute, "seconds of a local step")
        .with("N", rounds, "rounds with one local step each");
  }

  /** How a round spends its time. */
  enum Round {
    /** Computing while communicating. */
    TOGETHER(Formula.max(Cluster.WORK, Formula.k())),
    /** One after the other. */
    IN_TURN(Cluster.WORK.plus(Formula.k()));

    private final Formula seconds;

    Round(Formula seconds) {
      this.seconds = seconds;
    }
  }

  /**
   * The seconds until the goal where a communication takes k seconds, against the bound.
   *
   * @param of the cluster
   * @param round how a round spends its time
   * @param work whether H is the best one, by a search, or k^2
   */
  record Time(Cluster of, Round round, Work work) implements Comparison {
    /** How many local steps are taken. */
    enum Work {
      BEST,
      SQUARE
    }

    private static final double WIDEST = 40;

    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      if (in.isExact() && work == Work.BEST) {
        throw new UnsupportedOperationException("a search finds no fraction exactly");
      }
      return points.at().stream()
          .map(
              k -> new Pair<>("C = " + k, k, seconds(in, constants, k), bound.at(in, constants, k)))
          .toList();
    }

    private <T extends FieldElement<T>> T seconds(Arithmetic<T> in, Constants constants, long k) {
      BigFraction steps =
          work == Work.BEST
              ? Rationals.of(Math.exp(Search.minimiser(x -> logarithm(x, k), -WIDEST, WIDEST)))
              : new BigFraction(k).pow(2);
      Constants at = constants.with("H", steps, "local steps a round");
      Formula needed = name("N").times(name("H").power(number(0).minus(name("theta"))));
      return needed.times(round.seconds).at(in, at, k);
    }

    /** Of the seconds at H = e^x, up to a constant. */
    private double logarithm(double x, long k) {
      double work = of.compute().doubleValue() * Math.exp(x);
      double seconds = round == Round.TOGETHER ? Math.max(work, k) : work + k;
      return Math.log(seconds) - of.theta().doubleValue() * x;
    }
  }
}
