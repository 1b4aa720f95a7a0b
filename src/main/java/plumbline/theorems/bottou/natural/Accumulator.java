package plumbline.theorems.bottou.natural;

import java.math.BigInteger;
import java.util.function.IntFunction;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Rationals;

/**
 * Running averages R of a weight's squared gradient m + s or m - s, both equally likely, in batches
 * of B independent draws.
 *
 * @param m mean of the gradient
 * @param s its deviation
 * @param lambda the weight of the newest value
 * @param mu the regularization under the root
 * @param gamma the stepsize
 * @param batch B
 */
record Accumulator(
    BigFraction m,
    BigFraction s,
    BigFraction lambda,
    BigFraction mu,
    BigFraction gamma,
    int batch) {
  Constants constants() {
    return Constants.none()
        .with("m", m, "declared")
        .with("s", s, "declared")
        .with("lambda", lambda, "declared")
        .with("gamma", gamma, "declared")
        .with("B", new BigFraction(batch), "declared");
  }

  /** E of the square of the batch's mean, over the number j of draws m + s. */
  BigFraction squareOfMean() {
    return over(
        j -> {
          BigFraction mean = m.add(s.multiply(Rationals.of(2L * j - batch, batch)));
          return mean.multiply(mean);
        });
  }

  /** E of the batch's mean square, over the number j of draws m + s. */
  BigFraction meanOfSquares() {
    BigFraction more = m.add(s).multiply(m.add(s));
    BigFraction less = m.subtract(s).multiply(m.subtract(s));
    return over(j -> more.multiply(j).add(less.multiply(batch - j)).divide(batch));
  }

  private BigFraction over(IntFunction<BigFraction> value) {
    BigFraction sum = BigFraction.ZERO;
    BigInteger choices = BigInteger.ONE;
    for (int j = 0; j <= batch; j++) {
      sum = sum.add(value.apply(j).multiply(choices));
      choices = choices.multiply(BigInteger.valueOf(batch - j)).divide(BigInteger.valueOf(j + 1));
    }
    return sum.divide(BigInteger.TWO.pow(batch));
  }

  /** Draw i of batch k, a fixed pattern of signs. */
  BigFraction draw(long k, int i) {
    boolean up = (k * k + 3 * i * k + i) % 5 < 3;
    return up ? m.add(s) : m.subtract(s);
  }

  /** (1 - lambda) R + lambda x. */
  <T extends FieldElement<T>> T average(Arithmetic<T> in, T r, T x) {
    T share = in.of(lambda);
    return in.of(1).subtract(share).multiply(r).add(share.multiply(x));
  }

  /** (m^2 + s^2/batch) (1 - (1 - lambda)^k), from R = 0. */
  static Formula mean(Formula batch) {
    Formula kept = Formula.number(1).minus(Formula.name("lambda")).power(Formula.k());
    Formula square = Formula.name("m").power(2).plus(Formula.name("s").power(2).over(batch));
    return square.times(Formula.number(1).minus(kept));
  }

  static Formula mean() {
    return mean(Formula.number(1));
  }
}
