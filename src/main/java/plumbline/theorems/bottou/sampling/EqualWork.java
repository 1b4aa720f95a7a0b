package plumbline.theorems.bottou.sampling;

import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * E F - F_* after n (k - 1) gradients, exactly, against the bound at k.
 *
 * @param of the problem
 * @param by k - 1 steps on batches, or n times as many short ones on single examples
 */
record EqualWork(Work of, By by) implements Comparison {
  /** How the gradients are used. */
  enum By {
    BATCH,
    SINGLE
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    int each = by == By.BATCH ? 1 : of.n();
    List<T> gaps =
        by == By.BATCH
            ? of.gaps(in, of.alpha(), of.n(), points.last() - 1)
            : of.gaps(in, of.alpha().divide(of.n()), 1, each * (points.last() - 1));
    return points.at().stream()
        .map(
            k ->
                new Pair<>(
                    "k = " + k, k, gaps.get((int) (each * (k - 1))), bound.at(in, constants, k)))
        .toList();
  }
}
