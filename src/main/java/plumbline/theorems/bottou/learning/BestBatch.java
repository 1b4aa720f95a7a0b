package plumbline.theorems.bottou.learning;

import static plumbline.formula.Formula.exp;
import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;

import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Rationals;
import plumbline.theorems.Search;

/**
 * The least n^(-p) + epsilon under n log(1/epsilon) &lt;= T, by a search over x = log(1/epsilon)
 * &gt;= 1 with n = T/x.
 *
 * @param p rate of the estimation error
 */
record BestBatch(BigFraction p) {
  private static final Formula EXCESS =
      name("x").over(k()).power(name("p")).plus(exp(number(0).minus(name("x"))));

  /** The excess risk with log(1/epsilon) = x. */
  <T extends FieldElement<T>> T excess(Arithmetic<T> in, BigFraction x, long budget) {
    Constants at = Constants.none().with("p", p, "the rate").with("x", x, "the digits of accuracy");
    return EXCESS.at(in, at, budget);
  }

  /**
   * The least excess risk.
   *
   * @throws UnsupportedOperationException in rationals, where exp has no values
   */
  <T extends FieldElement<T>> T least(Arithmetic<T> in, long budget) {
    double rate = p.doubleValue();
    double x =
        Search.minimiser(
            z -> Math.pow(z / budget, rate) + Math.exp(-z),
            1,
            Math.max(1, rate) * 2 * Math.log(budget) + 10);
    return excess(in, Rationals.of(x), budget);
  }
}
