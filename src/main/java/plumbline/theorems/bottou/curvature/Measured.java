package plumbline.theorems.bottou.curvature;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/** A number at every point, computed without the claim's formula, against the claim's bound. */
interface Measured extends Comparison {
  /** One number a point, in order. */
  <T extends FieldElement<T>> List<T> values(Arithmetic<T> in, Checkpoints points);

  /** The point k in words; no iteration where something else is swept. */
  default String point(long k) {
    return "k = " + k;
  }

  @Override
  default <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    List<T> values = values(in, points);
    List<Pair<T>> pairs = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      long k = points.at().get(i);
      pairs.add(new Pair<>(point(k), k, values.get(i), bound.at(in, constants, k)));
    }
    return pairs;
  }
}
