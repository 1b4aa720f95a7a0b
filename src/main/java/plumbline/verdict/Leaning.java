package plumbline.verdict;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import plumbline.simulation.Moments;
import plumbline.theorem.Relation;

/**
 * Which way an asymptotic argument leans where a side of a Mean claim needs a contract and has none
 * (section 4); never a verdict.
 */
final class Leaning {
  private final Mean claim;
  private final List<Moments> evidence;

  Leaning(Mean claim, List<Moments> evidence) {
    this.claim = claim;
    this.evidence = evidence;
  }

  String note() {
    boolean missing = claim.components().stream().anyMatch(c -> c.contract().name().isEmpty());
    if (!missing) {
      return "";
    }
    if (claim.relation() != Relation.AT_MOST
        && IntStream.range(0, evidence.size()).anyMatch(this::refutes)) {
      return "asymptotic: leans REFUTED";
    }
    return claim.relation() != Relation.AT_LEAST && everyCheckpoint(this::holds)
        ? "asymptotic: leans HOLDS"
        : "";
  }

  private boolean everyCheckpoint(IntPredicate holds) {
    int[] checkpoints =
        IntStream.range(0, evidence.size())
            .filter(i -> claim.components().get(i).kind() == Mean.Kind.CHECKPOINT)
            .toArray();
    return checkpoints.length > 0 && IntStream.of(checkpoints).allMatch(holds);
  }

  private boolean refutes(int i) {
    Mean.Component c = claim.components().get(i);
    double level = Levels.ALPHA_CLAIM * c.weight() / (claim.relation() == Relation.EQUAL ? 2 : 1);
    double m = c.ratio() - 2 * Levels.ETA;
    return m > 0
        && LogAsym.of(evidence.get(i), m, level, LogAsym.Side.DOWN) >= Levels.threshold(level);
  }

  private boolean holds(int i) {
    Mean.Component c = claim.components().get(i);
    Moments r = evidence.get(i);
    boolean above =
        c.ratio() > 0
            && Math.max(
                    c.contract().against(r, claim.excess(c)),
                    LogAsym.of(r, claim.excess(c), Levels.BETA, LogAsym.Side.DOWN))
                >= Levels.holding();
    return above
        && (claim.relation() == Relation.AT_MOST
            || LogUp.star(r, claim.deficit(c)) >= Levels.holding());
  }
}
