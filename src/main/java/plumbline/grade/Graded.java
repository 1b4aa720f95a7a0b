package plumbline.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.InstanceResult;
import plumbline.check.Layer;
import plumbline.series.Digits;
import plumbline.theorem.Role;
import plumbline.verdict.Levels;
import plumbline.verdict.Outcome;

/**
 * What came out of grading a step, in words that are made from the check's result alone.
 *
 * @param check every claim with its evidence; its id is the theorem's, or method/NAME
 */
public record Graded(CheckResult check) {
  /** How many iterates are compared draw by draw. */
  static final int ITERATES = 64;

  /** What a grade says. */
  public enum Mark {
    /** No claim is broken, and every one that has to be decided is. */
    OBEYS,
    /** Some claim is broken, or some step is no step. */
    DOES_NOT_OBEY,
    /** Nothing is broken as far as was seen, and not enough was seen. */
    NOT_DECIDED
  }

  /** The mark. */
  public Mark mark() {
    if (claims(ClaimResult.Standing.CLAIMED)
        .anyMatch(c -> c.verdict() == Outcome.REFUTED || c.verdict() == Outcome.ERROR)) {
      return Mark.DOES_NOT_OBEY;
    }
    boolean open =
        check.instances().stream()
            .filter(i -> isMethod() || i.role() == Role.SHARP)
            .flatMap(i -> i.claims().stream())
            .anyMatch(
                c ->
                    c.standing() == ClaimResult.Standing.CLAIMED
                        && c.verdict() == Outcome.INCONCLUSIVE);
    boolean held = claims(ClaimResult.Standing.CLAIMED).anyMatch(c -> c.verdict() == Outcome.HOLDS);
    return held && !open ? Mark.OBEYS : Mark.NOT_DECIDED;
  }

  /** Whether the step obeys. */
  public boolean passes() {
    return mark() == Mark.OBEYS;
  }

  /**
   * Ends a test unless the step obeys.
   *
   * @throws AssertionError with all that was found
   */
  public void require() {
    if (!passes()) {
      throw new AssertionError(toString());
    }
  }

  /** Whether it was held against a method. */
  public boolean isMethod() {
    return check.id().startsWith("method/");
  }

  /** The grade in one sentence. */
  public String sentence() {
    String what = isMethod() ? "is " + check.title() : "obeys " + check.id();
    String not = isMethod() ? "is not " + check.title() : "does not obey " + check.id();
    long all = check.instances().size();
    return switch (mark()) {
      case OBEYS -> "%s, as far as %s can tell".formatted(what, count(all, instances()));
      case DOES_NOT_OBEY -> not;
      case NOT_DECIDED ->
          "nothing was found against it, and too little was seen to say that it " + what;
    };
  }

  private String instances() {
    return isMethod() ? "setting" : "instance";
  }

  private static String count(long n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  /** What is wrong, the first of each kind: claims that are broken, steps that are none. */
  public List<String> findings() {
    List<String> found = new ArrayList<>();
    for (InstanceResult instance : check.instances()) {
      for (ClaimResult claim : instance.claims()) {
        boolean broken = claim.verdict() == Outcome.REFUTED || claim.verdict() == Outcome.ERROR;
        if (broken && claim.standing() == ClaimResult.Standing.CLAIMED) {
          found.add("on " + instance.name() + ": " + claim.name() + ": " + claim.sentence());
        }
      }
    }
    return found;
  }

  /** Where the step first differs from the declared method with the same draws, if it does. */
  public Optional<String> firstDifference() {
    return check.instances().stream()
        .flatMap(i -> i.claims().stream())
        .filter(c -> c.kind().equals("coincide") && c.verdict() == Outcome.REFUTED)
        .flatMap(c -> c.layers().stream())
        .map(layer -> ((Layer.Coincided) layer).where())
        .findFirst();
  }

  /** How often a right step would be told that it is wrong. */
  public String falseAlarm() {
    long n =
        claims(ClaimResult.Standing.CLAIMED)
            .flatMap(c -> c.layers().stream())
            .filter(layer -> !(layer instanceof Layer.Coincided))
            .count();
    return n == 0
        ? "no chance is in this: rounding differs by less than a millionth of what is refuted"
        : String.format(
            Locale.ROOT,
            "a right step would be told that it does not obey with probability at most %d x %.0e ="
                + " %.1e",
            n,
            Levels.ALPHA_CLAIM,
            n * Levels.ALPHA_CLAIM);
  }

  /** What would have been noticed. */
  public List<String> power() {
    List<String> said = new ArrayList<>();
    least(ClaimResult.Standing.CLAIMED)
        .ifPresent(
            seen ->
                said.add(
                    "a mean beyond its bound by more than "
                        + seen
                        + " would have been noticed with probability 99 %"));
    least(ClaimResult.Standing.SIMULATOR)
        .ifPresent(
            seen ->
                said.add(
                    "a mean other than the method's by more than "
                        + seen
                        + " would have been noticed with probability 99 %"));
    return said;
  }

  private Optional<String> least(ClaimResult.Standing standing) {
    String where = "";
    double least = Double.POSITIVE_INFINITY;
    for (InstanceResult instance : check.instances()) {
      for (ClaimResult claim : instance.claims()) {
        if (claim.standing() == standing
            && !claim.layers().isEmpty()
            && claim.layers().get(0) instanceof Layer.Sampled sampled
            && sampled.delta99() < least) {
          least = sampled.delta99();
          where = instance.name();
        }
      }
    }
    return where.isEmpty()
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, "%s %% (on %s)", percent(least), where));
  }

  private static String percent(double part) {
    return Digits.column(Math.rint(1000 * part) / 10);
  }

  /** The second question, apart from the mark: are the means those of the declared method? */
  public Optional<String> inTheMean() {
    List<ClaimResult> asked = claims(ClaimResult.Standing.SIMULATOR).toList();
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    long held = asked.stream().filter(c -> c.verdict() == Outcome.HOLDS).count();
    long broken = asked.stream().filter(c -> c.verdict() == Outcome.REFUTED).count();
    return Optional.of(
        "in the mean as the method that the theorem speaks of: on %d of %s%s"
            .formatted(
                held,
                count(asked.size(), "instance"),
                broken == 0 ? "" : ", and surely not on " + broken));
  }

  private Stream<ClaimResult> claims(ClaimResult.Standing standing) {
    return check.instances().stream()
        .flatMap(i -> i.claims().stream())
        .filter(c -> c.standing() == standing);
  }

  /** All of it, for a terminal, a cell or a failing test. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add("GRADE: " + sentence());
    findings().forEach(f -> lines.add("  " + f));
    inTheMean().ifPresent(m -> lines.add("  " + m));
    if (!isMethod()) {
      firstDifference().ifPresent(d -> lines.add("  draw by draw " + d));
    }
    lines.add("  " + falseAlarm());
    power().forEach(p -> lines.add("  " + p));
    return String.join("\n", lines);
  }
}
