package plumbline.theorems.bottou.nonconvex;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.exact.ClosedMoments;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.quantity.Quantity;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Trial;

/**
 * The mean of E|grad F(w_k)|^2 over k = 1..K plus a multiple of E[F(w_{K+1}) - F_inf], from exact
 * moments, against the bound.
 *
 * @param of the recursion, whose moments close
 * @param gapFactor what multiplies the gap at K + 1
 */
record AverageNorm(Recursion of, Formula gapFactor) implements Trial {
  // beyond this fractions have thousands of digits
  private static final long LONGEST_IN_RATIONALS = 16;

  @Override
  public <T extends FieldElement<T>> List<Sides<T>> sides(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    if (in.isExact() && points.last() > LONGEST_IN_RATIONALS) {
      throw new UnsupportedOperationException("fractions of " + points.last() + " steps");
    }
    Checkpoints next = new Checkpoints(points.at().stream().map(k -> k + 1).toList());
    Reading norms = new Reading(of, Quantity.GRADIENT_NORM_SQUARED, Fold.MEAN_TO, points);
    Reading gap = Reading.at(of, Quantity.GAP, next);
    List<T> means = ClosedMoments.expectation(in, norms).orElseThrow();
    List<T> gaps = ClosedMoments.expectation(in, gap).orElseThrow();
    List<Sides<T>> sides = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      long k = points.at().get(i);
      T left = means.get(i).add(gapFactor.at(in, constants, k).multiply(gaps.get(i)));
      T right = bound.at(in, constants, k);
      double operations =
          ClosedMoments.operations(norms, k) + ClosedMoments.operations(gap, k + 1) + 64;
      T scale = in.abs(left).add(in.abs(right));
      sides.add(new Sides<>("K = " + k, k, left, right, scale, operations));
    }
    return sides;
  }
}
