package plumbline.theorems.bottou.diminishing;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Trial;

/**
 * The expected gap at k, or over alpha_k, against the bound.
 *
 * @param of the recursion
 * @param over what it is divided by
 */
record GapPath(Harmonic of, Over over) implements Trial {
  // fractions grow by some digits a step
  private static final long LONGEST_IN_RATIONALS = 64;

  enum Over {
    ONE,
    STEPSIZE
  }

  @Override
  public <T extends FieldElement<T>> List<Sides<T>> sides(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    if (in.isExact() && points.last() > LONGEST_IN_RATIONALS) {
      throw new UnsupportedOperationException("fractions of " + points.last() + " steps");
    }
    List<T> gaps = of.gaps(in, points);
    List<Sides<T>> sides = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      long k = points.at().get(i);
      T left = over == Over.ONE ? gaps.get(i) : gaps.get(i).divide(of.step(in, k));
      T right = bound.at(in, constants, k);
      T scale = left;
      for (Bound.Term term : bound.terms()) {
        scale = scale.add(in.abs(term.formula().at(in, constants, k)));
      }
      sides.add(new Sides<>("k = " + k, k, left, right, scale, Harmonic.operations(k)));
    }
    return sides;
  }
}
