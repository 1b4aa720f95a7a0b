package plumbline.lab;

import static plumbline.report.PageParts.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.Curve;
import plumbline.check.InstanceResult;
import plumbline.check.Layer;
import plumbline.plot.Lettering;
import plumbline.plot.Numbers;
import plumbline.plot.Plot;
import plumbline.report.PageParts;
import plumbline.verdict.Outcome;

/** What a page shows of an instance, as JSON whose values are HTML for the page's places. */
final class Shown {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String NO_CURVE =
      "<p class=\"nothing\">Nothing here is a curve: the claims below hold its numbers.</p>";

  private final Setting setting;
  private final InstanceResult instance;
  private final State state;

  private Shown(Setting setting, InstanceResult instance, State state) {
    this.setting = setting;
    this.instance = instance;
    this.state = state;
  }

  /** How far a run is, and what its card makes of it. */
  private enum State {
    RUNNING,
    AS_EXPECTED,
    NOT_AS_EXPECTED
  }

  static String soFar(Setting setting, InstanceResult instance) {
    return new Shown(setting, instance, State.RUNNING).json();
  }

  static String done(Setting setting, CheckResult result) {
    State state = result.asExpected() ? State.AS_EXPECTED : State.NOT_AS_EXPECTED;
    return new Shown(setting, result.instances().get(0), state).json();
  }

  static String failed(String sentence) {
    return write(Map.of("state", "failed", "message", text(sentence)));
  }

  private String json() {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("state", running() ? "running" : "done");
    places.put("query", setting.query());
    places.put("command", text(setting.command(Runs.SECONDS)));
    places.put("hypotheses", hypotheses());
    Optional<ClaimResult> drawn = drawn(instance);
    places.put("figure", drawn.map(this::figure).orElse(NO_CURVE));
    places.put("numbers", drawn.map(Shown::numbers).orElse(""));
    places.put("verdict", verdict());
    places.put("claims", claims());
    return write(places);
  }

  private boolean running() {
    return state == State.RUNNING;
  }

  private static String write(Map<String, String> places) {
    try {
      return JSON.writeValueAsString(places);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts cannot be written as JSON", e);
    }
  }

  /** The claim whose picture is shown. */
  static Optional<ClaimResult> drawn(InstanceResult instance) {
    return Plot.main(instance).filter(Plot::drawable);
  }

  private String figure(ClaimResult claim) {
    Lettering lettering = new Lettering();
    Plot plot = Plot.of("", "", claim);
    String wide = plot.inlineSvg(lettering);
    String narrow = plot.narrowSvg(lettering);
    return """
    <div class="picture" role="img" tabindex="0" aria-label="%s"><div class="wide">%s</div><div class="narrow">%s</div></div>
    <figcaption>%s, on %s%s</figcaption>%s\
    """
        .formatted(
            text(plot.description()),
            wide,
            narrow,
            PageParts.set(claim.name()),
            text(setting.title()),
            plot.omitted().map(omitted -> ". " + text(omitted)).orElse(""),
            lettering.svg());
  }

  private String hypotheses() {
    String list = PageParts.hypotheses(instance);
    return list.isEmpty() ? "<p>It has no hypotheses but its setting.</p>" : list;
  }

  private String verdict() {
    return "<p>%s %s</p>\n".formatted(badge(instance.verdict()), PageParts.set(sentence()));
  }

  /** Of what a card makes, nothing is said before a run has ended. */
  private String badge(Outcome outcome) {
    if (!running()) {
      boolean fine = outcome == Outcome.HOLDS || outcome == Outcome.INCONCLUSIVE;
      return PageParts.badge(outcome, fine || state == State.AS_EXPECTED);
    }
    return switch (outcome) {
      case INCONCLUSIVE -> "<span class=\"badge none\">running</span>";
      case REFUTED -> "<span class=\"badge misprint\">refuted</span>";
      default -> PageParts.badge(outcome, true);
    };
  }

  private String sentence() {
    return switch (instance.verdict()) {
      case HOLDS -> "Nothing contradicts the theorem on this instance." + resolution(instance);
      case REFUTED -> "A claim is refuted on this instance; which one stands below.";
      case INCONCLUSIVE ->
          running()
              ? "Not decided yet: replicas come in."
              : "%s seconds' work leaves a claim open: the command line can take longer."
                  .formatted(Numbers.four(Runs.SECONDS));
      case ERROR -> "A claim could not be computed; the reason stands below.";
      case NOT_APPLICABLE ->
          "Nothing is claimed on this instance, since a hypothesis fails: "
              + instance.hypotheses().stream()
                  .filter(h -> h.status().equals("refuted"))
                  .map(h -> h.text() + (h.witness().isBlank() ? "" : " (" + h.witness() + ")"))
                  .collect(Collectors.joining("; "))
              + ".";
    };
  }

  /** How small a violation could have been and still be seen: chance decides, or none does. */
  static String resolution(InstanceResult instance) {
    List<Layer> deciding =
        instance.claims().stream()
            .filter(claim -> claim.standing() == ClaimResult.Standing.CLAIMED)
            .flatMap(claim -> claim.layers().stream())
            .toList();
    double[] violations = deciding.stream().flatMapToDouble(Shown::violation).toArray();
    if (violations.length == 0) {
      boolean computed =
          deciding.stream().allMatch(l -> l instanceof Layer.Exact || l instanceof Layer.Compared);
      return computed ? " It is decided by computation, without chance." : "";
    }
    double coarsest = Arrays.stream(violations).reduce(0, Math::max); // NaN stays
    return Double.isFinite(coarsest)
        ? " A violation of %s or more would have been noticed with probability 99\u00a0%%."
            .formatted(Numbers.percent(coarsest))
        : "";
  }

  /**
   * The smallest that chance lets be noticed; NaN where it is not known as a share of the bound.
   */
  private static DoubleStream violation(Layer layer) {
    if (layer instanceof Layer.Sampled sampled) {
      return DoubleStream.of(sampled.delta99());
    }
    if (layer instanceof Layer.Counted counted) {
      return DoubleStream.of(counted.delta99());
    }
    boolean chance = layer instanceof Layer.Interval || layer instanceof Layer.Signed;
    return chance ? DoubleStream.of(Double.NaN) : DoubleStream.empty();
  }

  private String claims() {
    StringBuilder out = new StringBuilder("<ul class=\"claims\">\n");
    for (ClaimResult claim : instance.claims()) {
      boolean open = running() && claim.verdict() == Outcome.INCONCLUSIVE;
      String facts = running() ? "" : PageParts.facts(claim);
      out.append("<li><strong>").append(PageParts.set(claim.name())).append("</strong> ");
      out.append(
          claim.standing() == ClaimResult.Standing.SHOWN
              ? PageParts.badge(claim, true)
              : badge(claim.verdict()));
      out.append("<br>").append(open ? PageParts.set(claim.sentence()) : PageParts.finding(claim));
      out.append(" <span class=\"role\">(").append(PageParts.standing(claim)).append(")</span>");
      out.append(facts.isEmpty() ? "" : PageParts.details("What it rests on", facts));
      out.append("</li>\n");
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
