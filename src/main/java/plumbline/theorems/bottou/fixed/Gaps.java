package plumbline.theorems.bottou.fixed;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.exception.MathRuntimeException;
import plumbline.exact.ClosedMoments;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.quantity.Quantity;
import plumbline.recursion.Reading;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorems.bottou.Setting;

/**
 * E[F(w_k) - F_*] against the bound, at every point, from the recursion of the moments: no chance.
 *
 * @param of what runs
 */
record Gaps(Setting of) implements Comparison {
  /** Rationals grow with every step. */
  private static final long LAST_IN_RATIONALS = 64;

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    List<T> gaps = along(in, of, points);
    List<Pair<T>> pairs = new ArrayList<>();
    for (int i = 0; i < gaps.size(); i++) {
      long k = points.at().get(i);
      pairs.add(new Pair<>("k = " + k, k, gaps.get(i), at(in, constants, bound, k)));
    }
    return pairs;
  }

  /**
   * Outside its hypotheses a bound may divide by 0: in doubles that is a number, here it is not.
   */
  private static <T extends FieldElement<T>> T at(
      Arithmetic<T> in, Constants constants, Bound bound, long k) {
    try {
      return bound.at(in, constants, k);
    } catch (MathRuntimeException division) {
      throw new UnsupportedOperationException("the bound divides by 0 at k = " + k, division);
    }
  }

  /**
   * E[F(w_k) - F_*] at these points, each at least 1.
   *
   * @throws UnsupportedOperationException in rationals beyond k = 64
   */
  static <T extends FieldElement<T>> List<T> along(
      Arithmetic<T> in, Setting of, Checkpoints points) {
    if (in.isExact() && points.last() > LAST_IN_RATIONALS) {
      throw new UnsupportedOperationException("the moments of step " + points.last());
    }
    return ClosedMoments.expectation(in, Reading.at(of.recursion(), Quantity.GAP, points))
        .orElseThrow();
  }
}
