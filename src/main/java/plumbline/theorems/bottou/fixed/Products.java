package plumbline.theorems.bottou.fixed;

import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * The halving protocol from F(w_1) on, change by change, against the bound.
 *
 * @param of which number is compared
 */
record Products(Of of) implements Comparison {
  /** A number made of k and b_k. */
  enum Of {
    /** k b_k at change j. */
    CHANGES,
    /** The greatest k b_k from change j to the next. */
    BETWEEN,
    /** k times the gap itself at change j, where the protocol looks at the gap itself. */
    ITSELF,
    /** b_k at change j, where changes come by the clock. */
    CLOCKED
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants x, Bound bound, Checkpoints points) {
    Protocol.Gap gap = of == Of.ITSELF ? Protocol.Gap.ITSELF : Protocol.Gap.BOUND;
    long clock = x.exact("clock").longValue();
    int count = Math.toIntExact(points.last()) + 1;
    List<Protocol.Stage<T>> stages =
        Protocol.stages(in, x, in.of(x.exact("Delta")), gap, count, clock);
    return points.at().stream()
        .map(j -> new Pair<>("change " + j, j, left(in, stages, j), bound.at(in, x, j)))
        .toList();
  }

  private <T extends FieldElement<T>> T left(
      Arithmetic<T> in, List<Protocol.Stage<T>> stages, long j) {
    Protocol.Stage<T> stage = stages.get((int) j - 1);
    return switch (of) {
      case CHANGES, ITSELF -> stage.gap().multiply(in.of(stage.last()));
      case BETWEEN -> stages.get((int) j).most();
      case CLOCKED -> stage.gap();
    };
  }
}
