package plumbline.theorem;

import java.util.function.LongToDoubleFunction;

/**
 * What is known of the tail of a ratio R = X/B: the contract under which the side of a verdict that
 * finite samples cannot reach alone becomes exact.
 */
public sealed interface Tail {
  /** The reason, for the report. */
  String why();

  /** CV^2 &lt;= 2: a non-negative quadratic polynomial of a Gaussian vector. */
  record GaussianQuadratic(String why) implements Tail {}

  /** CV^2 of X_k known exactly at every checkpoint k, by a moment recursion or enumeration. */
  record ClosedForm(LongToDoubleFunction squaredVariation, String why) implements Tail {}

  /** R_k &lt;= b(k) always: bounded noise, clipped gradients, indicators. */
  record Max(LongToDoubleFunction largestRatio, String why) implements Tail {}

  /** CV^2 &lt;= v, because X is a non-negative combination of quantities that obey it. */
  record Inherited(double squaredVariation, String why) implements Tail {}

  /** Var g &lt;= sigma^2, the theorem's own hypothesis; for signed means. */
  record Variance(double sigmaSquared, String why) implements Tail {}

  /** CV^2 &lt;= v, stated and not proved: grade contract(assumed). */
  record Assumed(double squaredVariation, String why) implements Tail {}

  /** Nothing is known: the side that needs a contract can only lean. */
  record None(String why) implements Tail {}

  static Tail none() {
    return new None("no moment beyond the mean is known to be finite");
  }
}
