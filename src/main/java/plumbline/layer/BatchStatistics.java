package plumbline.layer;

import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;

/**
 * Mean and variance of the values that one unit takes on a batch, by which batch normalisation
 * centres and scales them (S. Ioffe, C. Szegedy, 2015; without their epsilon).
 *
 * @param mean the mean
 * @param variance the mean square about it: divided by m, not by m - 1
 * @param <T> the numbers
 */
public record BatchStatistics<T extends FieldElement<T>>(T mean, T variance) {
  /**
   * Of values that occur so often.
   *
   * @param counts how often each value occurs, or with which probability
   */
  public static <T extends FieldElement<T>> BatchStatistics<T> of(
      Arithmetic<T> in, List<T> values, List<T> counts) {
    T total = in.of(0);
    T sum = in.of(0);
    for (int i = 0; i < values.size(); i++) {
      total = total.add(counts.get(i));
      sum = sum.add(counts.get(i).multiply(values.get(i)));
    }
    T mean = sum.divide(total);
    T squares = in.of(0);
    for (int i = 0; i < values.size(); i++) {
      T off = values.get(i).subtract(mean);
      squares = squares.add(counts.get(i).multiply(off).multiply(off));
    }
    return new BatchStatistics<>(mean, squares.divide(total));
  }

  /** Of a batch in which every value occurs once. */
  public static <T extends FieldElement<T>> BatchStatistics<T> of(Arithmetic<T> in, List<T> batch) {
    return of(in, batch, batch.stream().map(x -> in.of(1)).toList());
  }

  /**
   * (x - mean)/sqrt(variance).
   *
   * @throws UnsupportedOperationException if the root is none of this arithmetic's numbers
   */
  public T normalised(Arithmetic<T> in, T x) {
    return x.subtract(mean).divide(in.sqrt(variance));
  }
}
