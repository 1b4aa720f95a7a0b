package plumbline.random;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Walks through the addresses, by name: one part moves, the others stay, or two move at once. */
final class Lines {
  private static final long SEED = 20;
  private static final long INSTANCE = Address.hash("lines of addresses");

  /** Where the line that goes up in replicas and down in iterations starts. */
  private static final int HIGH = 1 << 20;

  static final Map<String, IntFunction<Address>> ALL = all();

  private Lines() {}

  private static Map<String, IntFunction<Address>> all() {
    Map<String, IntFunction<Address>> lines = new TreeMap<>();
    lines.put("replica", t -> new Address(SEED, INSTANCE, t, 1, 0, 2));
    lines.put("iteration", t -> new Address(SEED, INSTANCE, 0, t + 1, 0, 2));
    lines.put("slot", t -> new Address(SEED, INSTANCE, 0, 1, t, 2));
    lines.put("purpose", t -> new Address(SEED, INSTANCE, 0, 1, 0, t));
    lines.put("seed", t -> new Address(SEED + t, INSTANCE, 0, 1, 0, 2));
    lines.put("instance", t -> new Address(SEED, INSTANCE + t, 0, 1, 0, 2));
    lines.put("name", t -> new Address(SEED, Address.hash("instance " + t), 0, 1, 0, 2));
    lines.put("replica against iteration", t -> new Address(SEED, INSTANCE, t, HIGH - t, 0, 2));
    return lines;
  }

  static int[] words(String line, int t, Sources source) {
    return source.apply(ALL.get(line).apply(t));
  }
}
