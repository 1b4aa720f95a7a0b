package plumbline.verdict;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import plumbline.theorem.Need;
import plumbline.theorem.Role;

/** Whether a card came out as it says it should (verdicts.md, sections 4 and 8). */
public final class Expectation {
  private Expectation() {}

  /** How a judged claim counts. */
  public enum Part {
    /** Asserted, or tries the simulator. */
    CLAIMED,
    /** Says what happens where a hypothesis fails; counts only there. */
    OTHERWISE
  }

  /** One claim as judged. */
  public record Claimed(String name, Part part, Need need, Outcome outcome, String grade) {
    /** Refuted for good: exactly, or under a proved contract. */
    boolean refutedForGood() {
      return outcome == Outcome.REFUTED
          && !grade.contains("assumed")
          && !grade.equals("asymptotic")
          && !grade.isEmpty();
    }
  }

  /** One instance as judged. */
  public record Instance(
      String name, Role role, Joins.Hypotheses hypotheses, List<Claimed> claims) {
    public Instance {
      claims = List.copyOf(claims);
    }

    boolean applies() {
      return hypotheses != Joins.Hypotheses.REFUTED;
    }

    /**
     * The claims that count: the theorem's where it applies, those of otherwise where it does not.
     */
    Stream<Claimed> counted() {
      return claims.stream().filter(c -> (c.part() == Part.CLAIMED) == applies());
    }
  }

  /** Of a card with {@code expect: holds}. */
  public static boolean holds(List<Instance> instances) {
    return instances.stream().allMatch(i -> fine(i, c -> false));
  }

  /**
   * Of a card with {@code expect: refuted}.
   *
   * @param named the claim that the card names
   * @param twin the corrected card's instances, on the same settings and the same measured values,
   *     joined by name
   */
  public static boolean refuted(String named, List<Instance> instances, List<Instance> twin) {
    Predicate<Claimed> expected = c -> c.name().equals(named) && c.part() == Part.CLAIMED;
    return instances.stream().allMatch(i -> fine(i, expected))
        && instances.stream().anyMatch(i -> caught(i, expected, twin));
  }

  private static boolean caught(
      Instance instance, Predicate<Claimed> expected, List<Instance> twin) {
    boolean usual = instance.role() == Role.SHARP || instance.role() == Role.TYPICAL;
    return usual
        && instance.counted().filter(expected).anyMatch(Claimed::refutedForGood)
        && twin.stream()
            .filter(t -> t.name().equals(instance.name()))
            .anyMatch(t -> Joins.instance(t.hypotheses(), outcomes(t)) == Outcome.HOLDS);
  }

  private static List<Outcome> outcomes(Instance instance) {
    return instance.counted().map(Claimed::outcome).toList();
  }

  /**
   * No ERROR, no REFUTED but of a claim that is expected to be, nothing open that must be decided.
   */
  private static boolean fine(Instance instance, Predicate<Claimed> expectedRefuted) {
    if (instance.counted().anyMatch(c -> c.outcome() == Outcome.ERROR)) {
      return false;
    }
    if (instance.role() == Role.YOURS) {
      boolean certified = instance.hypotheses() == Joins.Hypotheses.CERTIFIED;
      return !certified
          || instance
              .counted()
              .noneMatch(c -> c.outcome() == Outcome.REFUTED && !expectedRefuted.test(c));
    }
    return instance
        .counted()
        .allMatch(
            c ->
                expectedRefuted.test(c)
                    || (c.outcome() != Outcome.REFUTED
                        && !(c.outcome() == Outcome.INCONCLUSIVE && c.need() == Need.MUST_DECIDE)));
  }
}
