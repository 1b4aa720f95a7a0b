package plumbline.check;

import java.util.List;
import java.util.function.Predicate;

/**
 * The planted errors of one theorem.
 *
 * @param id of the card
 * @param mutants on every instance to which the theorem applies
 * @param skipped what was not mutated, and why
 */
public record MutationResult(String id, List<MutantResult> mutants, List<String> skipped) {
  public MutationResult {
    mutants = List.copyOf(mutants);
    skipped = List.copyOf(skipped);
  }

  private long count(Predicate<MutantResult> which) {
    return mutants.stream().filter(which).count();
  }

  public long standing(MutantResult.Standing standing) {
    return count(m -> m.standing() == standing);
  }

  /** How many must be refuted. */
  public long demanded() {
    return standing(MutantResult.Standing.DEMANDED);
  }

  public long killed() {
    return count(MutantResult::killed);
  }

  /** How many of those that nothing demands were refuted by simulation. */
  public long refutedUnasked() {
    return count(MutantResult::refutedUnasked);
  }

  /**
   * Those that must be refuted and were not, and those on which a witness erred, demanded or not.
   */
  public List<MutantResult> survivors() {
    return mutants.stream().filter(m -> m.survived() || m.broken()).toList();
  }
}
