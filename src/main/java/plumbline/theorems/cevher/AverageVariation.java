package plumbline.theorems.cevher;

import plumbline.recursion.Recursion;
import plumbline.recursion.Start;

/**
 * CV^2 of the mean of theta_t^2 over t &lt; N for theta_{t+1} = rho theta_t - gamma sigma xi_t, rho
 * = 1 - gamma L, xi_t independent and symmetric.
 *
 * <p>With m_t = E theta_t^2 and q_t = E theta_t^4, q_{t+1} = rho^4 q_t + 6 rho^2 gamma^2 sigma^2
 * m_t + kurtosis gamma^4 sigma^4; and Cov(theta_s^2, theta_t^2) = rho^(2(t-s)) Var theta_s^2 for s
 * &lt; t, because the noise between them is symmetric and independent of theta_s.
 */
final class AverageVariation {
  private AverageVariation() {}

  /** Var/mean^2, rounded up by 1e-9 of itself; 0 where the mean is 0. */
  static double squared(SgdRun run) {
    Recursion recursion = run.recursion();
    double gamma = recursion.stepsize().at(1);
    double rho = 1 - gamma * run.constants().get("L");
    double kick = gamma * gamma * run.constants().get("sigma2");
    double kurtosis = recursion.oracle().additiveLaw().kurtosis();
    double m = ((Start.At) recursion.start()).point().squaredNorm().doubleValue();
    double q = m * m;
    double mean = 0;
    double variance = 0;
    for (long t = 0; t < run.steps(); t++) {
      mean += m;
      variance += Math.max(0, q - m * m) * weight(rho * rho, run.steps() - 1 - t);
      double next = rho * rho * m + kick;
      q = Math.pow(rho, 4) * q + 6 * rho * rho * kick * m + kurtosis * kick * kick;
      m = next;
    }
    return mean > 0 ? variance / (mean * mean) * (1 + 1e-9) : 0;
  }

  /** 1 + 2 (r + ... + r^h), 0 &lt;= r &lt; 1. */
  private static double weight(double r, long h) {
    return 1 + 2 * r * (1 - Math.pow(r, h)) / (1 - r);
  }
}
