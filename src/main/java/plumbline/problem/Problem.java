package plumbline.problem;

import java.util.Optional;
import plumbline.formula.Constants;
import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;
import plumbline.series.Vector;

/**
 * An objective F on R^d with exact or certified constants.
 *
 * <p>The constants are named {@code L} (smoothness), {@code c} (strong convexity, where there is
 * one), {@code F_inf} (infimum).
 */
public interface Problem {
  /** A short name with the numbers that matter: "quadratic, eigenvalues 1 to 10". */
  String name();

  /** d, at least 1. */
  int dimension();

  Constants constants();

  /** The minimizer w_*, shape [d], where there is one and it is known exactly. */
  Optional<Vector> minimizer();

  /** Bounds on the rounding of its kernel. */
  Accuracy accuracy();

  /**
   * About how many products a gradient takes: engines cut a run into pieces by it.
   *
   * @param batch indices of the minibatch; 0 for the full gradient
   */
  default long work(int batch) {
    return dimension();
  }

  /** A fresh kernel of this problem; it belongs to one thread. */
  Lanes lanes(Layout layout);
}
