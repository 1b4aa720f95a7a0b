package plumbline.theorems.bottou.sampling;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;

/**
 * A sample of independent examples, each used once a pass, in one order; examples have one input.
 *
 * @param population the law P of an example
 * @param alpha the stepsize
 * @param start w_1
 * @param passes how often the sample is gone through before the step that is looked at
 */
record Passes(Examples population, BigFraction alpha, BigFraction start, int passes) {
  /** One sample, by the numbers of its examples, and its chance. */
  record Sample<T>(List<Integer> examples, T chance) {}

  Constants constants() {
    BigFraction c = population.moment(2, 0);
    BigFraction slope = c.multiply(start).subtract(population.moment(1, 1));
    BigFraction product = population.moment(4, 0).multiply(start).subtract(population.moment(3, 1));
    return Constants.none()
        .with("alpha", alpha, "declared")
        .with("c", c, "E x^2")
        .with("w_1", start, "declared")
        .with("w_star", population.minimizer(), "E x y/E x^2")
        .with("kappa", product.subtract(c.multiply(slope)), "the covariance of x^2 and f'(w_1)")
        .with(
            "sigma2",
            population.moment(0, 2).subtract(population.moment(0, 1).pow(2)),
            "the variance of y");
  }

  /** Whether every example has the input 1, so that F is the mean of (w - y)^2/2. */
  boolean onlyTargets() {
    return population.moment(4, 0).equals(BigFraction.ONE)
        && population.moment(2, 0).equals(BigFraction.ONE);
  }

  /** All samples of this size. */
  <T extends FieldElement<T>> List<Sample<T>> samples(Arithmetic<T> in, int n) {
    List<Sample<T>> samples = new ArrayList<>();
    for (List<Integer> examples : Sequences.all(population.size(), n)) {
      T chance = in.of(1);
      for (int i : examples) {
        chance = chance.multiply(in.of(population.chance(i)));
      }
      samples.add(new Sample<>(examples, chance));
    }
    return samples;
  }

  /** The iterate after one step on each of these, in order. */
  <T extends FieldElement<T>> T after(Arithmetic<T> in, List<Integer> examples) {
    T w = in.of(start);
    for (int i : examples) {
      w = w.subtract(in.of(alpha).multiply(population.slope(in, i, w)));
    }
    return w;
  }
}
