package plumbline.check;

import java.util.List;

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

  /** How many must be refuted. */
  public long demanded() {
    return mutants.stream().filter(m -> m.standing() == MutantResult.Standing.DEMANDED).count();
  }

  public long killed() {
    return mutants.stream().filter(MutantResult::killed).count();
  }

  /** Those that must be refuted and were not. */
  public List<MutantResult> survivors() {
    return mutants.stream().filter(MutantResult::survived).toList();
  }
}
