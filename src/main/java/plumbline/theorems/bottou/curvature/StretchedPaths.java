package plumbline.theorems.bottou.curvature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorem.Trial;

/**
 * At every w_k of the path: one step of gradient descent with eta from v = R w_k, the slope of v to
 * E(R^{-1} v) by differences, against R times the update in w whose stepsize is the bound.
 *
 * @param of the objective
 * @param metric what the slope in w is divided by
 */
record StretchedPaths(Stretched of, Metric metric) implements Comparison {
  /** H as stated, its root, or nothing. */
  enum Metric {
    HESSIAN,
    ROOT,
    NONE
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    LinearAlgebra<T> field = new LinearAlgebra<>(in);
    List<List<T>> root = field.lift(of.root());
    Differences<T> differences = new Differences<>(in);
    T step = bound.at(in, constants, 0);
    List<T> w = field.lift(Stretched.START);
    List<Pair<T>> pairs = new ArrayList<>();
    for (long k = 0; k <= points.last(); k++) {
      List<T> v = field.times(root, w);
      List<T> slope = differences.gradient(there -> of.energy(field, field.solve(root, there)), v);
      List<T> moved = field.minus(v, in.of(of.eta()), slope);
      List<T> image = field.times(root, moved(field, w, step));
      for (int j = 0; j < 2; j++) {
        pairs.add(
            new Pair<>("w_new," + (j + 1) + " after k = " + k, k, moved.get(j), image.get(j)));
      }
      w = of.moved(field, w, in.of(of.eta()));
    }
    return pairs;
  }

  private <T extends FieldElement<T>> List<T> moved(LinearAlgebra<T> field, List<T> w, T step) {
    return switch (metric) {
      case HESSIAN -> of.moved(field, w, step);
      case ROOT -> field.minus(w, step, field.solve(field.lift(of.root()), of.slope(field, w)));
      case NONE -> field.minus(w, step, of.slope(field, w));
    };
  }

  @Override
  public Map<String, Trial> mutants() {
    return Map.of(
        "H^(-1/2) in the place of H^(-1)", new StretchedPaths(of, Metric.ROOT),
        "H^(-1) forgotten", new StretchedPaths(of, Metric.NONE));
  }
}
