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
import plumbline.check.MutantResult;
import plumbline.check.MutationResult;

/** Results as tables for a cell. */
final class Tables {
  /** A sentence longer than this does not go into a column. */
  private static final int LONGEST = 90;

  private Tables() {}

  static Table claims(CheckResult result) {
    boolean several = result.instances().size() > 1;
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(several, "instance", "claim", "verdict", "tightness"));
    for (InstanceResult instance : result.instances()) {
      for (ClaimResult claim : instance.claims()) {
        rows.add(row(several, instance.name(), claim.name(), verdict(claim), tightness(claim)));
      }
    }
    return new Table(result.id() + ": " + result.verdict(), rows);
  }

  static String verdict(ClaimResult claim) {
    String shown = claim.standing() == ClaimResult.Standing.SHOWN ? ", only shown" : "";
    return claim.verdict() + shown;
  }

  static Table hypotheses(CheckResult result) {
    boolean several = result.instances().size() > 1;
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(several, "instance", "hypothesis", "status", "how it is known"));
    for (InstanceResult instance : result.instances()) {
      for (var h : instance.hypotheses()) {
        rows.add(row(several, instance.name(), h.text(), h.status(), h.witness()));
      }
    }
    return new Table("", rows);
  }

  static Table constants(InstanceResult instance) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("constant", "value", "how it is known"));
    instance
        .constants()
        .forEach(
            (name, constant) ->
                rows.add(
                    List.of(
                        name,
                        constant.exact().isEmpty() ? column(constant.value()) : constant.exact(),
                        constant.how())));
    return new Table("", rows);
  }

  static Table mutants(MutationResult result) {
    List<MutantResult> mutants = new ArrayList<>(result.mutants());
    mutants.sort(Comparator.comparing(MutantResult::standing).reversed());
    boolean several = mutants.stream().map(m -> m.place().claim()).distinct().count() > 1;
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(several, "claim", "planted error", "here", "exact", "simulated"));
    for (MutantResult mutant : mutants) {
      rows.add(
          row(
              several,
              mutant.place().claim(),
              mutant.mutant(),
              mutant.standing().words(),
              mutant.exact().map(Object::toString).orElse(""),
              mutant.simulated().map(Object::toString).orElse("")));
    }
    return new Table(
        "%s: %d of %d demanded found".formatted(result.id(), result.killed(), result.demanded()),
        rows);
  }

  /** The first cell only where there is more than one to tell apart. */
  private static List<String> row(boolean several, String... cells) {
    return List.of(cells).subList(several ? 0 : 1, cells.length);
  }

  static String tightness(ClaimResult claim) {
    return claim.layers().stream()
        .map(layer -> tightness(layer, telling(claim.relation())))
        .flatMap(Optional::stream)
        .findFirst()
        .map(text -> text.replace("<=", sign(claim.relation())))
        .orElseGet(() -> claim.sentence().length() <= LONGEST ? claim.sentence() : "");
  }

  /** Which ratio says most: the largest, the smallest, or for an equality the farthest from 1. */
  private static Comparator<Double> telling(String relation) {
    return switch (relation) {
      case "at most" -> Comparator.naturalOrder();
      case "at least" -> Comparator.reverseOrder();
      default -> Comparator.comparingDouble(ratio -> Math.abs(ratio - 1));
    };
  }

  private static String sign(String relation) {
    return switch (relation) {
      case "at most" -> "<=";
      case "at least" -> ">=";
      default -> "=";
    };
  }

  /**
   * The ratio of value to bound where it is largest, or smallest for a bound from below, or
   * farthest from 1 for an equality: 1 is attained. Left out are points where both are zero, and
   * windows that were tried from one side only.
   */
  private static Optional<String> tightness(Layer layer, Comparator<Double> nearest) {
    if (layer instanceof Layer.Exact exact) {
      return exact.points().stream()
          .filter(p -> Double.isFinite(p.value() / p.bound()))
          .max(Comparator.comparing(p -> p.value() / p.bound(), nearest))
          .map(p -> "value/bound <= %s, at k = %d".formatted(column(p.value() / p.bound()), p.k()));
    }
    if (layer instanceof Layer.Compared compared) {
      return compared.sides().stream()
          .filter(s -> s.right() > 0 && Double.isFinite(s.left() / s.right()))
          .max(Comparator.comparing(s -> s.left() / s.right(), nearest))
          .map(s -> "value/bound <= %s, at %s".formatted(column(s.left() / s.right()), s.what()));
    }
    if (layer instanceof Layer.Sampled sampled) {
      return sampled.components().stream()
          .filter(c -> Double.isFinite(c.ratioUpper()))
          .max(Comparator.comparing(Layer.Component::mean, nearest))
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
}
