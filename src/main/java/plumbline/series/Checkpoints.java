package plumbline.series;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * The iterations at which a quantity is recorded, increasing, each at least 1 (w_1 is the start).
 *
 * @param at the iterations
 */
public record Checkpoints(List<Long> at) {
  public Checkpoints {
    at = List.copyOf(at);
    if (at.isEmpty()) {
      throw new IllegalArgumentException("a claim needs at least one checkpoint, got none");
    }
    for (int i = 0; i < at.size(); i++) {
      if (at.get(i) < 0 || (i > 0 && at.get(i) <= at.get(i - 1))) {
        throw new IllegalArgumentException("checkpoints must be increasing and >= 0, got " + at);
      }
    }
  }

  public static Checkpoints of(long... at) {
    return new Checkpoints(LongStream.of(at).boxed().toList());
  }

  /** first, first + 1, ..., last. */
  public static Checkpoints range(long first, long last) {
    return new Checkpoints(LongStream.rangeClosed(first, last).boxed().toList());
  }

  /** 1, 2, 3, 4, 6, 8, then powers of two up to {@code last}. */
  public static Checkpoints geometric(long last) {
    TreeSet<Long> at = new TreeSet<>(List.of(1L, 2L, 3L, 4L, 6L, 8L));
    for (long k = 16; k <= last; k *= 2) {
      at.add(k);
    }
    at.add(last);
    at.tailSet(last, false).clear();
    return new Checkpoints(List.copyOf(at));
  }

  public long last() {
    return at.get(at.size() - 1);
  }

  public int size() {
    return at.size();
  }
}
