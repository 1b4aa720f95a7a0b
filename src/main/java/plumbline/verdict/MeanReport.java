package plumbline.verdict;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plumbline.simulation.Moments;
import plumbline.theorem.Relation;

/**
 * The numbers and words of a Mean claim at its last look: limits, power, diagnostics, leaning
 * (sections 4 and 7).
 */
final class MeanReport {
  private final Mean claim;
  private final List<Moments> evidence;
  private final Look look;
  private final Beside beside;
  private final List<Verdict.Part> parts;

  MeanReport(Mean claim, List<Moments> evidence, Look look, Beside beside) {
    this.claim = claim;
    this.evidence = evidence;
    this.look = look;
    this.beside = beside;
    this.parts = IntStream.range(0, evidence.size()).mapToObj(this::part).toList();
  }

  Verdict verdict(Outcome decided) {
    boolean heavy = parts.stream().anyMatch(Verdict.Part::heavy);
    double delta99 = worst();
    String leaning = decided == Outcome.INCONCLUSIVE ? new Leaning(claim, evidence).note() : "";
    String grade = leaning.isEmpty() ? grade(decided) : "asymptotic";
    String note = note(decided, leaning);
    boolean most = claim.relation() == Relation.AT_MOST;
    boolean least = claim.relation() == Relation.AT_LEAST;
    double lower = beside.joined(joined(Verdict.Part::lower, most), Beside.Limit::lower, most);
    double upper = beside.joined(joined(Verdict.Part::upper, !least), Beside.Limit::upper, !least);
    return new Verdict(
        decided,
        grade,
        evidence.stream().mapToLong(Moments::count).max().orElse(0),
        look.logE(),
        Levels.refuting(),
        delta99,
        heavy,
        lower,
        upper,
        parts,
        List.of(),
        note,
        sentence(decided, grade, note, delta99, heavy, lower, upper));
  }

  private Verdict.Part part(int i) {
    Mean.Component c = claim.components().get(i);
    Moments r = evidence.get(i);
    double alpha = alpha(c);
    double lower =
        Math.max(
            0,
            Limits.lower(r, claim.relation() == Relation.AT_LEAST ? Levels.BETA : alpha)
                - Levels.ETA);
    double upper =
        c.contract().upper(r, claim.relation() == Relation.AT_MOST ? Levels.BETA : alpha)
            + Levels.ETA;
    double kappa =
        claim.relation() == Relation.AT_LEAST
            ? LogAsym.kappa(r, 1, alpha, LogAsym.Side.DOWN)
            : LogAsym.kappa(r, 1 + claim.delta(), Levels.BETA, LogAsym.Side.DOWN);
    double power = c.kind() == Mean.Kind.CHECKPOINT && Power.speaks(r) ? power(r, c) : Double.NaN;
    return new Verdict.Part(
        c.label(), r.mean(), lower, upper, r.cv2(), r.skewness(), r.share(), kappa, power);
  }

  /** The level at which one component refutes. */
  private double alpha(Mean.Component c) {
    return Levels.ALPHA_CLAIM * c.weight() / (claim.relation() == Relation.EQUAL ? 2 : 1);
  }

  private double power(Moments r, Mean.Component c) {
    double threshold = Levels.threshold(alpha(c));
    double above = Power.upper(r.count(), r.cv2(), threshold).orElse(Double.NaN);
    double below = claim.relation() == Relation.AT_MOST ? above : c.contract().power(r, threshold);
    switch (claim.relation()) {
      case AT_MOST:
        return above;
      case AT_LEAST:
        return below;
      default:
        return Math.max(above, below); // NaN if either is
    }
  }

  private Stream<Verdict.Part> checkpoints() {
    return IntStream.range(0, parts.size())
        .filter(i -> claim.components().get(i).kind() == Mean.Kind.CHECKPOINT)
        .mapToObj(parts::get);
  }

  /** The delta99 of the worst checkpoint; NaN if one says nothing. */
  private double worst() {
    return checkpoints().mapToDouble(Verdict.Part::delta99).reduce(Math::max).orElse(Double.NaN);
  }

  /** The greatest or the least over the checkpoints. */
  private double joined(ToDoubleFunction<Verdict.Part> limit, boolean greatest) {
    DoubleStream values = checkpoints().mapToDouble(limit);
    return (greatest ? values.max() : values.min()).orElse(Double.NaN);
  }

  private String grade(Outcome decided) {
    boolean upward = claim.relation() == Relation.AT_MOST;
    if (decided == Outcome.REFUTED) {
      boolean alone =
          claim.relation() == Relation.EQUAL
              && claim.up(evidence) - StrictMath.log(2) >= Levels.refuting();
      return upward || alone ? "exact" : contracts();
    }
    if (decided == Outcome.HOLDS) {
      return claim.relation() == Relation.AT_LEAST ? "exact" : contracts();
    }
    return "";
  }

  private String contracts() {
    return Say.grade(
        claim.components().stream()
            .flatMap(c -> c.contract().name().stream())
            .distinct()
            .collect(Collectors.joining(", ")));
  }

  private String note(Outcome decided, String leaning) {
    if (decided == Outcome.ERROR) {
      return look.broken().orElse("a deterministic checkpoint erred");
    }
    if (checkpoints().findAny().isEmpty()) {
      return "every checkpoint is below rounding";
    }
    if (decided == Outcome.REFUTED && look.holds()) {
      return "violated by less than delta";
    }
    return leaning;
  }

  private String sentence(
      Outcome decided,
      String grade,
      String note,
      double delta99,
      boolean heavy,
      double lower,
      double upper) {
    StringBuilder text = new StringBuilder(decided.toString());
    if (decided == Outcome.HOLDS) {
      text.append(manner(lower, upper));
    }
    if (!note.isEmpty()) {
      text.append(" (").append(note).append(")");
    }
    if (!grade.isEmpty()) {
      text.append(" grade=").append(grade);
    }
    text.append(" n=").append(evidence.stream().mapToLong(Moments::count).max().orElse(0));
    text.append(means())
        .append(" ratio in [")
        .append(Say.number(lower))
        .append(" (")
        .append(side(Relation.AT_LEAST))
        .append("), ");
    text.append(Say.number(upper)).append(" (").append(side(Relation.AT_MOST)).append(")]");
    text.append(" logE=")
        .append(Say.number(look.logE()))
        .append("/")
        .append(Say.number(Levels.refuting()));
    text.append(" maxShare=")
        .append(Say.number(parts.stream().mapToDouble(Verdict.Part::share).max().orElse(0)));
    text.append("; ").append(decided == Outcome.REFUTED ? "" : excluded(lower, upper));
    text.append("would have refuted: ");
    text.append(Double.isNaN(delta99) ? "none" : ">= " + Say.percent(delta99) + " (99 %)");
    return text.append(heavy ? ", unreliable: heavy" : "")
        .append("; tested at ")
        .append(tested())
        .toString();
  }

  /** Which level a limit has: the side that holds is at beta, the side that refutes at alpha. */
  private String side(Relation holding) {
    return claim.relation() == holding ? "beta" : "alpha";
  }

  private String manner(double lower, double upper) {
    if (claim.relation() == Relation.AT_MOST && upper < 1) {
      return " strictly, margin " + Say.number(1 - upper);
    }
    if (claim.relation() == Relation.AT_LEAST && lower > 1) {
      return " strictly, margin " + Say.number(lower - 1);
    }
    return " within " + Say.percent(claim.delta()) + " (tight)";
  }

  /** The smallest and the largest mean of the checkpoints. */
  private String means() {
    double least = checkpoints().mapToDouble(Verdict.Part::mean).min().orElse(Double.NaN);
    double most = checkpoints().mapToDouble(Verdict.Part::mean).max().orElse(Double.NaN);
    return " mean " + Say.number(least) + (most > least ? " to " + Say.number(most) : "");
  }

  /**
   * The violation that HOLDS' own side excludes; nothing for an equality, whose limits are at
   * alpha.
   */
  private String excluded(double lower, double upper) {
    if (claim.relation() == Relation.AT_MOST && upper < Double.POSITIVE_INFINITY) {
      return excluded(upper - 1);
    }
    if (claim.relation() == Relation.AT_LEAST && lower > 0) {
      return excluded(1 - lower);
    }
    return "";
  }

  private static String excluded(double violation) {
    return "excluded: "
        + (violation < 0 ? "any violation" : "> " + Say.percent(violation))
        + " (error 1e-4); ";
  }

  private String tested() {
    return parts.stream().map(Verdict.Part::label).collect(Collectors.joining(", "));
  }
}
