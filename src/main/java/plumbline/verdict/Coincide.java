package plumbline.verdict;

import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Two recursions with the same draws give the same readings; the twin, with one index shifted, must
 * not (verdicts.md, section 6). Maxima over 64 replicas and all checkpoints.
 *
 * @param difference D = max|x - y|
 * @param rounding E = max|x - x'|, x' started one ulp higher in every coordinate; at least 2^-52
 *     max|x|
 * @param twin T = max|x - y'|
 */
public record Coincide(double difference, double rounding, double twin) {
  /** How many replicas are compared. */
  public static final int REPLICAS = 64;

  private static final double SAME = 1000;
  private static final double DIFFERENT = 1e6;

  /**
   * The verdict.
   *
   * @param repeated the worst replica's difference, repeated in 40 digits with the same draws;
   *     asked for only where it decides; empty where it cannot be had
   */
  public Verdict judge(Supplier<OptionalDouble> repeated) {
    String numbers =
        "the two differ by "
            + Say.number(difference)
            + "; one ulp at the start makes "
            + Say.number(rounding)
            + ", the twin "
            + Say.number(twin);
    if (Double.isNaN(difference + rounding + twin)) {
      return Verdict.plain(Outcome.ERROR, "", "(not a number) " + numbers);
    }
    if (!(twin > 0 && twin >= DIFFERENT * rounding)) {
      // a difference may still refute: the twin only says whether coincidence could have been told
      // from its opposite
      return refuted(repeated, numbers, "(the check cannot tell) ");
    }
    return difference <= SAME * rounding
        ? Verdict.plain(Outcome.HOLDS, "exact", numbers)
        : refuted(repeated, numbers, "");
  }

  private Verdict refuted(Supplier<OptionalDouble> repeated, String numbers, String otherwise) {
    if (difference > 0 && difference >= DIFFERENT * rounding) {
      OptionalDouble exact = repeated.get();
      if (exact.isPresent() && exact.getAsDouble() >= difference / 2) {
        return Verdict.plain(
            Outcome.REFUTED,
            "exact",
            numbers + "; the worst replica in 40 digits " + Say.number(exact.getAsDouble()));
      }
    }
    return Verdict.plain(Outcome.INCONCLUSIVE, "", otherwise + numbers);
  }
}
