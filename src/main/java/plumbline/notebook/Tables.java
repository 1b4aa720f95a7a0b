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
import plumbline.check.Ratio;

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
        .map(layer -> tightness(layer, claim.relation()))
        .flatMap(Optional::stream)
        .findFirst()
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
   * The ratio to the bound where it is largest, or smallest for a bound from below, or farthest
   * from 1 for an equality: 1 is attained. Left out are points where both are zero, and windows
   * that were tried from one side only.
   */
  private static Optional<String> tightness(Layer layer, String relation) {
    if (layer instanceof Layer.Interval interval) {
      return Optional.of(interval.words());
    }
    if (layer instanceof Layer.Counted counted) {
      return Optional.of(counted.words());
    }
    if (layer instanceof Layer.Signed signed) {
      return signed.farthest().map(c -> c.words() + ", at k = " + c.k());
    }
    if (layer instanceof Layer.Coincided coincided) {
      return Optional.of(
          "differ by %s, the twin by %s"
              .formatted(column(coincided.difference()), column(coincided.twin())));
    }
    String sign = layer instanceof Layer.Sampled ? "=" : sign(relation);
    return Ratio.defined(Ratio.of(layer))
        .filter(Ratio::isTold)
        .max(Comparator.comparing(Ratio::value, telling(relation)))
        .map(ratio -> ratio.words(sign) + ", at " + ratio.at());
  }
}
