package plumbline.theorems.cevher;

import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.problem.Network;
import plumbline.quantity.Quantity;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;

/**
 * Gradient descent on a network from a random start.
 *
 * @param recursion the weights at t = 0 are w_1
 * @param network its objective
 * @param eta the stepsize
 * @param delta the allowed probability of failure
 * @param steps T, the last t at which the loss is compared
 * @param eigenvalue the smallest eigenvalue of the kernel of the trained parameters at infinite
 *     width
 */
public record Training(
    Recursion recursion,
    Network network,
    BigFraction eta,
    BigFraction delta,
    long steps,
    Constant eigenvalue) {
  /** n. */
  int points() {
    return network.inputs().height();
  }

  /** The greatest ratio of the relative loss to the claim's threshold over t = 0..T. */
  Reading wholePath() {
    return new Reading(recursion, Quantity.LOSS_OVER_START, Fold.MAX_TO, Checkpoints.of(steps + 1));
  }

  Reading end() {
    return Reading.at(recursion, Quantity.LOSS_OVER_START, Checkpoints.of(steps + 1));
  }

  Constants constants() {
    return Constants.none()
        .with("eta", eta, "declared")
        .with("lambda_0", eigenvalue)
        .with("n", network.constants().constant("n"))
        .with("m", network.constants().constant("m"))
        .with("delta", delta, "declared")
        .with("T", Rationals.of(steps, 1), "declared");
  }
}
