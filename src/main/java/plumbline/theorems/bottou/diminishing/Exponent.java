package plumbline.theorems.bottou.diminishing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Trial;

/**
 * The exponent of the expected gap between k and 8k, ln(e_8k/e_k)/ln 8, against the bound.
 *
 * <p>In doubles alone: a hundred thousand steps err by 1e-9 at most, and what is claimed of an
 * exponent is a hundredth.
 *
 * @param of the recursion
 */
record Exponent(Harmonic of) implements Trial {
  private static final int WIDTH = 8;

  @Override
  public boolean onlyInDoubles() {
    return true;
  }

  @Override
  public <T extends FieldElement<T>> List<Sides<T>> sides(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    TreeSet<Long> read = new TreeSet<>(points.at());
    points.at().forEach(k -> read.add(WIDTH * k));
    Checkpoints at = new Checkpoints(List.copyOf(read));
    List<T> gaps = of.gaps(in, at);
    List<Sides<T>> sides = new ArrayList<>();
    for (long k : points.at()) {
      T early = gaps.get(at.at().indexOf(k));
      T late = gaps.get(at.at().indexOf(WIDTH * k));
      T left = in.ln(late.divide(early)).divide(in.ln(in.of(WIDTH)));
      T right = bound.at(in, constants, k);
      // what is claimed is a number near 1, so its size is the scale
      T scale = in.max(in.abs(right), in.of(Rationals.of(1, 1000)));
      sides.add(
          new Sides<>(
              "k = " + k + " to " + WIDTH * k,
              k,
              left,
              right,
              scale,
              2 * Harmonic.operations(WIDTH * k) / scale.getReal()));
    }
    return sides;
  }
}
