package plumbline.theorems.bottou.natural;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.problem.Spectrum;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;

/**
 * One neuron: its inputs, how many places share its weights, and the data that its gradients are
 * averaged over.
 *
 * @param mean E x_i of inputs that are 1 or -1, independent
 * @param share how many places share the weights
 * @param examples how many examples G is averaged over
 * @param weight every weight, where tanh of the weighted sum is looked at
 */
record Neuron(BigFraction mean, int share, int examples, BigFraction weight) {
  /** The largest fan-in of {@link #gradients}. */
  static final int MOST = 5;

  Constants constants() {
    return Constants.none()
        .with("mean", mean, "declared")
        .with("share", new BigFraction(share), "declared")
        .with("examples", new BigFraction(examples), "declared")
        .with("v", weight, "declared");
  }

  /** E (x_1 + ... + x_n)^2, over how many inputs are 1. */
  BigFraction squaredSum(int n) {
    BigFraction up = mean.add(BigFraction.ONE).divide(2);
    BigFraction sum = BigFraction.ZERO;
    BigInteger choices = BigInteger.ONE;
    for (int j = 0; j <= n; j++) {
      BigFraction chance = up.pow(j).multiply(BigFraction.ONE.subtract(up).pow(n - j));
      sum = sum.add(chance.multiply(choices).multiply((2 * j - n) * (2 * j - n)));
      choices = choices.multiply(BigInteger.valueOf(n - j)).divide(BigInteger.valueOf(j + 1));
    }
    return sum;
  }

  /**
   * E |g_1 x_1 + ... + g_share x_share|^2/E g_p^2, all factors and all n coordinates 1 or -1 with
   * equal chances: every one of the outcomes counted.
   */
  BigFraction sharedSquare(int n) {
    int bits = share * (n + 1);
    long total = 0;
    for (int outcome = 0; outcome < 1 << bits; outcome++) {
      for (int i = 0; i < n; i++) {
        int entry = 0;
        for (int p = 0; p < share; p++) {
          int factor = outcome >> p & 1;
          int input = outcome >> (share + p * n + i) & 1;
          entry += factor == input ? 1 : -1;
        }
        total += entry * entry;
      }
    }
    return Rationals.of(total, 1L << bits);
  }

  /**
   * The gradients g x, or g x + g'x' where two places share the weights, for n inputs that are
   * outputs of rectifiers, correlated and not centred.
   */
  List<List<BigFraction>> gradients(int n, boolean shared) {
    return IntStream.range(0, examples)
        .mapToObj(
            s ->
                IntStream.range(0, n)
                    .mapToObj(i -> new BigFraction(single(s, i) + (shared ? single(s + 3, i) : 0)))
                    .toList())
        .toList();
  }

  /** Whether E[gg'] is positive definite at the largest fan-in, with one place and with two. */
  boolean isRegular() {
    return Stream.of(false, true)
        .map(shared -> gradients(MOST, shared).stream().map(Vector::new).toList())
        .map(Matrix::new)
        .allMatch(rows -> Spectrum.sign(rows.transposed().times(rows)) == Spectrum.Sign.DEFINITE);
  }

  /** Back-propagated error times input, for example s and input i. */
  private static int single(int s, int i) {
    int input = Math.max(0, (s * s + 2 * s * i + 3 * i * i + s) % 7 - 1);
    int error = s % 3 == 1 ? -2 : 1 + s % 2;
    return error * input;
  }

  /** E[g'G^{-1}g] for G = E[gg']. */
  static BigFraction fisher(List<List<BigFraction>> gradients) {
    LinearAlgebra<BigFraction> exact = LinearAlgebra.exact();
    BigFraction size = Rationals.of(1, gradients.size());
    List<List<BigFraction>> metric =
        exact.product(exact.transposed(gradients), gradients).stream()
            .map(row -> exact.times(size, row))
            .toList();
    return exact.mean(gradients.stream().map(g -> exact.dot(g, exact.solve(metric, g))).toList());
  }

  /**
   * The same with the pseudo-inverse of G, for no more examples S than inputs: the sum of
   * K_s'K^{-2}K_s over s, K the products of the gradients.
   */
  static BigFraction pseudo(List<List<BigFraction>> gradients) {
    LinearAlgebra<BigFraction> exact = LinearAlgebra.exact();
    List<List<BigFraction>> products = exact.product(gradients, exact.transposed(gradients));
    return exact.sum(
        products.stream()
            .map(k -> exact.dot(k, exact.solve(products, exact.solve(products, k))))
            .toList());
  }
}
