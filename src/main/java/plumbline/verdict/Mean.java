package plumbline.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import plumbline.simulation.Moments;
import plumbline.theorem.Relation;

/**
 * E X_k (relation) B_k at all declared k, from the summaries of R = X/B at K checkpoints and W
 * windows (verdicts.md, sections 2 and 3). Windows serve REFUTED only.
 *
 * @param relation at most, at least or equal
 * @param delta the resolution of HOLDS, in (0, 1/2]
 * @param components checkpoints, then windows; their weights sum to at most 1
 */
public record Mean(Relation relation, double delta, List<Component> components)
    implements Procedure<List<Moments>> {
  /** What a component is. */
  public enum Kind {
    CHECKPOINT,
    WINDOW
  }

  /**
   * One component.
   *
   * @param label "k = 8", "k in [8, 16)"
   * @param kind whether it counts for HOLDS
   * @param weight in (0, 1], fixed before the run
   * @param ratio what E R is compared with: 1, and B'/B for a mutant; 0 leaves the component out,
   *     its weight stays spent
   * @param contract for the side that needs one
   */
  public record Component(String label, Kind kind, double weight, double ratio, Contract contract) {
    public Component {
      if (!(weight > 0 && weight <= 1)) {
        throw new IllegalArgumentException(
            "weight " + weight + " of " + label + "; allowed: in (0, 1]");
      }
      if (!(ratio >= 0 && ratio < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "ratio " + ratio + " of " + label + "; allowed: finite and at least 0");
      }
    }
  }

  /** A component before its weight is known. */
  public record Point(String label, Contract contract) {}

  public Mean {
    components = List.copyOf(components);
    if (!(delta > 0 && delta <= 0.5)) {
      throw new IllegalArgumentException("delta=" + delta + "; allowed: in (0, 1/2]");
    }
    double sum = components.stream().mapToDouble(Component::weight).sum();
    if (sum > 1 + 1e-12) {
      throw new IllegalArgumentException("weights sum to " + sum + "; allowed: at most 1");
    }
  }

  /**
   * The claim with the weights of section 3: 1/K each without windows, else 1/(2K) a checkpoint and
   * 1/(2W) a window.
   */
  public static Mean of(
      Relation relation, double delta, List<Point> checkpoints, List<Point> windows) {
    double half = windows.isEmpty() || checkpoints.isEmpty() ? 1 : 0.5;
    List<Component> all = new ArrayList<>();
    for (Point p : checkpoints) {
      all.add(
          new Component(p.label(), Kind.CHECKPOINT, half / checkpoints.size(), 1, p.contract()));
    }
    for (Point p : windows) {
      all.add(new Component(p.label(), Kind.WINDOW, half / windows.size(), 1, p.contract()));
    }
    return new Mean(relation, delta, all);
  }

  /**
   * The mutant of this claim, read from the same summaries: B'_k/B_k in place of 1, weights
   * unchanged (section 8).
   *
   * @param ratios B'/B for each component in order; empty leaves it out, as a window in which the
   *     ratio is not constant
   */
  public Mean mutant(List<OptionalDouble> ratios) {
    if (ratios.size() != components.size()) {
      throw new IllegalArgumentException(
          ratios.size() + " ratios for " + components.size() + " components; allowed: one each");
    }
    List<Component> all =
        IntStream.range(0, ratios.size())
            .mapToObj(
                i -> {
                  Component c = components.get(i);
                  return new Component(
                      c.label(), c.kind(), c.weight(), ratios.get(i).orElse(0), c.contract());
                })
            .toList();
    return new Mean(relation, delta, all);
  }

  @Override
  public Look at(List<Moments> evidence) {
    check(evidence);
    Optional<String> broken =
        IntStream.range(0, evidence.size())
            .mapToObj(
                i ->
                    components
                        .get(i)
                        .contract()
                        .brokenBy(evidence.get(i))
                        .map(s -> components.get(i).label() + ": " + s))
            .flatMap(Optional::stream)
            .findFirst();
    return Look.of(logE(evidence), logEHolds(evidence)).breaking(broken);
  }

  private void check(List<Moments> evidence) {
    if (evidence.size() != components.size()) {
      throw new IllegalArgumentException(
          evidence.size()
              + " summaries for "
              + components.size()
              + " components; allowed: one each");
    }
  }

  private double logE(List<Moments> evidence) {
    switch (relation) {
      case AT_MOST:
        return up(evidence);
      case AT_LEAST:
        return down(evidence);
      default:
        return LogSumExp.of(up(evidence), down(evidence)) - StrictMath.log(2);
    }
  }

  /** The weighted average of the evidence against E R <= ratio, as a logarithm. */
  double up(List<Moments> evidence) {
    return average(evidence, (r, c) -> LogUp.star(r, c.ratio() + 2 * Levels.ETA));
  }

  /**
   * The weighted average of the evidence against E R >= ratio; components without a contract count
   * as 0.
   */
  double down(List<Moments> evidence) {
    return average(evidence, (r, c) -> c.contract().against(r, c.ratio() - 2 * Levels.ETA));
  }

  private interface Evidence {
    double of(Moments r, Component c);
  }

  private double average(List<Moments> evidence, Evidence against) {
    double[] terms = new double[components.size()];
    for (int i = 0; i < terms.length; i++) {
      Component c = components.get(i);
      terms[i] =
          c.ratio() == 0
              ? Double.NEGATIVE_INFINITY
              : StrictMath.log(c.weight()) + against.of(evidence.get(i), c);
    }
    return LogSumExp.of(terms);
  }

  private double logEHolds(List<Moments> evidence) {
    switch (relation) {
      case AT_MOST:
        return notAbove(evidence);
      case AT_LEAST:
        return notBelow(evidence);
      default:
        return Math.min(notAbove(evidence), notBelow(evidence));
    }
  }

  private double notAbove(List<Moments> evidence) {
    return least(evidence, (r, c) -> c.contract().against(r, excess(c)));
  }

  private double notBelow(List<Moments> evidence) {
    return least(evidence, (r, c) -> LogUp.star(r, deficit(c)));
  }

  /** (1 + delta)-, the smallest violation above that HOLDS excludes. */
  double excess(Component c) {
    return c.ratio() * (1 + delta) * (1 - 2 * Levels.ETA);
  }

  /** (1 - delta)+, the smallest violation below that HOLDS excludes. */
  double deficit(Component c) {
    return c.ratio() * (1 - delta) * (1 + 2 * Levels.ETA);
  }

  /** The least over all checkpoints; nothing holds where none is left. */
  private double least(List<Moments> evidence, Evidence against) {
    return IntStream.range(0, components.size())
        .filter(i -> components.get(i).kind() == Kind.CHECKPOINT)
        .mapToDouble(
            i ->
                components.get(i).ratio() == 0
                    ? Double.NEGATIVE_INFINITY
                    : against.of(evidence.get(i), components.get(i)))
        .min()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  @Override
  public Verdict conclude(List<Moments> evidence, Outcome decided) {
    return conclude(evidence, decided, Beside.NOTHING);
  }

  @Override
  public Verdict conclude(List<Moments> evidence, Outcome decided, Beside beside) {
    check(evidence);
    return new MeanReport(this, evidence, at(evidence), beside).verdict(decided);
  }
}
