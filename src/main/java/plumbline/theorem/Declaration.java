package plumbline.theorem;

import java.util.List;
import java.util.Map;

/**
 * What a theorem declares of itself: everything that {@code --set}, sliders, URLs, {@code mutate}
 * and generators are driven by.
 *
 * @param id folder/slug of its card
 * @param parameters the axes of its parameter space
 * @param presets its instances, at least one
 */
public record Declaration(String id, List<Parameter> parameters, List<Preset> presets) {
  public Declaration {
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
}
