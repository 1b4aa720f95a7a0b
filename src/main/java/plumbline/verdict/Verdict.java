package plumbline.verdict;

import java.util.List;

/**
 * What a procedure concludes.
 *
 * @param outcome of the claim
 * @param grade "exact", "contract(name)" or "asymptotic"; empty where nothing is said (INCONCLUSIVE
 *     without a leaning, ERROR)
 * @param replicas n at the last look; 0 where nothing was sampled
 * @param logE the averaged log e against the claim; NaN where none is kept
 * @param logEThreshold where it refutes; NaN where none is kept
 * @param delta99 the smallest violation that the run would have refuted with probability 99 %; NaN:
 *     none
 * @param heavy whether one replica dominates somewhere, and delta99 is unreliable
 * @param ratioLower L of the claim in units of what is claimed; NaN where there is none
 * @param ratioUpper U of the claim
 * @param parts one a component: checkpoints, then windows; coordinates; readings
 * @param intervals one a pair, for Ratio and Slope
 * @param note what else must be said, e.g. {@code asymptotic: leans HOLDS}; may be empty
 * @param sentence the verdict in words with its numbers
 */
public record Verdict(
    Outcome outcome,
    String grade,
    long replicas,
    double logE,
    double logEThreshold,
    double delta99,
    boolean heavy,
    double ratioLower,
    double ratioUpper,
    List<Part> parts,
    List<Interval> intervals,
    String note,
    String sentence) {
  public Verdict {
    parts = List.copyOf(parts);
    intervals = List.copyOf(intervals);
  }

  /**
   * One component.
   *
   * @param label "k = 8"
   * @param mean of the ratios
   * @param lower L, less eta
   * @param upper U, plus eta
   * @param cv2 the sample's CV^2
   * @param skewness of the sample
   * @param share max/(n mean)
   * @param kappa log of the inflation of the studentised tail
   * @param delta99 of this component; NaN: none, or a window
   */
  public record Part(
      String label,
      double mean,
      double lower,
      double upper,
      double cv2,
      double skewness,
      double share,
      double kappa,
      double delta99) {
    /** Where one observation dominates. */
    public boolean heavy() {
      return share > 0.02 || kappa > 2;
    }
  }

  /** The interval of one pair at the alpha limits: of E X/E Y for Ratio, of the slope for Slope. */
  public record Interval(String what, double lower, double upper, double target, double tau) {}

  /**
   * The same numbers where something beside the means decided.
   *
   * @param what decided, in words
   */
  public Verdict decidedBy(String what) {
    return new Verdict(
        outcome,
        outcome == Outcome.REFUTED ? "exact" : "",
        replicas,
        logE,
        logEThreshold,
        delta99,
        heavy,
        ratioLower,
        ratioUpper,
        parts,
        intervals,
        what,
        outcome + ": " + what);
  }

  /** A verdict without chance in it, or without numbers. */
  static Verdict plain(Outcome outcome, String grade, String sentence) {
    double none = Double.NaN;
    return new Verdict(
        outcome,
        grade,
        0,
        none,
        none,
        none,
        false,
        none,
        none,
        List.of(),
        List.of(),
        "",
        outcome + " " + sentence);
  }
}
