package plumbline.theorems.bottou.layers;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.LinearAlgebra;
import plumbline.layer.BatchStatistics;

/**
 * The minibatches around a fixed pattern: all of them, with their chances, where the other inputs
 * have three values; and the variance of its output in closed form, where they are Gaussian.
 *
 * @param fixed the pattern
 */
record Batches(BnSideeffects.Fixed fixed) {
  /**
   * One minibatch, up to the order of its examples.
   *
   * @param counts how often -c, 0, c and the fixed input occur in it
   * @param chance of these counts
   */
  private record Batch(List<Integer> counts, BigFraction chance) {}

  /** Those of the pattern and m - 1 others, which are -c and c with the chance 1/(2 kappa) each. */
  private List<Batch> all(int m) {
    BigFraction side = fixed.kappa().multiply(2).reciprocal();
    BigFraction middle = BigFraction.ONE.subtract(side.multiply(2));
    List<Batch> all = new ArrayList<>();
    for (int low = 0; low < m; low++) {
      for (int high = 0; low + high < m; high++) {
        int zero = m - 1 - low - high;
        BigFraction chance =
            new BigFraction(choose(m - 1, low).multiply(choose(m - 1 - low, high)))
                .multiply(side.pow(low + high))
                .multiply(middle.pow(zero));
        if (!chance.isZero()) {
          all.add(new Batch(List.of(low, zero, high, 1), chance));
        }
      }
    }
    return all;
  }

  private static BigInteger choose(int n, int k) {
    BigInteger product = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      product = product.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return product;
  }

  private <T extends FieldElement<T>> BatchStatistics<T> statistics(
      LinearAlgebra<T> field, List<T> values, Batch batch) {
    Arithmetic<T> in = field.in();
    return fixed.minibatch()
        ? BatchStatistics.of(in, values, batch.counts().stream().<T>map(in::of).toList())
        : new BatchStatistics<>(in.of(0), in.of(1));
  }

  /** -c, 0, c, xhat. */
  private <T extends FieldElement<T>> List<T> values(Arithmetic<T> in) {
    T c = in.sqrt(in.of(fixed.kappa()));
    return List.of(c.negate(), in.of(0), c, in.of(fixed.xhat()));
  }

  /** The largest squared output over all minibatches of m whose inputs are not all equal. */
  <T extends FieldElement<T>> LongFunction<T> largest(LinearAlgebra<T> field) {
    Arithmetic<T> in = field.in();
    List<T> values = values(in);
    return m -> {
      T largest = in.of(0);
      for (Batch batch : all((int) m)) {
        if (!degenerate(batch)) {
          BatchStatistics<T> s = statistics(field, values, batch);
          T off = values.get(3).subtract(s.mean());
          largest = in.max(largest, off.multiply(off).divide(s.variance()));
        }
      }
      return largest;
    };
  }

  /** Whether all inputs are equal. */
  private boolean degenerate(Batch batch) {
    int others = batch.counts().get(0) + batch.counts().get(1) + batch.counts().get(2);
    return batch.counts().get(2) == others && fixed.xhat().pow(2).equals(fixed.kappa());
  }

  /** 2 X(m) - X(m/2), X(m) being m times the variance of the output: free of order 1/m. */
  <T extends FieldElement<T>> LongFunction<T> extrapolated(LinearAlgebra<T> field) {
    return m -> {
      T twice = field.in().of(2).multiply(enumerated(field, (int) m));
      return twice.subtract(enumerated(field, (int) m / 2));
    };
  }

  private <T extends FieldElement<T>> T enumerated(LinearAlgebra<T> field, int m) {
    Arithmetic<T> in = field.in();
    List<T> values = values(in);
    List<Batch> all = all(m);
    List<T> chances = all.stream().<T>map(batch -> in.of(batch.chance())).toList();
    List<T> outputs =
        all.stream()
            .map(batch -> statistics(field, values, batch).normalised(in, values.get(3)))
            .toList();
    return BatchStatistics.of(in, outputs, chances).variance().multiply(in.of(m));
  }

  /**
   * m times the variance of (xhat - u)/s, where u and s^2 are mean and variance of m independent
   * Gaussian inputs, m even: u and s are independent, m s^2 is chi-squared with m - 1 degrees, so E
   * 1/s^2 = m/(m - 3) and (E 1/s)^2 = (m/2)/r, r = (Gamma((m - 1)/2)/Gamma((m - 2)/2))^2.
   */
  <T extends FieldElement<T>> LongFunction<T> gaussian(LinearAlgebra<T> field) {
    Arithmetic<T> in = field.in();
    T square = in.of(fixed.xhat().pow(2));
    return m -> {
      if (!fixed.minibatch()) {
        return in.of(0);
      }
      T size = in.of(m);
      T inverse = size.divide(in.of(m - 3));
      T mean = size.divide(in.of(2)).divide(ratio(in, (int) m));
      T centred = square.multiply(inverse.subtract(mean));
      return size.multiply(centred.add(inverse.divide(size)));
    };
  }

  /** pi/4 at m = 4, and ((m - 1)/(m - 2))^2 times itself from m to m + 2. */
  private static <T extends FieldElement<T>> T ratio(Arithmetic<T> in, int m) {
    T start = in.pi().divide(in.of(4));
    return IntStream.range(2, m / 2)
        .mapToObj(half -> in.of(2L * half - 1).divide(in.of(2L * half - 2)))
        .map(step -> step.multiply(step))
        .reduce(start, T::multiply);
  }
}
