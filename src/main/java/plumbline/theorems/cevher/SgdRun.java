package plumbline.theorems.cevher;

import java.util.Optional;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.quantity.Quantity;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;

/**
 * N steps of stochastic gradient with a stepsize that knows N.
 *
 * @param recursion theta_0 is w_1
 * @param steps N
 * @param root gamma = 1/(L N^(1/root)), 2 or 4
 * @param gap Delta = loss(theta_0) - infimum
 * @param longer the same with 16 N steps and their stepsize; empty where that is too long
 */
public record SgdRun(
    Recursion recursion, long steps, int root, Constant gap, Optional<SgdRun> longer) {
  public SgdRun {
    if (steps < 1 || (root != 2 && root != 4)) {
      throw new IllegalArgumentException(
          "a run needs N >= 1 and root 2 or 4, got " + steps + " and " + root);
    }
  }

  /** The mean over t = 0..N-1, w_1 to w_N. */
  Reading average(Quantity quantity) {
    return new Reading(recursion, quantity, Fold.MEAN_TO, Checkpoints.of(steps));
  }

  Constants constants() {
    return Constants.none()
        .with("L", recursion.problem().constants().constant("L"))
        .with("Delta", gap)
        .with("sigma2", recursion.oracle().totalVariance(), "the total variance, attained")
        .with("N", Rationals.of(steps, 1), "declared");
  }
}
