package plumbline.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plumbline.check.ClaimResult;
import plumbline.check.InstanceResult;
import plumbline.check.Layer;
import plumbline.series.Digits;
import plumbline.verdict.Levels;
import plumbline.verdict.Outcome;

/**
 * The errors that a grade may make, as far as they are known: with which probability, how large.
 */
record Risks(Graded graded) {
  /** From here on a difference is none of rounding (verdicts.md, section 6). */
  private static final double DIFFERENT = 1e6;

  private static final String TAILS =
      ", if its iterates have the tails that are known of the theorem's method";

  /** One sentence each. */
  List<String> said() {
    List<String> said = new ArrayList<>();
    long n =
        graded
            .claims(ClaimResult.Standing.CLAIMED)
            .flatMap(c -> c.layers().stream())
            .filter(Risks::isRandom)
            .count();
    if (n > 0) {
      said.add(
          String.format(
              Locale.ROOT,
              "a right step would be told that it does not obey with probability at most %d x %.0e"
                  + " = %.1e%s",
              n,
              Levels.ALPHA_CLAIM,
              n * Levels.ALPHA_CLAIM,
              graded.claims(ClaimResult.Standing.CLAIMED).allMatch(Risks::isRefutedWithoutTails)
                  ? ""
                  : TAILS));
    } else if (graded.claims(ClaimResult.Standing.CLAIMED).allMatch(c -> c.layers().isEmpty())) {
      return said; // a step failed before anything was compared
    } else if (!graded.isMethod()) {
      said.add("no chance is in this: nothing is random on these instances");
    } else {
      said.add(
          "no chance is in this: the same method, its operations in another order, differs by a"
              + " thousandth of what is called a difference, or less");
    }
    if (graded.mark() == Graded.Mark.OBEYS && delta() > 0) {
      said.add(
          String.format(
              Locale.ROOT,
              "one that breaks a bound by more than %s %% at some tested checkpoint would be told"
                  + " that it obeys with probability at most %.0e%s",
              Digits.column(100 * delta()),
              Levels.BETA,
              TAILS));
      long open =
          graded
              .claims(ClaimResult.Standing.CLAIMED)
              .filter(c -> c.verdict() == Outcome.INCONCLUSIVE)
              .count();
      if (open > 0) {
        said.add(
            "of %d of the claims, on typical instances, too little was seen to promise this"
                .formatted(open));
      }
    }
    if (graded.mark() != Graded.Mark.DOES_NOT_OBEY) {
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
      graded
          .coincided()
          .filter(c -> c.verdict() == Outcome.HOLDS)
          .mapToDouble(c -> DIFFERENT * ((Layer.Coincided) c.layers().get(0)).rounding())
          .max()
          .ifPresent(
              seen ->
                  said.add(
                      "a wrong operation that moves one of the first %d iterates by more than %s would surely have been noticed draw by draw"
                          .formatted(Graded.ITERATES, Digits.column(seen))));
    }
    return said;
  }

  /** The coarsest resolution of a bound that holds; 0 if chance is in none. */
  private double delta() {
    return graded
        .claims(ClaimResult.Standing.CLAIMED)
        .filter(c -> c.verdict() == Outcome.HOLDS)
        .flatMap(c -> c.layers().stream())
        .filter(Risks::isRandom)
        .mapToDouble(Risks::delta)
        .max()
        .orElse(0);
  }

  private static double delta(Layer layer) {
    return layer instanceof Layer.Sampled s
        ? s.delta()
        : layer instanceof Layer.Counted c ? c.delta() : 0;
  }

  /** Means above a bound, and events, are refuted whatever the tails (verdicts.md, section 4). */
  private static boolean isRefutedWithoutTails(ClaimResult claim) {
    return claim.layers().stream()
        .filter(Risks::isRandom)
        .allMatch(
            layer ->
                layer instanceof Layer.Counted
                    || layer instanceof Layer.Sampled && claim.relation().equals("at most"));
  }

  private static boolean isRandom(Layer layer) {
    boolean pointwise = layer instanceof Layer.Sampled s && s.components().isEmpty();
    return !(layer instanceof Layer.Coincided) && !pointwise;
  }

  private Optional<String> least(ClaimResult.Standing standing) {
    String where = "";
    double least = Double.POSITIVE_INFINITY;
    for (InstanceResult instance : graded.check().instances()) {
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
}
