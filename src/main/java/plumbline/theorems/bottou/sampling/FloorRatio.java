package plumbline.theorems.bottou.sampling;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * The floor of batches of n = k with stepsize alpha over that of single examples with alpha/n, each
 * from its own step, against the bound at k.
 */
record FloorRatio(Work of) implements Comparison {
  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    List<Pair<T>> pairs = new ArrayList<>();
    for (long n : points.at()) {
      T batch = of.step(in, of.alpha(), (int) n).floor();
      T single = of.step(in, of.alpha().divide((int) n), 1).floor();
      pairs.add(new Pair<>("n = " + n, n, batch.divide(single), bound.at(in, constants, n)));
    }
    return pairs;
  }
}
