package plumbline.verdict;

import java.util.List;
import plumbline.simulation.Moments;

/**
 * A claim none of whose checkpoints is statistical: its deterministic ones decide (verdicts.md,
 * section 3).
 *
 * @param where the checkpoints, in words; may be empty
 */
public record NoMeans(String where) implements Procedure<List<Moments>> {
  @Override
  public Look at(List<Moments> evidence) {
    return Look.ofLimits(false, true);
  }

  @Override
  public Verdict conclude(List<Moments> evidence, Outcome decided) {
    boolean said = decided == Outcome.HOLDS || decided == Outcome.REFUTED;
    return Verdict.plain(
        decided,
        said ? "exact" : "",
        "in doubles with a proved error" + (where.isEmpty() ? "" : ": " + where));
  }
}
