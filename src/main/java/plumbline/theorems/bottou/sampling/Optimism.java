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
 * E (R - R_n) at the minimizer of R_n over all samples of n = k, against the bound; every example
 * has the input 1, so that the minimizer is the mean of the targets.
 */
record Optimism(Passes of) implements Comparison {
  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    Examples all = of.population();
    List<Pair<T>> pairs = new ArrayList<>();
    for (long k : points.at()) {
      T gap = in.of(0);
      for (Passes.Sample<T> sample : of.samples(in, (int) k)) {
        T w = in.of(0);
        for (int i : sample.examples()) {
          w = w.add(in.of(all.y(i)).divide(in.of(k)));
        }
        T risk = in.of(0);
        for (int i = 0; i < all.size(); i++) {
          risk = risk.add(in.of(all.chance(i)).multiply(loss(in, w, i)));
        }
        for (int i : sample.examples()) {
          risk = risk.subtract(loss(in, w, i).divide(in.of(k)));
        }
        gap = gap.add(sample.chance().multiply(risk));
      }
      pairs.add(new Pair<>("n = " + k, k, gap, bound.at(in, constants, k)));
    }
    return pairs;
  }

  private <T extends FieldElement<T>> T loss(Arithmetic<T> in, T w, int i) {
    T error = w.subtract(in.of(of.population().y(i)));
    return error.multiply(error).divide(in.of(2));
  }
}
