package plumbline.theorems.bottou.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.theorem.Values;

/**
 * Regression on signs: x and s are independent fair signs, y = w_0 x + b + sigma s, and the family
 * is w -&gt; wx, which lacks the intercept b; R(w) = E(y - wx)^2/2. The optimiser is gradient
 * descent on R_n from 0.
 *
 * @param w0 the slope; it minimises R
 * @param b what the family cannot express
 * @param sigma the noise, its size
 * @param alpha the stepsize
 * @param n the number of examples
 * @param shift the reference is w_0 + shift; 0 for the best member of the family
 */
public record SignRegression(
    BigFraction w0, BigFraction b, BigFraction sigma, BigFraction alpha, int n, BigFraction shift) {
  /**
   * What R and its gradient see of examples: the means of x^2, xy and y^2.
   *
   * @param weight how many samples look like this
   */
  record Sample<T>(T square, T product, T target, long weight) {}

  static SignRegression of(Values values) {
    return new SignRegression(
        values.get("w0"),
        values.get("b"),
        values.get("sigma"),
        values.get("alpha"),
        values.integer("n"),
        values.get("shift"));
  }

  Constants constants() {
    return Constants.none()
        .with("w0", w0, "the slope that minimises R")
        .with("b", b, "the intercept that the family lacks")
        .with("sigma", sigma, "the size of the noise")
        .with("alpha", alpha, "the stepsize")
        .with("n", new BigFraction(n), "the number of examples")
        .with("shift", shift, "the reference minus the minimiser of R");
  }

  /** The four equally likely examples (x, s) = (+-1, +-1) as samples of one. */
  private List<Sample<BigFraction>> examples() {
    return IntStream.range(0, 4)
        .mapToObj(
            i -> {
              BigFraction x = new BigFraction(i < 2 ? 1 : -1);
              BigFraction y = w0.multiply(x).add(b).add(i % 2 == 0 ? sigma : sigma.negate());
              return new Sample<>(x.multiply(x), x.multiply(y), y.multiply(y), 1);
            })
        .toList();
  }

  /** All 4^size samples, those that look alike counted together. */
  List<Sample<BigFraction>> samples(int size) {
    Map<Sample<BigFraction>, Long> counts = new LinkedHashMap<>();
    BigFraction zero = BigFraction.ZERO;
    counts.put(new Sample<>(zero, zero, zero, 1), 1L);
    for (int i = 0; i < size; i++) {
      Map<Sample<BigFraction>, Long> longer = new LinkedHashMap<>();
      counts.forEach(
          (sums, count) ->
              examples().forEach(one -> longer.merge(plus(sums, one), count, Long::sum)));
      counts = longer;
    }
    List<Sample<BigFraction>> means = new ArrayList<>();
    counts.forEach(
        (sums, count) ->
            means.add(
                new Sample<>(
                    sums.square().divide(size),
                    sums.product().divide(size),
                    sums.target().divide(size),
                    count)));
    return means;
  }

  private static Sample<BigFraction> plus(Sample<BigFraction> x, Sample<BigFraction> y) {
    return new Sample<>(
        x.square().add(y.square()), x.product().add(y.product()), x.target().add(y.target()), 1);
  }

  /** The means over the four examples: what R sees. */
  Sample<BigFraction> population() {
    Sample<BigFraction> sum = examples().stream().reduce(SignRegression::plus).orElseThrow();
    return new Sample<>(sum.square().divide(4), sum.product().divide(4), sum.target().divide(4), 1);
  }
}
