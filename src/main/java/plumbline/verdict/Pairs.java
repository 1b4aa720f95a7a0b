package plumbline.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plumbline.simulation.Moments;

/**
 * The readings of a Ratio or Slope claim and the pairs of them that it compares. A reading that two
 * pairs share is one reading, with one lower and one upper limit.
 *
 * @param readings labels and contracts, in the order of the evidence
 * @param pairs at least one
 */
public record Pairs(List<Mean.Point> readings, List<Pair> pairs) {
  /**
   * Two readings and the run between them. Evidence is in units of each reading's own scale.
   *
   * @param what "k = 32 to 320"
   * @param x index of the first reading
   * @param y index of the second
   * @param run > 0; 1 for a Ratio
   * @param scale > 0: the scale of y over that of x
   */
  public record Pair(String what, int x, int y, double run, double scale) {
    public Pair {
      if (!(run > 0 && run < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "run " + run + " of " + what + "; allowed: finite and above 0");
      }
      if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "scale " + scale + " of " + what + "; allowed: finite and above 0");
      }
    }

    /** Two readings of one scale. */
    public Pair(String what, int x, int y, double run) {
      this(what, x, y, run, 1);
    }
  }

  public Pairs {
    readings = List.copyOf(readings);
    pairs = List.copyOf(pairs);
    int size = readings.size();
    if (pairs.isEmpty()
        || pairs.stream()
            .anyMatch(p -> Math.min(p.x(), p.y()) < 0 || Math.max(p.x(), p.y()) >= size)) {
      throw new IllegalArgumentException(
          "pairs " + pairs + " of " + size + " readings; allowed: at least one, inside");
    }
  }

  /** The limits of all readings at one level, rounding included, computed when asked for. */
  Map<Integer, Limit> limits(List<Moments> evidence, double level) {
    if (evidence.size() != readings.size()) {
      throw new IllegalArgumentException(
          evidence.size() + " summaries for " + readings.size() + " readings; allowed: one each");
    }
    Map<Integer, Limit> limits = new HashMap<>();
    pairs.stream()
        .flatMap(p -> Stream.of(p.x(), p.y()))
        .distinct()
        .forEach(i -> limits.put(i, limit(evidence.get(i), readings.get(i).contract(), level)));
    return limits;
  }

  private static Limit limit(Moments r, Contract contract, double level) {
    return new Limit(
        Math.max(0, Limits.lower(r, level) - Levels.ETA), contract.upper(r, level) + Levels.ETA);
  }

  /** L and U of one reading. */
  record Limit(double lower, double upper) {}

  /**
   * How many distinct limits a rule consults: both of every reading, or the lower of one end and
   * the upper of the other.
   */
  int consulted(Sides sides) {
    Stream<String> limits =
        sides == Sides.BOTH
            ? pairs.stream()
                .flatMap(p -> Stream.of("L" + p.x(), "U" + p.x(), "L" + p.y(), "U" + p.y()))
            : sides == Sides.LOWER_END
                ? pairs.stream().flatMap(p -> Stream.of("L" + p.y(), "U" + p.x()))
                : pairs.stream().flatMap(p -> Stream.of("U" + p.y(), "L" + p.x()));
    return (int) limits.distinct().count();
  }

  /** Which ends of the intervals of ln(E Y/E X) the REFUTED rule looks at. */
  enum Sides {
    LOWER_END,
    UPPER_END,
    BOTH
  }

  Optional<String> broken(List<Moments> evidence) {
    return IntStream.range(0, readings.size())
        .mapToObj(
            i ->
                readings
                    .get(i)
                    .contract()
                    .brokenBy(evidence.get(i))
                    .map(s -> readings.get(i).label() + ": " + s))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The verdict, from the intervals at the alpha limits. */
  Verdict report(
      List<Moments> evidence,
      Look look,
      Outcome decided,
      double level,
      List<Verdict.Interval> intervals) {
    Map<Integer, Limit> limits = limits(evidence, level);
    List<Verdict.Part> parts =
        limits.keySet().stream()
            .sorted()
            .map(i -> part(readings.get(i).label(), evidence.get(i), limits.get(i)))
            .toList();
    boolean said = decided == Outcome.HOLDS || decided == Outcome.REFUTED;
    String names =
        readings.stream()
            .flatMap(p -> p.contract().name().stream())
            .distinct()
            .collect(Collectors.joining(", "));
    String grade = said ? Say.grade(names) : "";
    String note = note(look, decided, intervals);
    long n = evidence.stream().mapToLong(Moments::count).max().orElse(0);
    String text =
        decided
            + (note.isEmpty() ? "" : " (" + note + ")")
            + (said ? " grade=" + grade : "")
            + (" n=" + n)
            + intervals.stream().map(Pairs::words).collect(Collectors.joining());
    double none = Double.NaN;
    return new Verdict(
        decided,
        grade,
        n,
        none,
        none,
        none,
        parts.stream().anyMatch(Verdict.Part::heavy),
        intervals.stream().mapToDouble(Verdict.Interval::lower).min().orElse(none),
        intervals.stream().mapToDouble(Verdict.Interval::upper).max().orElse(none),
        parts,
        intervals,
        note,
        text);
  }

  private static Verdict.Part part(String label, Moments r, Limit limit) {
    return new Verdict.Part(
        label,
        r.mean(),
        limit.lower(),
        limit.upper(),
        r.cv2(),
        r.skewness(),
        r.share(),
        0,
        Double.NaN);
  }

  private static String note(Look look, Outcome decided, List<Verdict.Interval> intervals) {
    if (decided == Outcome.ERROR) {
      return look.broken().orElse("a deterministic part erred");
    }
    if (decided == Outcome.REFUTED && look.holds()) {
      return "violated by less than delta";
    }
    boolean open =
        intervals.stream()
            .anyMatch(i -> Double.isInfinite(i.lower()) || Double.isInfinite(i.upper()));
    return decided == Outcome.INCONCLUSIVE && open
        ? "an end is open: no contract, or too few replicas"
        : "";
  }

  private static String words(Verdict.Interval i) {
    return "; "
        + i.what()
        + ": in ["
        + Say.number(i.lower())
        + ", "
        + Say.number(i.upper())
        + "] (alpha) against "
        + Say.number(i.target())
        + " +- "
        + Say.number(i.tau());
  }
}
