package plumbline.theorems.bottou.sampling;

import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.exact.ClosedMoments;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.recursion.Reading;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * The expectation of a reading whose moments close against the bound at each of its checkpoints.
 *
 * @param of the reading
 */
record ExactGap(Reading of) implements Comparison {
  private static final long LONGEST_IN_RATIONALS = 16;

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    if (in.isExact() && points.last() > LONGEST_IN_RATIONALS) {
      throw new UnsupportedOperationException(points.last() + " steps are too many for rationals");
    }
    List<T> gaps = ClosedMoments.expectation(in, of.at(points)).orElseThrow();
    return points.at().stream()
        .map(
            k ->
                new Pair<>(
                    "k = " + k, k, gaps.get(points.at().indexOf(k)), bound.at(in, constants, k)))
        .toList();
  }
}
