package plumbline.theorems.bottou.learning;

import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.theorem.Values;

/**
 * A learning problem whose estimation error is known for every n.
 *
 * @param problem one of the names below
 * @param d the dimension of least squares
 * @param sigma2 the variance of its noise
 * @param kappa the gap of two hypotheses, times sqrt(n)
 * @param p the greatest moment of a rare loss that stays bounded as n grows
 */
public record Learning(
    String problem, int d, BigFraction sigma2, BigFraction kappa, BigFraction p) {
  /** Least squares, y = w'x + noise, with inputs N(0, I). */
  static final String GAUSSIAN = "gaussian";

  /** Least squares in one dimension with inputs and noise of fair signs. */
  static final String SIGNS = "signs";

  /** Two hypotheses whose losses differ by +-1, kappa/sqrt(n) apart in the mean. */
  static final String TIES = "ties";

  /** Two hypotheses whose losses differ by n^(1/p) with probability 1/n, else by little. */
  static final String RARE = "rare";

  static Learning of(Values values) {
    return new Learning(
        values.choice("problem"),
        values.integer("d"),
        values.get("sigma2"),
        values.get("kappa"),
        values.get("p"));
  }

  boolean is(String name) {
    return problem.equals(name);
  }

  Constants constants() {
    return Constants.none()
        .with("d", new BigFraction(is(SIGNS) ? 1 : d), "the dimension")
        .with("sigma2", sigma2, "the variance of the noise")
        .with("kappa", kappa, "the gap times sqrt(n)")
        .with("p", p, "the moment of the rare loss that stays bounded");
  }
}
