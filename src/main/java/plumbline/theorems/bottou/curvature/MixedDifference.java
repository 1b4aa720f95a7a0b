package plumbline.theorems.bottou.curvature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorem.Trial;

/**
 * f(x, y) - f(x, -1) - f(-1, y) + f(-1, -1) at (x, y) = (k/4, k/8), against the bound, or against
 * the bound times the integral of f_xy by Simpson's rule, which is exact for it.
 *
 * @param of the function
 * @param right what it is compared with
 * @param corners the number of corners that are taken: 4, or an error
 */
record MixedDifference(Surface of, Right right, int corners) implements Comparison {
  /** What it is compared with. */
  enum Right {
    BOUND,
    INTEGRAL
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    T base = in.of(-1);
    List<Pair<T>> pairs = new ArrayList<>();
    for (long k : points.at()) {
      T x = in.of(Rationals.of(k, 4));
      T y = in.of(Rationals.of(k, 8));
      T left = of.at(in, x, y).subtract(of.at(in, x, base)).subtract(of.at(in, base, y));
      if (corners == 4) {
        left = left.add(of.at(in, base, base));
      }
      T factor = bound.at(in, constants, k);
      T other =
          right == Right.BOUND
              ? factor
              : simpson(in, x, a -> simpson(in, y, b -> of.mixed(in, a, b))).multiply(factor);
      pairs.add(new Pair<>("x = 2y = " + k + "/4", k, left, other));
    }
    return pairs;
  }

  /** From -1 to the end. */
  private static <T extends FieldElement<T>> T simpson(Arithmetic<T> in, T end, Function<T, T> f) {
    T start = in.of(-1);
    T middle = f.apply(start.add(end).divide(in.of(2))).multiply(4);
    T sum = f.apply(start).add(middle).add(f.apply(end));
    return sum.multiply(end.subtract(start)).divide(in.of(6));
  }

  @Override
  public Map<String, Trial> mutants() {
    return Map.of("the fourth corner forgotten", new MixedDifference(of, right, 3));
  }
}
