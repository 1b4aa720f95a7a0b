package plumbline.verdict;

import java.util.Optional;

/**
 * What one look at the evidence says.
 *
 * @param refuted whether the REFUTED condition is met
 * @param holds whether the HOLDS condition is met
 * @param logE the averaged log e against the claim; NaN for Ratio and Slope, which are decided by
 *     limits
 * @param logEHolds the smallest log e against a violation of delta; NaN for Ratio and Slope
 * @param broken which declared promise the data break, if they do: the verdict is ERROR
 */
public record Look(
    boolean refuted, boolean holds, double logE, double logEHolds, Optional<String> broken) {
  static Look of(double logE, double logEHolds) {
    return new Look(
        logE >= Levels.refuting(),
        logEHolds >= Levels.holding(),
        logE,
        logEHolds,
        Optional.empty());
  }

  static Look ofLimits(boolean refuted, boolean holds) {
    return new Look(refuted, holds, Double.NaN, Double.NaN, Optional.empty());
  }

  Look breaking(Optional<String> promise) {
    return new Look(refuted, holds, logE, logEHolds, promise);
  }
}
