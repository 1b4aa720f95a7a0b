package plumbline.lab;

import static plumbline.report.PageParts.text;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import plumbline.report.PageParts;
import plumbline.series.Rationals;
import plumbline.theorem.Declaration;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;

/**
 * What moves an instance, made from the declaration alone: the instances to start from, a slider
 * beside an exact entry for every number, a list for every choice.
 */
final class Controls {
  /** Of more than these some are folded. */
  private static final int MOST_OPEN = 6;

  /** A range that spans as much is divided by ratio: a tenth of a slider is then a decade or so. */
  private static final int WIDE = 100;

  /** A value so far below the greatest would be a few pixels from 0. */
  private static final int NEAR_ZERO = 20;

  private final PageParts parts;
  private final Declaration declaration;
  private final Setting setting;
  private final Map<String, String> base;
  private final Map<String, String> now;

  Controls(PageParts parts, Declaration declaration, Setting setting) {
    this.parts = parts;
    this.declaration = declaration;
    this.setting = setting;
    base = declaration.values(setting.base().values()).text();
    now = declaration.values(setting.instance(declaration).values()).text();
  }

  /**
   * @param standardSeed the seed that an address need not name
   */
  String html(long standardSeed) {
    List<Parameter> all = declaration.parameters();
    Set<String> open = open();
    List<Parameter> first =
        all.size() <= MOST_OPEN ? all : all.stream().filter(p -> open.contains(p.name())).toList();
    List<Parameter> rest = all.stream().filter(p -> !first.contains(p)).toList();
    String folded =
        rest.isEmpty()
            ? ""
            : "<details><summary>%d more parameters, at their defaults</summary>\n%s</details>\n"
                .formatted(rest.size(), rest.stream().map(this::control).collect(joined()));
    return instances()
        + first.stream().map(this::control).collect(joined())
        + folded
        + """
        <div class="control"><label for="seed">seed of the draws</label><input type="text" id="seed" name="seed" value="%d" data-base="%d" inputmode="numeric" autocomplete="off" spellcheck="false"></div>
        <p class="take"><a href="?from=%s">Back to the instance's values</a> <noscript><button>Show</button></noscript></p>
        """
            .formatted(
                setting.seed(),
                standardSeed,
                text(
                    java.net.URLEncoder.encode(
                        setting.base().name(), java.nio.charset.StandardCharsets.UTF_8)));
  }

  /** What the instance sets itself, and what an instance outside sets to break a hypothesis. */
  private Set<String> open() {
    Set<String> names = new HashSet<>(setting.instance(declaration).values().text().keySet());
    declaration.presets().stream()
        .filter(preset -> preset.role() == Role.OUTSIDE)
        .forEach(preset -> names.addAll(preset.values().text().keySet()));
    return names;
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining();
  }

  private String instances() {
    StringBuilder out =
        new StringBuilder(
            "<div class=\"control\"><label for=\"from\">instance</label><select id=\"from\""
                + " name=\"from\">\n");
    for (Role role : Role.values()) {
      List<Preset> presets = declaration.presets().stream().filter(p -> p.role() == role).toList();
      if (!presets.isEmpty()) {
        out.append("<optgroup label=\"").append(group(role)).append("\">");
        presets.forEach(preset -> out.append(option(preset.name(), setting.base().name())));
        out.append("</optgroup>\n");
      }
    }
    return out.append("</select></div>\n").toString();
  }

  private static String group(Role role) {
    return switch (role) {
      case SHARP -> "sharp: the bound is attained";
      case TYPICAL -> "typical";
      case OUTSIDE -> "outside: a hypothesis fails";
      case YOURS -> "yours";
    };
  }

  private static String option(String value, String selected) {
    return "<option value=\"%1$s\"%2$s>%1$s</option>"
        .formatted(text(value), value.equals(selected) ? " selected" : "");
  }

  private String control(Parameter parameter) {
    String field = "set." + parameter.name();
    String symbol = parameter.symbol().isEmpty() ? "" : parts.line("$" + parameter.symbol() + "$ ");
    String label =
        "<label for=\"%s\">%s<span class=\"name\">%s</span> <span class=\"role\">%s</span></label>"
            .formatted(
                text(field), symbol, text(parameter.name()), parts.line(parameter.meaning()));
    String own = text(base.get(parameter.name()));
    if (parameter.kind() == Parameter.Kind.CHOICE) {
      String options =
          parameter.choices().stream()
              .map(choice -> option(choice, now.get(parameter.name())))
              .collect(joined());
      return "<div class=\"control\">%s<select id=\"%2$s\" name=\"%2$s\" data-base=\"%3$s\">%4$s</select></div>\n"
          .formatted(label, text(field), own, options);
    }
    return """
    <div class="control number">%s<input type="range" min="0" max="%d" step="1" data-for="%s" data-scale="%s" data-least="%s" data-greatest="%s" data-least-text="%s" data-greatest-text="%s" data-integer="%b" aria-label="%s, from %s to %s"><input type="text" id="%3$s" name="%3$s" value="%s" data-base="%s" inputmode="text" autocomplete="off" spellcheck="false" aria-describedby="%3$s-range"><span class="role" id="%3$s-range">%s</span></div>
    """
        .formatted(
            label,
            steps(parameter),
            text(field),
            scale(parameter),
            parameter.least().doubleValue(),
            parameter.greatest().doubleValue(),
            Rationals.show(parameter.least()),
            Rationals.show(parameter.greatest()),
            parameter.kind() == Parameter.Kind.INTEGER,
            text(parameter.name()),
            Rationals.show(parameter.least()),
            Rationals.show(parameter.greatest()),
            text(now.get(parameter.name())),
            own,
            text(parameter.range()));
  }

  private static int steps(Parameter parameter) {
    double span = parameter.greatest().subtract(parameter.least()).doubleValue();
    return parameter.kind() == Parameter.Kind.INTEGER && span <= 400 ? (int) span : 400;
  }

  /**
   * How a slider's place becomes a value: linear; by ratio ("log") where the range spans decades;
   * by a cube ("cube") where it begins at 0 and declared values lie close to it.
   */
  String scale(Parameter parameter) {
    BigFraction least = parameter.least();
    BigFraction greatest = parameter.greatest();
    if (steps(parameter) < 400) {
      return "linear";
    }
    if (least.signum() > 0) {
      return greatest.compareTo(least.multiply(WIDE)) >= 0 ? "log" : "linear";
    }
    boolean near =
        declaration.presets().stream()
            .map(preset -> declaration.values(preset.values()).get(parameter.name()))
            .filter(value -> value.signum() > 0)
            .anyMatch(value -> value.multiply(NEAR_ZERO).compareTo(greatest) <= 0);
    return least.isZero() && near ? "cube" : "linear";
  }
}
