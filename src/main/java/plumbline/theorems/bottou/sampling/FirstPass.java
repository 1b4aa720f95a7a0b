package plumbline.theorems.bottou.sampling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorem.Trial;

/**
 * E R(w_k) - R_* over all data sets of n independent examples and all orders in which k - 1 of them
 * can be drawn, against the bound at k.
 *
 * @param of the law of an example, stepsize and start; one pass
 * @param n examples in the data set
 * @param drawing which orders there are
 */
record FirstPass(Passes of, int n, Drawing drawing) implements Comparison {
  /** Which example a step takes. */
  enum Drawing {
    /** One not yet taken. */
    WITHOUT_REPLACEMENT,
    /** Any. */
    WITH_REPLACEMENT,
    /** The first one. */
    AGAIN
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    List<Pair<T>> pairs = new ArrayList<>();
    for (long k : points.at()) {
      List<List<Integer>> orders = orders((int) k - 1);
      T sum = in.of(0);
      for (Passes.Sample<T> data : of.samples(in, n)) {
        T risks = in.of(0);
        for (List<Integer> order : orders) {
          risks = risks.add(excess(in, order.stream().map(data.examples()::get).toList()));
        }
        sum = sum.add(data.chance().multiply(risks));
      }
      T mean = sum.divide(in.of(orders.size()));
      pairs.add(new Pair<>("k = " + k, k, mean, bound.at(in, constants, k)));
    }
    return pairs;
  }

  private List<List<Integer>> orders(int steps) {
    return switch (drawing) {
      case AGAIN -> List.of(Collections.nCopies(steps, 0));
      case WITH_REPLACEMENT -> Sequences.all(n, steps);
      case WITHOUT_REPLACEMENT ->
          Sequences.all(n, steps).stream()
              .filter(order -> new HashSet<>(order).size() == steps)
              .toList();
    };
  }

  /** R - R_* = c (w - w_*)^2/2 after steps on these examples. */
  private <T extends FieldElement<T>> T excess(Arithmetic<T> in, List<Integer> examples) {
    T error = of.after(in, examples).subtract(in.of(of.population().minimizer()));
    return error.multiply(error).multiply(in.of(of.population().moment(2, 0).divide(2)));
  }

  @Override
  public Map<String, Trial> mutants() {
    return drawing == Drawing.WITHOUT_REPLACEMENT
        ? Map.of("examples taken again", new FirstPass(of, n, Drawing.WITH_REPLACEMENT))
        : Map.of();
  }
}
