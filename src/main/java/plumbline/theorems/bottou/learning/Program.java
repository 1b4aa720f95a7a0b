package plumbline.theorems.bottou.learning;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;

import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.theorem.Values;

/**
 * Minimise n^(-p) + epsilon over n and epsilon under the budget K n^r epsilon^(-q) &lt;= T, (4.30)
 * with a cost that is a power; (4.32) has p = 1.
 *
 * @param p rate of the estimation error
 * @param q how the cost grows with the accuracy 1/epsilon
 * @param r how the cost grows with the number of examples
 * @param scale K, the cost at n = epsilon = 1
 */
public record Program(BigFraction p, BigFraction q, BigFraction r, BigFraction scale) {
  private static final Formula ESTIMATION = name("n").power(number(0).minus(name("p")));
  private static final Formula OPTIMISATION =
      name("K").times(name("n").power(name("r"))).over(k()).power(number(1).over(name("q")));

  static Program of(Values values) {
    return new Program(values.get("p"), values.get("q"), values.get("r"), values.get("K"));
  }

  Constants constants() {
    return Constants.none()
        .with("p", p, "rate of the estimation error")
        .with("q", q, "power of 1/epsilon in the cost")
        .with("r", r, "power of n in the cost")
        .with("K", scale, "cost at n = epsilon = 1");
  }

  /** The excess risk with n examples and what is left of the budget k, spent to this share. */
  <T extends FieldElement<T>> T excess(
      Arithmetic<T> in, BigFraction n, BigFraction share, long budget) {
    Constants at = constants().with("n", n, "the number of examples");
    T epsilon = OPTIMISATION.at(in, at, budget);
    T less =
        number(1)
            .over(name("share"))
            .power(number(1).over(name("q")))
            .at(in, at.with("share", share, "of the budget"), budget);
    return ESTIMATION.at(in, at, budget).add(epsilon.multiply(less));
  }

  /** The same with the whole budget, in doubles, at n = e^x. */
  double excess(double x, double budget) {
    double left = (Math.log(scale.doubleValue() / budget) + r.doubleValue() * x) / q.doubleValue();
    return Math.exp(-p.doubleValue() * x) + Math.exp(left);
  }

  /** The derivative of that in x. */
  double slope(double x, double budget) {
    double left = (Math.log(scale.doubleValue() / budget) + r.doubleValue() * x) / q.doubleValue();
    return r.divide(q).doubleValue() * Math.exp(left)
        - p.doubleValue() * Math.exp(-p.doubleValue() * x);
  }
}
