package plumbline.theorems.bottou.sampling;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/** (1 - x/n)^n, n factors for n = k, against the bound at k; x = alpha c mu. */
record ShortSteps(Work of) implements Comparison {
  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    T x = in.of(of.alpha().multiply(of.c()).multiply(of.h()));
    List<Pair<T>> pairs = new ArrayList<>();
    for (long n : points.at()) {
      T factor = in.of(1).subtract(x.divide(in.of(n)));
      T kept = in.of(1);
      for (long j = 0; j < n; j++) {
        kept = kept.multiply(factor);
      }
      pairs.add(new Pair<>("n = " + n, n, kept, bound.at(in, constants, n)));
    }
    return pairs;
  }
}
