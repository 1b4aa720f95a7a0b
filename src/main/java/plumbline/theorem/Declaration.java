package plumbline.theorem;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a theorem declares of itself: everything that {@code --set}, sliders, URLs, {@code mutate}
 * and generators are driven by.
 *
 * @param id folder/slug of its card
 * @param parameters the axes of its parameter space
 * @param presets its instances, at least one
 * @param without why it has no instance of a role, for each that is missing
 */
public record Declaration(
    String id, List<Parameter> parameters, List<Preset> presets, Map<Role, String> without) {
  public Declaration {
    without = Map.copyOf(without);
    parameters = List.copyOf(parameters);
    presets = List.copyOf(presets);
    if (presets.isEmpty()) {
      throw new IllegalArgumentException(id + " declares no instance");
    }
    for (Preset preset : presets) {
      for (Map.Entry<String, String> value : preset.values().text().entrySet()) {
        parameter(id, parameters, value.getKey()).check(value.getValue());
      }
    }
  }

  /** With an instance of every role. */
  public Declaration(String id, List<Parameter> parameters, List<Preset> presets) {
    this(id, parameters, presets, Map.of());
  }

  /** The same without an instance of this role. */
  public Declaration without(Role role, String reason) {
    Map<Role, String> more = new HashMap<>(without);
    more.put(role, reason);
    return new Declaration(id, parameters, presets, more);
  }

  /** Whether an instance has this role. */
  public boolean has(Role role) {
    return presets.stream().anyMatch(preset -> preset.role() == role);
  }

  /** The same values, which are allowed, each number in one spelling: 0.1 as 1/10. */
  public Values spelled(Values values) {
    Values spelled = Values.none();
    for (Map.Entry<String, String> value : values.text().entrySet()) {
      Parameter parameter = parameter(value.getKey());
      spelled = spelled.with(value.getKey(), parameter.spelled(value.getValue()));
    }
    return spelled;
  }

  /**
   * The parameter of this name.
   *
   * @throws IllegalArgumentException if there is none, naming those that there are
   */
  public Parameter parameter(String name) {
    return parameter(id, parameters, name);
  }

  private static Parameter parameter(String id, List<Parameter> parameters, String name) {
    return parameters.stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    id
                        + " has no parameter named "
                        + name
                        + "; it has "
                        + String.join(", ", parameters.stream().map(Parameter::name).toList())
                        + ": set one of these"));
  }

  /** All parameters at their defaults, then these in their place. */
  public Values values(Values chosen) {
    Values all = Values.none();
    for (Parameter parameter : parameters) {
      all = all.with(parameter.name(), parameter.standard());
    }
    for (Map.Entry<String, String> value : chosen.text().entrySet()) {
      parameter(value.getKey()).check(value.getValue());
      all = all.with(value.getKey(), value.getValue());
    }
    return all;
  }

  /** The instance that a change starts from where none is named. */
  public Preset typical() {
    return presets.stream()
        .filter(preset -> preset.role() == Role.TYPICAL)
        .findFirst()
        .orElse(presets.get(0));
  }

  /**
   * An instance by its name, or by a beginning of it that no other shares; capitals do not matter.
   *
   * @throws IllegalArgumentException if none or several are meant, naming those that there are
   */
  public Preset named(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    List<Preset> begins =
        presets.stream().filter(p -> p.name().toLowerCase(Locale.ROOT).startsWith(wanted)).toList();
    List<Preset> same = begins.stream().filter(p -> p.name().equalsIgnoreCase(name)).toList();
    if (same.size() == 1) {
      return same.get(0);
    }
    if (begins.size() == 1) {
      return begins.get(0);
    }
    throw new IllegalArgumentException(
        "%s has %s instance named \"%s\"; it has %s: name one of these"
            .formatted(
                id,
                begins.isEmpty() ? "no" : "more than one",
                name,
                String.join(", ", presets.stream().map(p -> '"' + p.name() + '"').toList())));
  }

  /**
   * The base with these values in place of its own, as the user's instance; the base itself if
   * there are none.
   *
   * @throws IllegalArgumentException if there is no such parameter or it does not take the value
   */
  public Preset yours(Preset base, Map<String, String> changes) {
    if (changes.isEmpty()) {
      return base;
    }
    Values values = base.values();
    for (Map.Entry<String, String> change : changes.entrySet()) {
      values = values.with(change.getKey(), change.getValue());
    }
    values(values);
    return new Preset("yours", Role.YOURS, values);
  }
}
