package plumbline.theorems.bottou.diminishing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.hipparchus.FieldElement;
import plumbline.exact.ClosedMoments;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.quantity.Quantity;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Trial;

/**
 * The expected gap e_{k+1} against e_k times the bound's term {@link #KEPT} plus its other terms,
 * both gaps from exact moments.
 *
 * @param of the recursion, whose moments close
 */
record OneStep(Recursion of) implements Trial {
  /** The name of the term that multiplies e_k. */
  static final String KEPT = "what is kept of e_k";

  // beyond this fractions have thousands of digits
  private static final long LONGEST_IN_RATIONALS = 16;

  @Override
  public <T extends FieldElement<T>> List<Sides<T>> sides(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    if (in.isExact() && points.last() > LONGEST_IN_RATIONALS) {
      throw new UnsupportedOperationException("fractions of " + points.last() + " steps");
    }
    TreeSet<Long> read = new TreeSet<>(points.at());
    points.at().forEach(k -> read.add(k + 1));
    Checkpoints at = new Checkpoints(List.copyOf(read));
    Reading gap = Reading.at(of, Quantity.GAP, at);
    List<T> gaps = ClosedMoments.expectation(in, gap).orElseThrow();
    List<Sides<T>> sides = new ArrayList<>();
    for (long k : points.at()) {
      T here = gaps.get(at.at().indexOf(k));
      T next = gaps.get(at.at().indexOf(k + 1));
      T right = in.of(0);
      T scale = in.abs(next);
      for (Bound.Term term : bound.terms()) {
        T value = term.formula().at(in, constants, k);
        T counted = term.name().equals(KEPT) ? value.multiply(here) : value;
        right = right.add(counted);
        scale = scale.add(in.abs(counted));
      }
      double operations = 2 * ClosedMoments.operations(gap, k + 1) + 32;
      sides.add(new Sides<>("k = " + k, k, next, right, scale, operations));
    }
    return sides;
  }
}
