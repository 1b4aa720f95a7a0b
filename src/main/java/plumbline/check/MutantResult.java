package plumbline.check;

import java.util.Optional;
import java.util.Set;
import plumbline.theorem.Role;
import plumbline.verdict.Outcome;

/**
 * What became of one planted error on one instance.
 *
 * @param place the claim whose bound was changed
 * @param mutant the error in words
 * @param standing what is demanded, by a rule that knows nothing of the outcome
 * @param asked the witnesses that must refute it; none unless it is demanded
 * @param violation the largest over tested checkpoints, relative to the false bound; at most 0
 *     where the mutant is true; infinite for a bound of 0; NaN where nothing is known of it
 * @param where the checkpoint at which it must be refuted, or the worst one
 * @param basis how the violation is known: "exact moments", "measured", "no chance"
 * @param exact the verdict without chance, where there is one
 * @param simulated the verdict of the ordinary procedure, where there is one
 * @param replicas of the simulated verdict
 * @param why what else must be said, e.g. why nothing was simulated; may be empty
 */
public record MutantResult(
    Place place,
    String mutant,
    Standing standing,
    Set<Witness> asked,
    double violation,
    String where,
    String basis,
    Optional<Outcome> exact,
    Optional<Outcome> simulated,
    long replicas,
    String why) {

  /** A claim of an instance. */
  public record Place(String instance, Role role, String claim) {}

  /** Who can refute. */
  public enum Witness {
    /** Exact moments, or a comparison without chance. */
    EXACT,
    /** The ordinary procedure on simulated replicas. */
    SIMULATION
  }

  /** Whether a mutant is false enough to be caught. */
  public enum Standing {
    /** Not violated on the tested checkpoints. */
    TRUE_HERE("true here"),
    /** Violated by less than 1.5 max(delta, delta99). */
    BELOW_RESOLUTION("below 1.5 max(delta, delta99)"),
    /** Nothing exact says how false it is: outside the kill rate, whatever comes out. */
    NOT_CLASSED("not classed"),
    /** Must come out REFUTED by every witness that is asked. */
    DEMANDED("demanded");

    private final String words;

    Standing(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public MutantResult {
    asked = Set.copyOf(asked);
    if (asked.isEmpty() == (standing == Standing.DEMANDED)) {
      throw new IllegalArgumentException(
          mutant + " is " + standing + " and asks " + asked + "; allowed: a demanded one asks");
    }
  }

  /** The verdict of a witness, if it gave one. */
  public Optional<Outcome> verdict(Witness witness) {
    return witness == Witness.EXACT ? exact : simulated;
  }

  /** Whether it is demanded and everybody who is asked says REFUTED; silence does not count. */
  public boolean killed() {
    return standing == Standing.DEMANDED
        && asked.stream().allMatch(w -> verdict(w).equals(Optional.of(Outcome.REFUTED)))
        && !broken();
  }

  /** Whether it should have been refuted and was not. */
  public boolean survived() {
    return standing == Standing.DEMANDED && !killed();
  }

  /** Whether nothing demanded it and simulation refuted it all the same. */
  public boolean refutedUnasked() {
    return standing == Standing.NOT_CLASSED && simulated.equals(Optional.of(Outcome.REFUTED));
  }

  /** Whether a witness erred: then nothing is said of the mutant, whoever was asked. */
  public boolean broken() {
    return exact.equals(Optional.of(Outcome.ERROR)) || simulated.equals(Optional.of(Outcome.ERROR));
  }
}
