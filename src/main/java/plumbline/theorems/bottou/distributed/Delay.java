package plumbline.theorems.bottou.distributed;

import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.theorem.Values;

/**
 * w_{k+1} = w_k - alpha lambda w_{k-tau}, started as w_j = r^j cos(j phi) for j = -tau, ..., 0,
 * with phi = theta pi/(2 tau + 1) and the stepsize alpha for which r exp(i phi) is a root.
 *
 * @param tau the delay
 * @param lambda the curvature
 * @param theta how far the stepsize is: 1 at the limit, less below
 */
public record Delay(int tau, BigFraction lambda, BigFraction theta) {
  static Delay of(Values values) {
    return new Delay(values.integer("tau"), values.get("lambda"), values.get("theta"));
  }

  Constants constants() {
    return Constants.none()
        .with("tau", new BigFraction(tau), "the delay")
        .with("lambda", lambda, "the curvature")
        .with("theta", theta, "phi (2 tau + 1)/pi");
  }

  /** phi in radians. */
  double angle() {
    return theta.doubleValue() * Math.PI / (2 * tau + 1);
  }

  /** r = sin(tau phi)/sin((tau + 1) phi). */
  double factor() {
    return Math.sin(tau * angle()) / Math.sin((tau + 1) * angle());
  }

  /** alpha lambda = r^tau sin(phi)/sin((tau + 1) phi). */
  double step() {
    return Math.pow(factor(), tau) * Math.sin(angle()) / Math.sin((tau + 1) * angle());
  }

  /** 2 sin(pi/(2 (2 tau + 1))). */
  double limit() {
    return 2 * Math.sin(Math.PI / (2 * (2 * tau + 1)));
  }
}
