package plumbline.notebook;

import static plumbline.series.Digits.column;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.InstanceResult;
import plumbline.check.Layer;

/** Results as text for a cell. */
final class Tables {
  private Tables() {}

  static String claims(CheckResult result) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"claim", "verdict", "tightness"});
    List<String> lines = new ArrayList<>();
    for (InstanceResult instance : result.instances()) {
      for (ClaimResult claim : instance.claims()) {
        String shown = claim.standing() == ClaimResult.Standing.SHOWN ? ", only shown" : "";
        rows.add(
            new String[] {
              claim.name() + " on " + instance.name(), claim.verdict() + shown, tightness(claim)
            });
      }
    }
    int first = width(rows, 0);
    int second = width(rows, 1);
    for (String[] row : rows) {
      lines.add((pad(row[0], first + 2) + pad(row[1], second + 2) + row[2]).stripTrailing());
    }
    return result.id() + ": " + result.verdict() + "\n" + String.join("\n", lines);
  }

  static String hypotheses(CheckResult result) {
    List<String> lines = new ArrayList<>();
    for (InstanceResult instance : result.instances()) {
      lines.add(instance.name() + ":");
      int width = instance.hypotheses().stream().mapToInt(h -> h.status().length()).max().orElse(0);
      for (var hypothesis : instance.hypotheses()) {
        lines.add("  " + pad(hypothesis.status(), width + 2) + hypothesis.text());
        if (!hypothesis.witness().isBlank()) {
          lines.add("  " + pad("", width + 4) + hypothesis.witness());
        }
      }
    }
    return String.join("\n", lines);
  }

  private static String tightness(ClaimResult claim) {
    return claim.layers().stream()
        .map(Tables::tightness)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  /**
   * The largest ratio of value to bound: 1 is attained, above 1 violates an upper bound. Left out
   * are points where both are zero, and windows that were tried from one side only.
   */
  private static Optional<String> tightness(Layer layer) {
    if (layer instanceof Layer.Exact exact) {
      return exact.points().stream()
          .filter(p -> Double.isFinite(p.value() / p.bound()))
          .max(Comparator.comparingDouble(p -> p.value() / p.bound()))
          .map(p -> "value/bound <= %s, at k = %d".formatted(column(p.value() / p.bound()), p.k()));
    }
    if (layer instanceof Layer.Sampled sampled) {
      return sampled.components().stream()
          .filter(c -> Double.isFinite(c.ratioUpper()))
          .max(Comparator.comparingDouble(Layer.Component::ratioUpper))
          .map(
              c ->
                  "mean/bound = %s in [%s, %s], at %s"
                      .formatted(
                          column(c.mean()),
                          column(c.ratioLower()),
                          column(c.ratioUpper()),
                          c.at()));
    }
    if (layer instanceof Layer.Interval interval) {
      return Optional.of(
          "in [%s, %s], claimed %s"
              .formatted(
                  column(interval.lower()), column(interval.upper()), column(interval.target())));
    }
    if (layer instanceof Layer.Counted counted) {
      return Optional.of(
          "%d of %d, claimed %s"
              .formatted(counted.events(), counted.replicas(), column(counted.probability())));
    }
    if (layer instanceof Layer.Signed signed) {
      return signed.coordinates().stream()
          .max(Comparator.comparingDouble(c -> Math.abs(c.mean() - c.claimed()) / c.deviation()))
          .map(
              c ->
                  "mean %s, claimed %s, at k = %d"
                      .formatted(column(c.mean()), column(c.claimed()), c.k()));
    }
    if (layer instanceof Layer.Coincided coincided) {
      return Optional.of(
          "differ by %s, the twin by %s"
              .formatted(column(coincided.difference()), column(coincided.twin())));
    }
    return Optional.empty();
  }

  private static int width(List<String[]> rows, int column) {
    return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
