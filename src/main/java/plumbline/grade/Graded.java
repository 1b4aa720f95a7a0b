package plumbline.grade;

import java.util.ArrayList;
import java.util.Comparator;
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

  /** From here on a difference is none of rounding (verdicts.md, section 6). */
  private static final double DIFFERENT = 1e6;

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

  private Stream<ClaimResult> coincided() {
    return check.instances().stream()
        .flatMap(i -> i.claims().stream())
        .filter(c -> c.kind().equals("coincide"));
  }

  /** The errors that this grade may make, as far as they are known. */
  public List<String> errors() {
    List<String> said = new ArrayList<>();
    long n =
        claims(ClaimResult.Standing.CLAIMED)
            .flatMap(c -> c.layers().stream())
            .filter(Graded::isRandom)
            .count();
    if (n > 0) {
      said.add(
          String.format(
              Locale.ROOT,
              "a right step would be told that it does not obey with probability at most %d x %.0e"
                  + " = %.1e",
              n,
              Levels.ALPHA_CLAIM,
              n * Levels.ALPHA_CLAIM));
    } else if (!isMethod()) {
      said.add("no chance is in this: nothing is random on these instances");
    } else {
      said.add(
          "no chance is in this: the same method, its operations in another order, differs by a"
              + " thousandth of what is called a difference, or less");
    }
    if (mark() == Mark.OBEYS && n > 0) {
      said.add(
          String.format(
              Locale.ROOT,
              "one that breaks a bound by more than %s %% at some tested checkpoint would be told"
                  + " that it obeys with probability at most %.0e, if its iterates have the tails"
                  + " that are known of the theorem's method",
              Digits.column(100 * delta()),
              Levels.BETA));
    }
    if (mark() != Mark.DOES_NOT_OBEY) {
      least(ClaimResult.Standing.CLAIMED)
          .ifPresent(
              seen -> said.add("a mean above its bound by " + seen + " would have been noticed"));
      least(ClaimResult.Standing.SIMULATOR)
          .ifPresent(
              seen ->
                  said.add(
                      "a mean that differs from the method's by "
                          + seen
                          + " would have been noticed"));
      coincided()
          .filter(c -> c.verdict() == Outcome.HOLDS)
          .mapToDouble(c -> DIFFERENT * ((Layer.Coincided) c.layers().get(0)).rounding())
          .max()
          .ifPresent(
              seen ->
                  said.add(
                      "a wrong operation that moves one of the first %d iterates by more than %s would surely have been noticed draw by draw"
                          .formatted(ITERATES, Digits.column(seen))));
    }
    return said;
  }

  /** The coarsest resolution of a claim. */
  private double delta() {
    return claims(ClaimResult.Standing.CLAIMED)
        .flatMap(c -> c.layers().stream())
        .mapToDouble(layer -> layer instanceof Layer.Sampled s ? s.delta() : 0)
        .max()
        .orElse(0);
  }

  private static boolean isRandom(Layer layer) {
    boolean pointwise = layer instanceof Layer.Sampled s && s.components().isEmpty();
    return !(layer instanceof Layer.Coincided) && !pointwise;
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
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%s %% on \"%s\", with probability 99 %%,",
                Digits.column(Math.rint(1000 * least) / 10),
                where));
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

  private Stream<ClaimResult> claims(ClaimResult.Standing standing) {
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
