package plumbline.theorem;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A named point of the declared space.
 *
 * @param name unique on its theorem, readable: "S1, alpha at its limit"
 * @param role what it is for
 * @param values what differs from the defaults
 */
public record Preset(String name, Role role, Values values) {
  /** How an instance is called that differs from another: "LS4, with alpha = 1/2". */
  public static String title(String base, Map<String, String> changes) {
    return changes.isEmpty()
        ? base
        : changes.entrySet().stream()
            .map(change -> change.getKey() + " = " + change.getValue())
            .collect(Collectors.joining(", ", base + ", with ", ""));
  }

  /** Name, role, then parameter names and values in turn. */
  public static Preset of(String name, Role role, String... namesAndValues) {
    Values values = Values.none();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values = values.with(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Preset(name, role, values);
  }
}
