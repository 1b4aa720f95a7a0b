package plumbline.theorems.cevher;

import org.hipparchus.fraction.BigFraction;
import plumbline.recursion.Recursion;

/**
 * Perturbed stochastic gradient on cos x + y^2/2 with the time at which it is read.
 *
 * @param recursion x_0 is w_1
 * @param eta the stepsize
 * @param zeta the probability of failure
 * @param noise the law of the noise
 * @param steps T, so that x_T is w_{T+1}
 */
public record Escape(
    Recursion recursion, BigFraction eta, BigFraction zeta, Noise noise, long steps) {
  /** Where the noise points. */
  public enum Noise {
    /** Uniform on the unit circle. */
    CIRCLE,
    /** (0, +-1): as long, but never along the saddle's way out. */
    ALONG_Y
  }
}
