package plumbline.verdict;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** One run of a statistical claim through its looks (verdicts.md, section 4). */
public final class Course {
  private Course() {}

  /** Which outcome a claim is run for. */
  public enum Aim {
    /** The usual one: REFUTED and HOLDS both stop the run. */
    EITHER,
    /**
     * REFUTED is expected (a misprint, a mutant): HOLDS is not evaluated and stops nothing (section
     * 8).
     */
    REFUTED
  }

  /**
   * The decision at one look, if there is one.
   *
   * @param fixed the joined outcome of the claim's deterministic checkpoints; HOLDS if there are
   *     none
   */
  public static Optional<Outcome> decide(Look look, Aim aim, Outcome fixed) {
    if (fixed == Outcome.ERROR || look.broken().isPresent()) {
      return Optional.of(Outcome.ERROR);
    }
    if (fixed == Outcome.REFUTED || look.refuted()) {
      return Optional.of(Outcome.REFUTED);
    }
    if (look.holds() && aim != Aim.REFUTED && fixed == Outcome.HOLDS) {
      return Optional.of(Outcome.HOLDS);
    }
    return Optional.empty();
  }

  /**
   * Runs the looks until one decides.
   *
   * @param looks the looks in blocks, from {@link Levels#looks}
   * @param evidence the evidence after so many blocks
   * @param fixed the joined outcome of the deterministic checkpoints; HOLDS if there are none
   */
  public static <E> Verdict run(
      Procedure<E> procedure, List<Long> looks, LongFunction<E> evidence, Aim aim, Outcome fixed) {
    E last = null;
    for (long blocks : looks) {
      last = evidence.apply(blocks);
      Optional<Outcome> decided = decide(procedure.at(last), aim, fixed);
      if (decided.isPresent()) {
        return procedure.conclude(last, decided.get());
      }
    }
    if (last == null) {
      throw new IllegalArgumentException("a run without a look; allowed: at least one");
    }
    return procedure.conclude(last, Outcome.INCONCLUSIVE);
  }
}
