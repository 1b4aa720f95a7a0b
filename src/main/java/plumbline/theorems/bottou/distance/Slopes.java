package plumbline.theorems.bottou.distance;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * ghat(w)(w - w_*) against the bound times F(w) - F_* or |w - w_*|^2, at w = k/10 - 3.
 *
 * @param of the objective
 * @param share what the bound multiplies
 */
record Slopes(Walk of, Share share) implements Comparison {
  enum Share {
    GAP,
    SQUARED_DISTANCE
  }

  @Override
  public Axes axes() {
    return new Axes("point k", "value");
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    List<Pair<T>> pairs = new ArrayList<>();
    for (long k : points.at()) {
      T w = in.of(Rationals.of(k - 30, 10));
      T pull = of.subgradient(in, w).multiply(w.subtract(of.line().minimizer(in)));
      T size = share == Share.GAP ? of.gap(in, w) : of.squaredDistance(in, w);
      T right = bound.at(in, constants, k).multiply(size);
      pairs.add(new Pair<>("w = " + Rationals.show(Rationals.of(k - 30, 10)), k, pull, right));
    }
    return pairs;
  }
}
