package plumbline.theorem;

import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Counted;
import plumbline.formula.Counting;
import plumbline.series.Checkpoints;

/**
 * A trial that says only what is compared; scale and number of roundings are counted by the
 * arithmetic it runs in.
 */
public interface Comparison extends Trial {
  /**
   * Both sides at every point.
   *
   * @throws UnsupportedOperationException if this arithmetic cannot carry it
   */
  <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points);

  /**
   * Left (relation) right.
   *
   * @param what the point in words: "k = 10", "coordinate 2 at k = 5"
   * @param k the point, for drawing
   * @param <T> the numbers
   */
  record Pair<T extends FieldElement<T>>(String what, long k, T left, T right) {}

  @Override
  default <T extends FieldElement<T>> List<Sides<T>> sides(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    return pairs(new Counting<>(in), constants, bound, points).stream()
        .map(
            pair -> {
              Counted<T> left = pair.left();
              Counted<T> right = pair.right();
              return new Sides<>(
                  pair.what(),
                  pair.k(),
                  left.value(),
                  right.value(),
                  left.scale().add(right.scale()),
                  Math.max(left.operations(), right.operations()) + 1);
            })
        .toList();
  }
}
