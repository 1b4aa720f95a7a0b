package plumbline.theorems.bottou.layers;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Matrix;
import plumbline.series.Vector;

/**
 * A network of one hidden layer without biases, f(x) = sum over hidden units of v_h sigma(w_h'x),
 * and its loss, the mean of (f(x) - t)^2/2.
 *
 * @param lower row h is w_h, shape [h x d]
 * @param upper v, shape [h]
 * @param patterns the inputs, shape [d] each
 * @param targets their t
 * @param activation sigma
 */
public record Net(
    Matrix lower, Vector upper, List<Vector> patterns, Vector targets, Activation activation) {

  /**
   * Weights of both layers in some arithmetic.
   *
   * @param lower w, shape [h x d]
   * @param upper v, shape [h]
   */
  record Weights<T extends FieldElement<T>>(List<List<T>> lower, List<T> upper) {
    /** The first unit's (a w, v/b) in place of (w, v). */
    Weights<T> scaled(LinearAlgebra<T> field, T a, T b) {
      List<List<T>> w = new ArrayList<>(lower);
      List<T> v = new ArrayList<>(upper);
      w.set(0, field.times(a, w.get(0)));
      v.set(0, v.get(0).divide(b));
      return new Weights<>(w, v);
    }

    /** This minus c times another. */
    Weights<T> minus(LinearAlgebra<T> field, T c, Weights<T> other) {
      List<List<T>> w = new ArrayList<>();
      for (int h = 0; h < lower.size(); h++) {
        w.add(field.minus(lower.get(h), c, other.lower.get(h)));
      }
      return new Weights<>(w, field.minus(upper, c, other.upper));
    }

    /** The squared Frobenius norm of w less that of v. */
    T balance(LinearAlgebra<T> field) {
      T sum = field.squaredNorm(upper).negate();
      for (List<T> row : lower) {
        sum = sum.add(field.squaredNorm(row));
      }
      return sum;
    }
  }

  <T extends FieldElement<T>> Weights<T> weights(LinearAlgebra<T> field) {
    return new Weights<>(field.lift(lower), field.lift(upper));
  }

  /** f(x). */
  <T extends FieldElement<T>> T output(LinearAlgebra<T> field, Weights<T> weights, List<T> x) {
    List<T> hidden =
        field.times(weights.lower(), x).stream().map(y -> activation.of(field.in(), y)).toList();
    return field.dot(weights.upper(), hidden);
  }

  <T extends FieldElement<T>> T loss(LinearAlgebra<T> field, Weights<T> weights) {
    T sum = field.in().of(0);
    for (int e = 0; e < patterns.size(); e++) {
      T off =
          output(field, weights, field.lift(patterns.get(e)))
              .subtract(field.in().of(targets.exact(e)));
      sum = sum.add(off.multiply(off));
    }
    return sum.divide(field.in().of(2L * patterns.size()));
  }

  /** The gradient by backpropagation. */
  <T extends FieldElement<T>> Weights<T> gradient(LinearAlgebra<T> field, Weights<T> weights) {
    Arithmetic<T> in = field.in();
    T none = in.of(0);
    int units = upper.dimension();
    Weights<T> sum =
        new Weights<>(
            weights.lower().stream().map(row -> field.times(none, row)).toList(),
            field.vector(units, h -> none));
    for (int e = 0; e < patterns.size(); e++) {
      List<T> x = field.lift(patterns.get(e));
      T off = output(field, weights, x).subtract(in.of(targets.exact(e)));
      T share = off.divide(in.of(patterns.size()));
      List<T> y = field.times(weights.lower(), x);
      List<List<T>> rows = new ArrayList<>();
      for (int h = 0; h < units; h++) {
        T back = share.multiply(weights.upper().get(h));
        rows.add(field.times(back.multiply(activation.derivative(in, y.get(h))), x));
      }
      List<T> top = y.stream().map(u -> share.multiply(activation.of(in, u))).toList();
      sum = sum.minus(field, in.of(-1), new Weights<>(rows, top));
    }
    return sum;
  }

  /** f on the first example; squared gradients of both layers, and of the first unit. */
  Constants constants() {
    return activation == Activation.TANH
        ? constants(new LinearAlgebra<>(Arithmetic.doubles()))
        : constants(LinearAlgebra.exact());
  }

  private <T extends FieldElement<T>> Constants constants(LinearAlgebra<T> field) {
    Weights<T> at = weights(field);
    Weights<T> gradient = gradient(field, at);
    T lowerSquares = field.in().of(0);
    for (List<T> row : gradient.lower()) {
      lowerSquares = lowerSquares.add(field.squaredNorm(row));
    }
    T v = gradient.upper().get(0);
    return Constants.none()
        .with("f", constant(output(field, at, field.lift(patterns.get(0))), "f(x_1)"))
        .with("v", upper.exact(0).abs(), "|v_1|")
        .with("G_1", constant(lowerSquares, "|dE/dW_1|^2"))
        .with("G_2", constant(field.squaredNorm(gradient.upper()), "|dE/dW_2|^2"))
        .with("G_w", constant(field.squaredNorm(gradient.lower().get(0)), "|dE/dw_1|^2"))
        .with("G_v", constant(v.multiply(v), "(dE/dv_1)^2"));
  }

  private static <T extends FieldElement<T>> Constant constant(T value, String how) {
    if (value instanceof BigFraction exact) {
      return Constant.exactly(exact, how);
    }
    double rounded = value.getReal();
    return Constant.within(rounded, 1e-12 * (1 + Math.abs(rounded)), how + ", in doubles");
  }
}
