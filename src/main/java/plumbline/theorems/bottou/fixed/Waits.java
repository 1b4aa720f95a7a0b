package plumbline.theorems.bottou.fixed;

import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * How long stage k of the halving protocol takes, each started exactly where the trigger before it
 * stands; counted in steps of the recursion.
 *
 * @param of which number is compared with the bound
 */
record Waits(Of of) implements Comparison {
  /** Stages whose stepsize is shorter by more than this take too long to be counted. */
  private static final double SHORTEST = 1 << 12;

  /** A number made of the steps tau_k. */
  enum Of {
    /** tau_k. */
    STEPS,
    /** tau_(k+1) - 2 tau_k. */
    LAG,
    /** (trigger - rest)/(start - rest), without any step; rest is where the steps would end. */
    FACTOR
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    double cut = constants.get("cut");
    return points.at().stream()
        .filter(k -> k <= 2 || Math.pow(cut, k + 1) <= SHORTEST)
        .map(k -> new Pair<>("stage " + k, k, left(in, constants, k), bound.at(in, constants, k)))
        .toList();
  }

  private <T extends FieldElement<T>> T left(Arithmetic<T> in, Constants x, long k) {
    return switch (of) {
      case STEPS -> in.of(Protocol.wait(in, x, k));
      case LAG -> in.of(Protocol.wait(in, x, k + 1) - 2 * Protocol.wait(in, x, k));
      case FACTOR -> {
        Constants now = Protocol.after(x, k);
        BigFraction rest = Protocol.rest(now);
        T above = in.of(Protocol.trigger(now).subtract(rest));
        yield above.divide(in.of(Protocol.trigger(Protocol.after(x, k - 1)).subtract(rest)));
      }
    };
  }
}
