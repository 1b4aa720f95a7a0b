package plumbline.exact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was worked out lately of large data, told apart by identity: to compare thousands of rows
 * would cost what is saved.
 *
 * @param <K> the data
 * @param <V> what is made of them
 */
final class Kept<K, V> {
  private static final int MOST = 8;

  private final Function<K, V> make;
  private final Map<Same<K>, V> kept =
      new LinkedHashMap<>(2 * MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Same<K>, V> eldest) {
          return size() > MOST;
        }
      };

  private record Same<K>(K data) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Same<?> same && same.data == data;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(data);
    }
  }

  Kept(Function<K, V> make) {
    this.make = make;
  }

  synchronized V of(K data) {
    return kept.computeIfAbsent(new Same<>(data), key -> make.apply(data));
  }
}
