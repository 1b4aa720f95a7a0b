package plumbline.check;

import plumbline.formula.Constants;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;

/**
 * How far rounding moves a reading, so that checkpoints where it matters are left out before a run.
 *
 * <p>A step of the recursion rounds each coordinate a few times, to within u times its size; for
 * stepsizes at which a step does not expand distances (alpha &lt;= 2/L), errors of k steps add, so
 * that w_k is off by at most e = 16 u k s, with s the size of the iterates. F and |grad F|^2 are
 * then off by at most sqrt(2 L X) e + L e^2/2 (times 2 L for the latter), X being near the bound.
 */
final class Rounding {
  private static final double UNIT = 0x1p-53;
  private static final double ROUNDINGS_A_STEP = 16;

  private Rounding() {}

  /** The error of a reading of size {@code scale} at iteration k, as an absolute number. */
  static double error(Recursion recursion, double scale, long k) {
    double smoothness = smoothness(recursion);
    double e = iterate(recursion, k);
    return Math.sqrt(2 * smoothness * scale) * e + smoothness * e * e / 2;
  }

  /** e, by which w_k is off. */
  static double iterate(Recursion recursion, long k) {
    return ROUNDINGS_A_STEP * UNIT * k * size(recursion);
  }

  /** max(1, L). */
  static double smoothness(Recursion recursion) {
    Constants constants = recursion.problem().constants();
    return constants.has("L") ? Math.max(1, constants.get("L")) : 1;
  }

  private static double size(Recursion recursion) {
    double size = 1;
    if (recursion.start() instanceof Start.At at) {
      for (double x : at.point().toArray()) {
        size = Math.max(size, Math.abs(x));
      }
    }
    if (recursion.problem().minimizer().isPresent()) {
      for (double x : recursion.problem().minimizer().get().toArray()) {
        size = Math.max(size, Math.abs(x));
      }
    }
    return size;
  }
}
