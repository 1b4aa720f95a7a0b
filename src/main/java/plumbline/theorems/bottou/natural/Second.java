package plumbline.theorems.bottou.natural;

import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;

/**
 * Inputs of a layer, by their first and second moments.
 *
 * @param inputs which law
 * @param mean E x of the signs, before a common sign
 */
record Second(Inputs inputs, BigFraction mean) {
  /** The law of the inputs x_i. */
  enum Inputs {
    /** max(z, 0) of independent standard Gaussian z. */
    RELU,
    /** 1 or -1, independent. */
    SIGNS,
    /** 1 or -1, independent, all times one random sign. */
    COMMON_SIGN
  }

  /** E x^2: of signs by its two outcomes; of a rectified Gaussian, half of E z^2. */
  <T extends FieldElement<T>> T square(Arithmetic<T> in) {
    return inputs == Inputs.RELU ? Quadrature.squared(in) : in.of(1);
  }

  /** E x_1 x_2: of signs by the four outcomes; of rectified Gaussians, (E x)^2. */
  <T extends FieldElement<T>> T product(Arithmetic<T> in) {
    if (inputs == Inputs.RELU) {
      T first = Quadrature.first(in);
      return first.multiply(first);
    }
    BigFraction up = mean.add(BigFraction.ONE).divide(2);
    BigFraction down = BigFraction.ONE.subtract(up);
    BigFraction equal = up.multiply(up).add(down.multiply(down));
    return in.of(equal.subtract(up.multiply(down).multiply(2)));
  }
}
