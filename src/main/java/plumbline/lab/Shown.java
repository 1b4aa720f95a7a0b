package plumbline.lab;

import static plumbline.report.PageParts.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.Curve;
import plumbline.check.InstanceResult;
import plumbline.plot.Lettering;
import plumbline.plot.Numbers;
import plumbline.plot.Plot;
import plumbline.report.PageParts;
import plumbline.verdict.Outcome;

/** What a page shows of an instance, as JSON whose values are HTML for the page's places. */
final class Shown {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Shown() {}

  static String soFar(Setting setting, InstanceResult instance) {
    return json(setting, instance, true, true);
  }

  static String done(Setting setting, CheckResult result) {
    return json(setting, result.instances().get(0), result.asExpected(), false);
  }

  static String failed(String sentence) {
    return write(Map.of("state", "failed", "message", text(sentence)));
  }

  private static String json(
      Setting setting, InstanceResult instance, boolean expected, boolean running) {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("state", running ? "running" : "done");
    places.put("query", setting.query());
    places.put("command", text(setting.command(Runs.SECONDS)));
    places.put("hypotheses", hypotheses(instance));
    Optional<ClaimResult> drawn = drawn(instance);
    places.put("figure", drawn.map(claim -> figure(setting, claim)).orElse(NO_CURVE));
    places.put("numbers", drawn.map(Shown::numbers).orElse(""));
    places.put("verdict", verdict(instance, expected, running));
    places.put("claims", claims(instance, expected, running));
    return write(places);
  }

  private static String write(Map<String, String> places) {
    try {
      return JSON.writeValueAsString(places);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts cannot be written as JSON", e);
    }
  }

  private static final String NO_CURVE =
      "<p class=\"nothing\">Nothing here is a curve: the claims below hold its numbers.</p>";

  /** The theorem's own claim with most curves, and only without one what happens otherwise. */
  static Optional<ClaimResult> drawn(InstanceResult instance) {
    return instance.claims().stream()
        .filter(Plot::drawable)
        .max(
            Comparator.comparing((ClaimResult c) -> c.standing() != ClaimResult.Standing.OTHERWISE)
                .thenComparing(c -> c.curves().size()));
  }

  private static String figure(Setting setting, ClaimResult claim) {
    Lettering lettering = new Lettering();
    Plot plot = Plot.of("", "", claim);
    String wide = plot.inlineSvg(lettering);
    String narrow = plot.narrowSvg(lettering);
    return """
    <div class="picture" role="img" tabindex="0" aria-label="%s"><div class="wide">%s</div><div class="narrow">%s</div></div>
    <figcaption>%s, on %s</figcaption>%s\
    """
        .formatted(
            text(plot.description()),
            wide,
            narrow,
            text(claim.name()),
            text(setting.title()),
            lettering.svg());
  }

  private static String hypotheses(InstanceResult instance) {
    String list = PageParts.hypotheses(instance);
    return list.isEmpty() ? "<p>It has no hypotheses but its setting.</p>" : list;
  }

  private static String verdict(InstanceResult instance, boolean expected, boolean running) {
    StringBuilder out = new StringBuilder("<p>");
    boolean open = running && instance.verdict() == Outcome.INCONCLUSIVE;
    out.append(
        open
            ? "<span class=\"badge none\">running</span>"
            : PageParts.badge(instance.verdict(), expected));
    out.append(" ").append(text(sentence(instance, open))).append("</p>\n");
    if (!running) {
      instance.claims().stream()
          .map(PageParts::facts)
          .filter(facts -> !facts.isEmpty())
          .findFirst()
          .ifPresent(out::append);
    }
    return out.toString();
  }

  private static String sentence(InstanceResult instance, boolean open) {
    if (open) {
      return "Not decided yet: replicas come in.";
    }
    return switch (instance.verdict()) {
      case HOLDS -> "Nothing contradicts the theorem on this instance.";
      case REFUTED -> "A claim is refuted on this instance.";
      case INCONCLUSIVE ->
          "The evidence of %s seconds' work leaves a claim open: the command line can take longer."
              .formatted(Numbers.four(Runs.SECONDS));
      case ERROR -> "A claim could not be computed; its reason stands below.";
      case NOT_APPLICABLE ->
          "Nothing is claimed on this instance, since a hypothesis fails: "
              + instance.hypotheses().stream()
                  .filter(h -> h.status().equals("refuted"))
                  .map(h -> h.text() + (h.witness().isBlank() ? "" : " (" + h.witness() + ")"))
                  .collect(Collectors.joining("; "))
              + ".";
    };
  }

  private static String claims(InstanceResult instance, boolean expected, boolean running) {
    StringBuilder out = new StringBuilder("<ul class=\"claims\">\n");
    for (ClaimResult claim : instance.claims()) {
      boolean open = running && claim.verdict() == Outcome.INCONCLUSIVE;
      boolean fine =
          expected || claim.verdict() == Outcome.HOLDS || claim.verdict() == Outcome.INCONCLUSIVE;
      out.append("<li><strong>").append(text(claim.name())).append("</strong> ");
      out.append(PageParts.badge(claim.verdict(), fine)).append("<br>");
      out.append(open ? text(claim.sentence()) : PageParts.finding(claim));
      out.append(" <span class=\"role\">(").append(PageParts.standing(claim));
      out.append(")</span></li>\n");
    }
    return out.append("</ul>\n").toString();
  }

  /** The picture's numbers: at the simulated checkpoints, or else at every point of the curves. */
  private static String numbers(ClaimResult claim) {
    List<Curve> curves = claim.curves();
    Curve at =
        curves.stream().filter(c -> c.role() == Curve.Role.MEAN).findFirst().orElse(curves.get(0));
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("at"));
    List<Map<Double, String>> columns = new ArrayList<>();
    for (Curve curve : curves) {
      boolean band = curve.role() == Curve.Role.BAND;
      head.add(curve.name());
      Map<Double, String> column = new TreeMap<>();
      for (int i = 0; i < curve.x().size(); i++) {
        String value = Numbers.four(curve.y().get(i));
        column.put(
            curve.x().get(i), band ? value + " to " + Numbers.four(curve.upper().get(i)) : value);
      }
      columns.add(column);
    }
    rows.add(head);
    for (double x : at.x()) {
      List<String> row = new ArrayList<>(List.of(Numbers.four(x)));
      columns.forEach(column -> row.add(column.getOrDefault(x, "")));
      rows.add(row);
    }
    return PageParts.table(claim.name(), rows);
  }
}
