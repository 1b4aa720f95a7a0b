package plumbline.theorems.bottou.curvature;

import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * How far the gradient after the step is from a printed pair, the slope along w_1 by differences of
 * F, against the bound.
 *
 * @param of the start and the step
 * @param printed first entry as printed; the second is 0
 */
record NewGradient(Bowl of, BigFraction printed) implements Comparison {
  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    T step = in.of(of.gamma());
    T x = in.of(of.w1()).multiply(in.of(1).subtract(step));
    T y = in.of(of.w2()).add(step.multiply(Bowl.newton(in, in.of(of.w2()), 2)));
    T first = new Differences<>(in).slope(h -> Bowl.value(in, x.add(h), y));
    T half = bound.at(in, constants, 0);
    return List.of(
        new Pair<>("first entry", 0, in.abs(first.subtract(in.of(printed))), half),
        new Pair<>("second entry", 1, in.abs(Bowl.slope(in, y)), half));
  }
}
