package plumbline.verdict;

import plumbline.theorem.Relation;

/**
 * Which checkpoints enter a statistical claim, and which readings are data (verdicts.md, section
 * 6); decided before the run.
 */
public final class Admission {
  private static final double LEAST_BOUND = 1e-290;

  private Admission() {}

  /** What becomes of one checkpoint. */
  public enum Standing {
    /** It is a component of the statistical claim. */
    STATISTICAL,
    /** xError is above eta B, or B is below 1e-290: it is listed and left out. */
    BELOW_ROUNDING,
    /** The bound says nothing here. */
    VACUOUS,
    /** B = 0: the claim is X = 0 almost surely; one X above xError is REFUTED (exact). */
    ZERO,
    /** A negative bound on a non-negative quantity. */
    REFUTED,
    /** The bound is not a number, or infinite where it is a lower one. */
    ERROR
  }

  /** What an infinite reading means. */
  public enum Overflow {
    /** A large value, as for a sum of squares: the ratio is capped. */
    LARGE,
    /** Nothing known: an ERROR. */
    UNKNOWN
  }

  /**
   * The standing of a checkpoint.
   *
   * @param bound B_k
   * @param xError the proved absolute error of a reading plus B_k times the relative error of B_k
   */
  public static Standing of(Relation relation, double bound, double xError) {
    boolean lower = relation == Relation.AT_LEAST;
    if (Double.isNaN(bound)
        || Double.isNaN(xError)
        || (lower && bound == Double.POSITIVE_INFINITY)) {
      return Standing.ERROR;
    }
    if (lower ? bound <= 0 : bound == Double.POSITIVE_INFINITY) {
      return Standing.VACUOUS;
    }
    if (bound <= 0) {
      return bound == 0 ? Standing.ZERO : Standing.REFUTED;
    }
    return bound >= LEAST_BOUND && xError <= Levels.ETA * bound
        ? Standing.STATISTICAL
        : Standing.BELOW_ROUNDING;
  }

  /**
   * A ratio as it enters a summary: 0 for what rounding alone made negative.
   *
   * @param ratio X/B
   * @param error xError/B
   * @throws IllegalArgumentException where the reading is an ERROR
   */
  public static double ratio(double ratio, double error, Overflow overflow) {
    if (Double.isNaN(ratio)
        || ratio < -error
        || (ratio == Double.POSITIVE_INFINITY && overflow == Overflow.UNKNOWN)) {
      throw new IllegalArgumentException(
          "a ratio is "
              + ratio
              + " with error "
              + error
              + "; allowed: at least -error, and infinite only where that means large");
    }
    return Math.max(0, ratio);
  }
}
