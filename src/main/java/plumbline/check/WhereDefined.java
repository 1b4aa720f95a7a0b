package plumbline.check;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.FieldElement;
import org.hipparchus.util.Binary64;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Trial;

/**
 * A trial at those of its points where both sides are numbers: an error in a formula can divide by
 * 0 at one point and be plainly false at the next. Where there is no such point, all are left.
 */
record WhereDefined(Trial trial) implements Trial {
  @Override
  public <T extends FieldElement<T>> List<Sides<T>> sides(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    List<Sides<T>> all = trial.sides(in, constants, bound, points);
    List<Sides<Binary64>> doubles = trial.sides(Arithmetic.doubles(), constants, bound, points);
    List<Sides<T>> defined =
        IntStream.range(0, all.size())
            .filter(i -> isNumber(doubles.get(i)))
            .mapToObj(all::get)
            .toList();
    return defined.isEmpty() ? all : defined;
  }

  private static boolean isNumber(Sides<Binary64> s) {
    return !Double.isNaN(s.left().getReal())
        && !Double.isNaN(s.right().getReal())
        && !Double.isNaN(s.scale().getReal());
  }

  @Override
  public boolean onlyInDoubles() {
    return trial.onlyInDoubles();
  }

  @Override
  public Axes axes() {
    return trial.axes();
  }
}
