package plumbline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import plumbline.check.CheckResult;
import plumbline.check.InstanceResult;
import plumbline.check.InstanceResult.HypothesisResult;

/** What a theorem assumes, and where that was found to be so: a list, and a row an instance. */
final class Hypotheses {
  private Hypotheses() {}

  static String html(CheckResult check) {
    List<String> texts =
        check.instances().stream()
            .flatMap(instance -> instance.hypotheses().stream())
            .map(HypothesisResult::text)
            .distinct()
            .toList();
    StringBuilder out = new StringBuilder();
    if (!texts.isEmpty()) {
      out.append("<ol class=\"hypotheses\">\n");
      texts.forEach(text -> out.append(line(check, text)));
      out.append("</ol>\n");
    }
    return out.append(table(check, texts)).toString();
  }

  private static String line(CheckResult check, String text) {
    Map<String, List<String>> where = new LinkedHashMap<>();
    for (InstanceResult instance : check.instances()) {
      status(instance, text)
          .ifPresent(
              found ->
                  where
                      .computeIfAbsent(found.status(), s -> new ArrayList<>())
                      .add(instance.name()));
    }
    String said =
        where.entrySet().stream()
            .map(e -> "<strong>" + Html.text(e.getKey()) + "</strong> on " + on(e, check))
            .collect(Collectors.joining("; "));
    return "<li>" + Plain.html(text) + ": " + said + "</li>\n";
  }

  /** Instances by their number, or by name where they are few and the exception. */
  private static String on(Map.Entry<String, List<String>> names, CheckResult check) {
    int all = check.instances().size();
    int n = names.getValue().size();
    if (n == all) {
      return all == 1 ? "the one instance" : "all " + all + " instances";
    }
    return names.getKey().equals("certified") || n > 2
        ? n + " of " + all
        : "<em>"
            + names.getValue().stream()
                .map(Html::text)
                .collect(Collectors.joining("</em> and <em>"))
            + "</em>";
  }

  private static Optional<HypothesisResult> status(InstanceResult instance, String text) {
    return instance.hypotheses().stream().filter(h -> h.text().equals(text)).findFirst();
  }

  private static String table(CheckResult check, List<String> texts) {
    StringBuilder out =
        new StringBuilder(
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Instances\"><table"
                + " class=\"overview\">\n"
                + "<thead><tr><th scope=\"col\">instance</th><th scope=\"col\">role</th>");
    for (int i = 1; i <= texts.size(); i++) {
      out.append("<th scope=\"col\"><abbr title=\"").append(Html.text(texts.get(i - 1)));
      out.append("\">").append(i).append("</abbr></th>");
    }
    out.append("<th scope=\"col\">verdict</th></tr></thead>\n<tbody>");
    int number = 0;
    for (InstanceResult instance : check.instances()) {
      out.append("<tr><th scope=\"row\"><a href=\"#instance-").append(++number).append("\">");
      out.append(Html.text(instance.name())).append("</a></th><td>");
      out.append(Html.text(instance.role().name().toLowerCase(Locale.ROOT))).append("</td>");
      for (String text : texts) {
        out.append("<td class=\"status\">");
        status(instance, text).ifPresent(h -> out.append(Html.sign(sign(h), h.status())));
        out.append("</td>");
      }
      out.append("<td>");
      out.append(Words.badge(instance.verdict(), Words.expected(check, instance)));
      out.append("</td></tr>\n");
    }
    return out.append("</tbody></table></div>\n").toString();
  }

  static String sign(HypothesisResult hypothesis) {
    return switch (hypothesis.status()) {
      case "certified" -> "✓";
      case "refuted" -> "✗";
      default -> "?";
    };
  }
}
