package plumbline.check;

import java.util.Optional;
import plumbline.verdict.Outcome;

/**
 * What became of one planted error on one instance.
 *
 * @param instance its name
 * @param claim whose bound was changed
 * @param mutant the error in words
 * @param standing whether it must be refuted
 * @param violation the largest over tested checkpoints, relative to the false bound; at most 0
 *     where the mutant is true; infinite for a bound of 0
 * @param where the checkpoint at which it is refuted, or the worst one
 * @param basis how the violation is known: "exact moments", "measured", "no chance"
 * @param exact the verdict without chance, where there is one
 * @param simulated the verdict of the ordinary procedure, where it was asked
 * @param replicas of the simulated verdict
 * @param why what else must be said, e.g. why nothing was simulated; may be empty
 */
public record MutantResult(
    String instance,
    String claim,
    String mutant,
    Standing standing,
    double violation,
    String where,
    String basis,
    Optional<Outcome> exact,
    Optional<Outcome> simulated,
    long replicas,
    String why) {

  /** Whether a mutant is false enough to be caught. */
  public enum Standing {
    /** Not violated on the tested checkpoints. */
    TRUE_HERE("true on the tested checkpoints"),
    /** Violated by less than 1.5 max(delta, delta99). */
    BELOW_RESOLUTION("below 1.5 max(delta, delta99)"),
    /** Must come out REFUTED wherever it is tried. */
    DEMANDED("demanded");

    private final String words;

    Standing(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** Whether it is demanded and every verdict on it is REFUTED; there is at least one. */
  public boolean killed() {
    return standing == Standing.DEMANDED
        && (exact.isPresent() || simulated.isPresent())
        && exact.orElse(Outcome.REFUTED) == Outcome.REFUTED
        && simulated.orElse(Outcome.REFUTED) == Outcome.REFUTED;
  }

  /** Whether it should have been refuted and was not. */
  public boolean survived() {
    return standing == Standing.DEMANDED && !killed();
  }
}
