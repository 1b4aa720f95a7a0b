package plumbline.grade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.InstanceResult;
import plumbline.check.Layer;
import plumbline.series.Digits;
import plumbline.theorem.Role;
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
    if (claims(ClaimResult.Standing.CLAIMED).anyMatch(Graded::isBroken)) {
      return Mark.DOES_NOT_OBEY;
    }
    // a claim on a typical instance may stay open, on a sharp one it has to be decided
    boolean open =
        check.instances().stream()
            .filter(i -> i.role() != Role.TYPICAL)
            .flatMap(i -> i.claims().stream())
            .filter(c -> c.standing() == ClaimResult.Standing.CLAIMED)
            .anyMatch(c -> c.verdict() == Outcome.INCONCLUSIVE);
    boolean held = claims(ClaimResult.Standing.CLAIMED).anyMatch(c -> c.verdict() == Outcome.HOLDS);
    return held && !open ? Mark.OBEYS : Mark.NOT_DECIDED;
  }

  private static boolean isBroken(ClaimResult claim) {
    return claim.verdict() == Outcome.REFUTED || claim.verdict() == Outcome.ERROR;
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
    return switch (mark()) {
      case OBEYS ->
          "%s, as far as %s can tell"
              .formatted(
                  isMethod() ? "is " + check.title() : "obeys " + check.id(),
                  count(check.instances().size()));
      case DOES_NOT_OBEY -> isMethod() ? "is not " + check.title() : "does not obey " + check.id();
      case NOT_DECIDED ->
          "nothing was found against it, and too little was seen to say that it "
              + (isMethod() ? "is " + check.title() : "obeys " + check.id());
    };
  }

  private String count(long n) {
    String what = isMethod() ? "setting" : "instance";
    return n + " " + what + (n == 1 ? "" : "s");
  }

  /** What is wrong, or what stays open: one sentence a claim, in the order of the instances. */
  public List<String> findings() {
    List<String> found = new ArrayList<>();
    for (InstanceResult instance : check.instances()) {
      for (ClaimResult claim : instance.claims()) {
        boolean stopped = claim.verdict() == Outcome.INCONCLUSIVE && claim.layers().isEmpty();
        if (claim.standing() == ClaimResult.Standing.CLAIMED && (isBroken(claim) || stopped)) {
          found.add("on " + instance.name() + ": " + words(claim));
        }
      }
    }
    return found;
  }

  private static String words(ClaimResult claim) {
    if (claim.layers().isEmpty()) {
      return claim.sentence();
    }
    Layer layer = claim.layers().get(0);
    if (layer instanceof Layer.Coincided coincided) {
      return coincided.where();
    }
    if (layer instanceof Layer.Sampled sampled && claim.relation().equals("at most")) {
      Optional<Layer.Component> worst =
          sampled.components().stream()
              .filter(c -> c.ratioLower() > 1)
              .max(Comparator.comparingDouble(Layer.Component::ratioLower));
      if (worst.isPresent()) {
        return "%s is broken: at %s the mean over %d replicas is %s times its bound"
            .formatted(
                claim.name(),
                worst.get().at(),
                sampled.replicas(),
                Digits.column(worst.get().mean()));
      }
    }
    return claim.name() + ": " + claim.sentence();
  }

  /** Where the step first differs from the declared method with the same draws, if it does. */
  public Optional<String> firstDifference() {
    return coincided()
        .filter(c -> c.verdict() == Outcome.REFUTED)
        .map(c -> ((Layer.Coincided) c.layers().get(0)).where())
        .findFirst();
  }

  Stream<ClaimResult> coincided() {
    return check.instances().stream()
        .flatMap(i -> i.claims().stream())
        .filter(c -> c.kind().equals("coincide"));
  }

  /** The errors that this grade may make, as far as they are known. */
  public List<String> errors() {
    return new Risks(this).said();
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
        "apart from the grade: its means are those of the method that the theorem speaks of on %d of %s%s"
            .formatted(
                held,
                count(asked.size()),
                broken == 0 ? "" : ", and are surely others on " + broken));
  }

  /** The third, without chance: are the iterates? Empty where it was not asked. */
  public Optional<String> drawByDraw() {
    long asked = coincided().count();
    if (isMethod() || asked == 0) {
      return Optional.empty();
    }
    long held = coincided().filter(c -> c.verdict() == Outcome.HOLDS).count();
    return Optional.of(
        "apart from the grade: draw by draw its iterates are those of that method on %d of %s%s"
            .formatted(
                held, count(asked), firstDifference().map(where -> "; " + where).orElse("")));
  }

  Stream<ClaimResult> claims(ClaimResult.Standing standing) {
    return check.instances().stream()
        .flatMap(i -> i.claims().stream())
        .filter(c -> c.standing() == standing);
  }

  /** All of it, for a terminal, a cell or a failing test; the first line is the grade. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add("GRADE: " + sentence());
    List<String> found = findings();
    found.stream().limit(1).forEach(lines::add);
    if (found.size() > 1) {
      lines.add("and " + (found.size() - 1) + " more of this kind");
    }
    if (!check.note().isEmpty()) {
      lines.add(check.note());
    }
    inTheMean().ifPresent(lines::add);
    drawByDraw().ifPresent(lines::add);
    lines.addAll(errors());
    return String.join("\n  ", lines);
  }
}
