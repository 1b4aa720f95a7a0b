package plumbline.formula;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;

/**
 * The named constants of a setting, in the order in which they were given: {@code alpha, L, c, mu,
 * M, ...}.
 *
 * @param byName the constants
 */
public record Constants(Map<String, Constant> byName) {
  private static final Constants NONE = new Constants(Map.of());

  public Constants {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  public static Constants none() {
    return NONE;
  }

  /** These constants and one more, or another in place of the one with this name. */
  public Constants with(String name, Constant constant) {
    Map<String, Constant> more = new LinkedHashMap<>(byName);
    more.put(name, constant);
    return new Constants(more);
  }

  public Constants with(String name, BigFraction value, String how) {
    return with(name, Constant.exactly(value, how));
  }

  /** These constants, then the others; a name in both takes the other's value. */
  public Constants and(Constants others) {
    Map<String, Constant> more = new LinkedHashMap<>(byName);
    more.putAll(others.byName);
    return new Constants(more);
  }

  public Constant constant(String name) {
    Constant constant = byName.get(name);
    if (constant == null) {
      throw new IllegalArgumentException(
          "no constant named " + name + "; there are " + byName.keySet());
    }
    return constant;
  }

  public BigFraction exact(String name) {
    return constant(name).exact();
  }

  public double get(String name) {
    return constant(name).value();
  }

  public boolean has(String name) {
    return byName.containsKey(name);
  }

  public Set<String> names() {
    return byName.keySet();
  }
}
