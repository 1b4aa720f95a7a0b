package plumbline.theorems.bottou.distance;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * An expectation over all paths of the noise, against the bound.
 *
 * @param of the walk
 * @param what is read off a path of K iterates
 */
record Expected(Walk of, What what) implements Comparison {
  enum What {
    /** F of the average of w_1, ..., w_K. */
    GAP_OF_AVERAGE,
    /** F(w_K). */
    GAP_OF_LAST,
    /** |w_K - w_*|^2. */
    SQUARED_DISTANCE
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    List<List<Walk.Path<T>>> paths = of.paths(in, points.last());
    List<Pair<T>> pairs = new ArrayList<>();
    for (long k : points.at()) {
      List<Walk.Path<T>> here = paths.get((int) k - 1);
      T sum = in.of(0);
      for (Walk.Path<T> path : here) {
        sum = sum.add(read(in, path, k));
      }
      T mean = sum.divide(in.of(here.size()));
      pairs.add(new Pair<>("K = " + k, k, mean, bound.at(in, constants, k)));
    }
    return pairs;
  }

  private <T extends FieldElement<T>> T read(Arithmetic<T> in, Walk.Path<T> path, long k) {
    return switch (what) {
      case GAP_OF_AVERAGE -> of.gap(in, path.sum().divide(in.of(k)));
      case GAP_OF_LAST -> of.gap(in, path.at());
      case SQUARED_DISTANCE -> of.squaredDistance(in, path.at());
    };
  }
}
