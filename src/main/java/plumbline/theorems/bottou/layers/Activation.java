package plumbline.theorems.bottou.layers;

import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.series.Rationals;
import plumbline.theorem.Status;

/** What a hidden unit does to its input. */
public enum Activation {
  /** max(y, 0). */
  RELU,
  /** max(y, y/4). */
  LEAKY,
  /** tanh y. */
  TANH;

  <T extends FieldElement<T>> T of(Arithmetic<T> in, T y) {
    if (this == TANH) {
      // not (e - 1)/(e + 1), whose scale grows with y
      T e = in.exp(y.multiply(in.of(2)));
      return in.of(1).subtract(in.of(2).divide(e.add(in.of(1))));
    }
    return in.max(y, y.multiply(slope(in)));
  }

  /** The derivative, where there is one. */
  <T extends FieldElement<T>> T derivative(Arithmetic<T> in, T y) {
    if (this == TANH) {
      T tanh = of(in, y);
      return in.of(1).subtract(tanh.multiply(tanh));
    }
    return in.compare(y, in.of(0)) > 0 ? in.of(1) : slope(in);
  }

  private <T extends FieldElement<T>> T slope(Arithmetic<T> in) {
    return in.of(Rationals.of(this == LEAKY ? 1 : 0, 4));
  }

  Status homogeneous() {
    return this == TANH
        ? new Status.Refuted("tanh 2 = 0.964, 2 tanh 1 = 1.523")
        : Status.certified(
            "max(a y, s a y) = a max(y, s y) for a > 0, s = " + (this == LEAKY ? "1/4" : "0"));
  }
}
