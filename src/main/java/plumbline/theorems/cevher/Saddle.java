package plumbline.theorems.cevher;

import org.hipparchus.fraction.BigFraction;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.Cosine;
import plumbline.recursion.Start;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Status;
import plumbline.theorems.Certificates;
import plumbline.theorems.Noise;

/**
 * What is proved of f = cos x + y^2/2 and its noise; of another f, or of other noise, nothing is.
 *
 * <p>Strict saddle with (alpha, gamma, epsilon, delta) = (1/2, 1/2, 1/2, pi/6), as {@link #strict}:
 * let |grad f|^2 = sin^2 x + y^2 &lt; 1/4. Then |sin x| &lt; 1/2, so |cos x| &gt; sqrt(3)/2. Where
 * cos x &gt; 0 the curvature -cos x is below -1/2. Where cos x &lt; 0, x is within arcsin|sin x| of
 * an odd multiple of pi, and arcsin s &lt;= (pi/3) s for s in [0, 1/2] (convex, equal at both
 * ends), so the minimum there is within (pi/3) |grad f| &lt; pi/6; and in the ball of radius 2
 * delta = pi/3 around it -cos x &gt;= 1/2.
 */
final class Saddle {
  private static final BigFraction ONE = BigFraction.ONE;

  private Saddle() {}

  static Status strict(Escape escape) {
    return isCosine(escape)
        ? Status.certified(
            "where sin^2 x + y^2 < 1/4: around even multiples of pi the curvature -cos x is <="
                + " -1/2; around odd ones the minimum is within (pi/3) |grad f| < pi/6, and -cos x"
                + " >= 1/2 within pi/3")
        : none(escape);
  }

  /** The derivative of the Hessian diag(-cos x, 1) is sin x, at most 1. */
  static Status smooth(Escape escape) {
    if (!isCosine(escape)) {
      return none(escape);
    }
    return Certificates.smooth(escape.recursion().problem(), ONE) instanceof Status.Certified
        ? Status.certified("Hessian diag(-cos x, 1); its derivative is sin x")
        : new Status.NotRefuted("1-smoothness is not certified");
  }

  /** |y| &lt;= 1 is kept by |y - eta (y + xi)| &lt;= (1 - eta)|y| + eta |xi|; then 1 + 1/2. */
  static Status bounded(Escape escape) {
    if (!isCosine(escape)
        || !Noise.hasLength(escape.recursion().oracle(), ONE)
        || !escape.recursion().stepsize().equals(Stepsize.fixed(escape.eta()))
        || !(escape.recursion().start() instanceof Start.At at)) {
      return none(escape);
    }
    BigFraction y = at.point().exact(1).abs();
    boolean met =
        y.compareTo(ONE) <= 0 && escape.eta().signum() > 0 && escape.eta().compareTo(ONE) <= 0;
    return Status.of(
        met,
        "|y_0| = "
            + Rationals.show(y)
            + (met
                ? ", and |y| <= 1 is kept by (1 - eta)|y| + eta if eta <= 1"
                : ": |y| <= 1 and 0 < eta <= 1 are needed, eta = " + Rationals.show(escape.eta())));
  }

  /** The covariance of the additive noise: I r^2/d on a sphere, else diagonal. */
  static Status spread(Escape escape) {
    Oracle oracle = escape.recursion().oracle();
    Vector variances = oracle.additive();
    BigFraction share =
        oracle.additiveLaw() == Law.SPHERE ? ONE.divide(variances.dimension()) : ONE;
    for (int j = 0; j < variances.dimension(); j++) {
      if (variances.exact(j).signum() <= 0) {
        return new Status.Refuted(
            "variance 0 along " + (j == 0 ? "x, the saddle's way out" : "coordinate " + (j + 1)));
      }
    }
    return Status.certified(
        "variance " + Rationals.show(variances.exact(0).multiply(share)) + " along x, none is 0");
  }

  private static boolean isCosine(Escape escape) {
    return escape.recursion().problem().equals(new Cosine(1, 1));
  }

  private static Status none(Escape escape) {
    return new Status.NotRefuted(
        "not certified: proved for cos x + y^2/2 with noise of length 1 and steps eta, not for "
            + escape.recursion().problem().name());
  }
}
