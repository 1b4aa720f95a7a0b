package plumbline.verdict;

import java.util.ArrayList;
import java.util.List;

/**
 * The constants of the method and the plan of a run: levels, replicas, looks (verdicts.md, sections
 * 1 and 4).
 */
public final class Levels {
  /** P(some true statement of the built-in catalogue is REFUTED) is at most this. */
  public static final double ALPHA_SUITE = 1e-6;

  /** The level of one claim. */
  public static final double ALPHA_CLAIM = 5e-10;

  /** The most statistical claims of the catalogue: their levels sum to {@link #ALPHA_SUITE}. */
  public static final int MAX_CLAIMS = 2000;

  /** The level of HOLDS. */
  public static final double BETA = 1e-4;

  /** The resolution of HOLDS for a SHARP claim. */
  public static final double DELTA_SHARP = 0.02;

  /** The resolution of HOLDS elsewhere. */
  public static final double DELTA = 0.05;

  /** The admitted relative rounding of a reading, the generator's included. */
  public static final double ETA = 1e-6;

  /** The 99 % quantile of the normal law, for planning and delta99 only. */
  static final double Z_Q = 2.326;

  // the same quantile as n_plan has it, and the nats that the grid and the discreteness of looks
  // cost (section 4)
  private static final double PLAN_QUANTILE = 2.33;
  private static final double PLAN_NATS = 2.5;

  private Levels() {}

  /** lR = ln(1/alpha_claim), where the averaged log e refutes. */
  public static double refuting() {
    return threshold(ALPHA_CLAIM);
  }

  /** lH = ln(1/beta), where a violation by 1 + delta is rejected. */
  public static double holding() {
    return threshold(BETA);
  }

  /** ln(1/level). */
  static double threshold(double level) {
    return -StrictMath.log(level);
  }

  /**
   * Replicas that refute a violation by the factor 1 + violation with probability about 99 %.
   *
   * @param cv2 the true CV^2 of the violated component; (1 - p)/p for an event
   * @param weight the weight of that component, in (0, 1]
   */
  public static double planned(double cv2, double violation, double weight) {
    return replicas(cv2, violation, refuting() - StrictMath.log(weight));
  }

  /** Replicas after which HOLDS within delta is reached, for a contract CV^2 <= cv2. */
  public static double held(double cv2, double delta) {
    return replicas(cv2, delta, holding());
  }

  /** n_max = max(4 n_plan(delta), 4 n_hold). */
  public static double most(double cv2, double contractCv2, double delta, double weight) {
    return 4 * Math.max(planned(cv2, delta, weight), held(contractCv2, delta));
  }

  /**
   * The half-width of the interval of a Slope (or of the logarithm of a Ratio, with run = 1) after
   * n replicas, about.
   *
   * @param level the level of one limit
   */
  public static double halfWidth(double cv2, double n, double level, double run) {
    return 2 * StrictMath.sqrt(2 * cv2 * (threshold(level) + PLAN_NATS) / n) / run;
  }

  /**
   * The n_max of a Slope or Ratio: four times the n that brings the half-width to half the distance
   * from the known value to the edge.
   */
  public static double mostForInterval(double cv2, double level, double run, double distance) {
    double root = 2 * halfWidth(cv2, 1, level, run) / distance;
    return 4 * root * root;
  }

  private static double replicas(double cv2, double violation, double nats) {
    double root = (StrictMath.sqrt(2 * (nats + PLAN_NATS)) + PLAN_QUANTILE) / violation;
    double spread = 1 + violation;
    return cv2 * spread * spread * root * root;
  }

  /** So many replicas rounded up to whole blocks, at least one block. */
  public static long blocks(double replicas, int perBlock) {
    return Math.max(1, (long) Math.ceil(replicas / perBlock));
  }

  /**
   * The looks of a run, in whole blocks: 2^(j/2) rounded half up, duplicates dropped, and finally
   * the last block.
   *
   * @param most the blocks of n_max, at least 1
   */
  public static List<Long> looks(long most) {
    if (most < 1) {
      throw new IllegalArgumentException("a run of " + most + " blocks; allowed: at least 1");
    }
    List<Long> looks = new ArrayList<>();
    long last = 0;
    for (int j = 0; last < most; j++) {
      double power = Math.scalb(j % 2 == 0 ? 1.0 : StrictMath.sqrt(2), j / 2);
      long look = Math.min(most, (long) Math.floor(power + 0.5));
      if (look > last) {
        looks.add(look);
        last = look;
      }
    }
    return List.copyOf(looks);
  }
}
