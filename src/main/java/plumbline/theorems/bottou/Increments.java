package plumbline.theorems.bottou;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.hipparchus.FieldElement;
import plumbline.exact.ClosedMoments;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.quantity.Quantity;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Trial;

/**
 * S_4k - S_2k against r (S_2k - S_k), where S_K is the sum of alpha_k E|grad F(w_k)|^2 to K and r
 * is the bound: the sum is finite if r &lt; 1 for all large k.
 *
 * @param of the recursion, whose moments close
 */
public record Increments(Recursion of) implements Trial {
  // beyond this the fractions have tens of thousands of digits
  private static final long LONGEST_IN_RATIONALS = 64;

  @Override
  public <T extends FieldElement<T>> List<Sides<T>> sides(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    TreeMap<Long, T> sums = new TreeMap<>();
    for (long k : points.at()) {
      for (long at : new long[] {k, 2 * k, 4 * k}) {
        sums.put(at, in.of(0));
      }
    }
    if (in.isExact() && sums.lastKey() > LONGEST_IN_RATIONALS) {
      throw new UnsupportedOperationException(
          "fractions of " + sums.lastKey() + " steps are too long");
    }
    Reading sum =
        new Reading(
            of,
            Quantity.GRADIENT_NORM_SQUARED,
            Fold.WEIGHTED_SUM_TO,
            new Checkpoints(List.copyOf(sums.keySet())));
    List<T> values = ClosedMoments.expectation(in, sum).orElseThrow();
    for (long at : sum.checkpoints().at()) {
      sums.put(at, values.get(sum.checkpoints().at().indexOf(at)));
    }
    List<Sides<T>> sides = new ArrayList<>();
    for (long k : points.at()) {
      T first = sums.get(k);
      T second = sums.get(2 * k);
      T third = sums.get(4 * k);
      T r = bound.at(in, constants, k);
      sides.add(
          new Sides<>(
              "k = " + k + ", " + 2 * k + " and " + 4 * k,
              k,
              third.subtract(second),
              r.multiply(second.subtract(first)),
              third.add(second).add(r.multiply(second.add(first))),
              ClosedMoments.operations(sum, 4 * k)));
    }
    return sides;
  }
}
