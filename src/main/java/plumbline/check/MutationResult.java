package plumbline.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import plumbline.card.Fails;

/**
 * The planted errors of one theorem.
 *
 * @param id of the card
 * @param mutants on every instance to which the theorem applies
 * @param skipped what was not mutated, and why
 * @param named the error in the formula that the card says is found, if it says so
 */
public record MutationResult(
    String id, List<MutantResult> mutants, List<String> skipped, Optional<Fails> named) {
  public MutationResult {
    mutants = List.copyOf(mutants);
    skipped = List.copyOf(skipped);
  }

  /** Of a card that names no error. */
  public MutationResult(String id, List<MutantResult> mutants, List<String> skipped) {
    this(id, mutants, skipped, Optional.empty());
  }

  MutationResult naming(Optional<Fails> fails) {
    return new MutationResult(id, mutants, skipped, fails);
  }

  /**
   * Whether the error that the card names is refuted on some instance, and wherever it is demanded.
   */
  public boolean findsNamed() {
    return named.isEmpty()
        || named(m -> m.killed() || m.refutedUnasked()).findAny().isPresent()
            && named(MutantResult::survived).findAny().isEmpty();
  }

  private Stream<MutantResult> named(Predicate<MutantResult> which) {
    return mutants.stream()
        .filter(m -> m.place().claim().equals(named.get().claim()))
        .filter(m -> m.mutant().equals(named.get().mutant()))
        .filter(which);
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
