package plumbline.exact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.quantity.Quantity;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;

/**
 * The expectations that were worked out lately. The claims of an instance read the same recursion
 * at other checkpoints, or at the same ones once more for a curve or a slope: what is known is
 * given again, and what lies further on is reached from where the last reading stopped. A value
 * does not depend on which others were asked for, so none changes by this.
 *
 * <p>Sixteen sequences stay until others replace them, each with a state of the size of the
 * recursion's second moments: a few matrices of (states d)^2 entries.
 */
final class Lately {
  /** An instance has a few recursions and quantities, each in up to four arithmetics. */
  private static final int MOST = 16;

  private static final Map<Key, Series<?>> KEPT =
      new LinkedHashMap<>(2 * MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Series<?>> eldest) {
          return size() > MOST;
        }
      };

  private Lately() {}

  /** A reading without its checkpoints, and the number system; each of those exists once. */
  private record Key(
      Arithmetic<?> in, Recursion of, Quantity quantity, Fold fold, int coordinate) {}

  /** The values known so far, and the sequence that more are taken from. */
  private static final class Series<T extends FieldElement<T>> {
    private final Map<Long, T> values = new HashMap<>();
    private Folded<T, ?> sequence;

    private T more(long k, Supplier<Folded<T, ?>> begin) {
      Folded<T, ?> from = sequence == null || sequence.isPast(k) ? begin.get() : sequence;
      sequence = null; // a step may throw half way: rationals have no roots
      T value = from.at(k);
      sequence = from;
      values.put(k, value);
      return value;
    }
  }

  /**
   * The reading's value at each of its checkpoints.
   *
   * @param begin the sequence from its start, asked for only where needed
   */
  @SuppressWarnings("unchecked") // a key's arithmetic has one kind of number
  static <T extends FieldElement<T>> List<T> values(
      Arithmetic<T> in, Reading reading, Supplier<Folded<T, ?>> begin) {
    Series<T> series;
    synchronized (KEPT) {
      series =
          (Series<T>)
              KEPT.computeIfAbsent(
                  new Key(
                      in, reading.of(), reading.quantity(), reading.fold(), reading.coordinate()),
                  key -> new Series<T>());
    }
    synchronized (series) {
      List<T> result = new ArrayList<>();
      for (long k : reading.checkpoints().at()) {
        T value = series.values.get(k);
        result.add(value == null ? series.more(k, begin) : value);
      }
      return result;
    }
  }
}
