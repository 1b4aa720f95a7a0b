package plumbline.theorem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import plumbline.series.Rationals;

/**
 * A point of a declared parameter space: for each parameter a number, exact, or one of its choices.
 *
 * @param text the values as written, by parameter name: "5/17", "LS4"
 */
public record Values(Map<String, String> text) {
  public Values {
    text = Collections.unmodifiableMap(new LinkedHashMap<>(text));
  }

  public static Values none() {
    return new Values(Map.of());
  }

  public Values with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(text);
    more.put(name, value);
    return new Values(more);
  }

  /** The number, exactly. */
  public BigFraction get(String name) {
    return Rationals.parse(choice(name));
  }

  public double number(String name) {
    return get(name).doubleValue();
  }

  /** The number, where it is an integer. */
  public int integer(String name) {
    return get(name).getNumerator().divide(get(name).getDenominator()).intValueExact();
  }

  /** The value as written. */
  public String choice(String name) {
    String value = text.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "no parameter named " + name + "; there are " + text.keySet());
    }
    return value;
  }
}
