package plumbline.verdict;

import plumbline.simulation.Moments;

/**
 * The audit of an assumed contract CV^2 <= v (verdicts.md, section 5): Q = ((R_1 - R_2)^2/2)/(v
 * mbar^2) over disjoint pairs has mean at most 1 under it. Proved contracts are never withdrawn by
 * data.
 *
 * @param v the assumed bound, above 0
 * @param mean mbar, fixed before the run and known to be at least E R: a smaller one would reject
 *     true contracts
 */
public record Audit(double v, double mean) {
  public Audit {
    if (!(v > 0 && mean > 0 && Double.isFinite(v) && Double.isFinite(mean))) {
      throw new IllegalArgumentException(
          "audit with v=" + v + ", mean=" + mean + "; allowed: both above 0");
    }
  }

  /** The summary of Q of one block of ratios; an odd last one is left out. */
  public Moments of(double[] ratios) {
    double[] q = new double[ratios.length / 2];
    for (int i = 0; i < q.length; i++) {
      double d =
          (Math.min(ratios[2 * i], Moments.CAP) - Math.min(ratios[2 * i + 1], Moments.CAP)) / mean;
      q[i] = d * d / 2 / v;
    }
    return Moments.of(q);
  }

  /** Whether the contract is rejected, and HOLDS with it. */
  public static boolean withdraws(Moments q) {
    return LogUp.star(q, 1 + 2 * Levels.ETA) >= Levels.refuting();
  }
}
