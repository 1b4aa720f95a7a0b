package plumbline.verdict;

import java.util.List;
import java.util.stream.Stream;

/** How outcomes join, from layers to claims to instances to cards (verdicts.md, section 4). */
public final class Joins {
  private Joins() {}

  /**
   * The worst in the order ERROR, REFUTED, INCONCLUSIVE, HOLDS; what is not applicable does not
   * count, and of nothing is the join.
   */
  public static Outcome worst(List<Outcome> outcomes) {
    return Stream.of(Outcome.ERROR, Outcome.REFUTED, Outcome.INCONCLUSIVE, Outcome.HOLDS)
        .filter(outcomes::contains)
        .findFirst()
        .orElse(Outcome.NOT_APPLICABLE);
  }

  /** The deterministic checkpoints of a claim, for {@link Course}: HOLDS if there are none. */
  public static Outcome fixed(List<Outcome> checkpoints) {
    Outcome worst = worst(checkpoints);
    return worst == Outcome.NOT_APPLICABLE ? Outcome.HOLDS : worst;
  }

  /**
   * Layers of one claim: one that holds is enough if none contradicts. An exact layer decides its
   * claim alone: pass it alone.
   */
  public static Outcome claim(List<Outcome> layers) {
    return Stream.of(Outcome.ERROR, Outcome.REFUTED, Outcome.HOLDS, Outcome.INCONCLUSIVE)
        .filter(layers::contains)
        .findFirst()
        .orElse(Outcome.NOT_APPLICABLE);
  }

  /** Whether every hypothesis of an instance survived. */
  public enum Hypotheses {
    /** All certified. */
    CERTIFIED,
    /** None refuted, some not certified. */
    NOT_REFUTED,
    /** One refuted: the theorem claims nothing here. */
    REFUTED
  }

  /** Claims of one instance; where a theorem applies and nothing was tried, nothing is known. */
  public static Outcome instance(Hypotheses hypotheses, List<Outcome> claims) {
    if (hypotheses == Hypotheses.REFUTED) {
      return Outcome.NOT_APPLICABLE;
    }
    return claims.isEmpty() ? Outcome.INCONCLUSIVE : worst(claims);
  }

  /** Instances of one card. */
  public static Outcome card(List<Outcome> instances) {
    return worst(instances);
  }
}
