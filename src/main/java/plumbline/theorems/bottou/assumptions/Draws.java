package plumbline.theorems.bottou.assumptions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.LinearAlgebra;
import plumbline.oracle.Oracle;

/**
 * All values of one stochastic gradient, equally likely: g = H grad_S F (1 + s zeta) + sigma xi
 * with signs zeta and xi_j and at most one index drawn.
 *
 * @param objective F
 * @param oracle H, s, sigma, and 0 or 1 indices
 */
record Draws(Library objective, Oracle oracle) {
  /** The values at w, shape [outcomes][d]. */
  <T extends FieldElement<T>> List<List<T>> at(LinearAlgebra<T> field, List<T> w) {
    Arithmetic<T> in = field.in();
    List<List<T>> draws =
        oracle.batch() == 0 ? List.of(objective.gradient(field, w)) : objective.terms(field, w);
    draws = draws.stream().map(g -> field.hadamard(field.lift(oracle.scaling()), g)).toList();
    if (!oracle.multiplicative().isZero()) {
      T s = in.sqrt(in.of(oracle.multiplicative()));
      List<List<T>> both = new ArrayList<>();
      for (List<T> g : draws) {
        both.add(field.times(in.of(1).add(s), g));
        both.add(field.times(in.of(1).subtract(s), g));
      }
      draws = both;
    }
    for (int j = 0; j < w.size(); j++) {
      if (!oracle.additive().exact(j).isZero()) {
        draws = shifted(field, draws, j, in.sqrt(in.of(oracle.additive().exact(j))));
      }
    }
    return draws;
  }

  private static <T extends FieldElement<T>> List<List<T>> shifted(
      LinearAlgebra<T> field, List<List<T>> draws, int coordinate, T by) {
    List<List<T>> both = new ArrayList<>();
    for (List<T> g : draws) {
      for (T shift : List.of(by, by.negate())) {
        List<T> moved = new ArrayList<>(g);
        moved.set(coordinate, g.get(coordinate).add(shift));
        both.add(moved);
      }
    }
    return both;
  }

  /** F(w). */
  <T extends FieldElement<T>> T value(LinearAlgebra<T> field, List<T> w) {
    return objective.value(field, w);
  }

  /** E g. */
  <T extends FieldElement<T>> List<T> mean(LinearAlgebra<T> field, List<T> w) {
    return average(field, at(field, w));
  }

  /** The mean of these vectors, entry by entry; shape [n][d] to [d]. */
  static <T extends FieldElement<T>> List<T> average(LinearAlgebra<T> field, List<List<T>> of) {
    return field.transposed(of).stream().map(field::mean).toList();
  }

  /** E |g|^2. */
  <T extends FieldElement<T>> T second(LinearAlgebra<T> field, List<T> w) {
    return field.mean(at(field, w).stream().map(field::squaredNorm).toList());
  }

  /** (grad F)'E g. */
  <T extends FieldElement<T>> T inner(LinearAlgebra<T> field, List<T> w) {
    return field.dot(objective.gradient(field, w), mean(field, w));
  }

  /** Twice the mean of (grad F)'g where it is negative, and of 0 elsewhere. */
  <T extends FieldElement<T>> T innerUphill(LinearAlgebra<T> field, List<T> w) {
    List<T> gradient = objective.gradient(field, w);
    return uphill(field, w, g -> field.dot(gradient, g));
  }

  /** Twice the mean of |g|^2 where (grad F)'g is negative, and of 0 elsewhere. */
  <T extends FieldElement<T>> T secondUphill(LinearAlgebra<T> field, List<T> w) {
    return uphill(field, w, field::squaredNorm);
  }

  private <T extends FieldElement<T>> T uphill(
      LinearAlgebra<T> field, List<T> w, Function<List<T>, T> of) {
    T zero = field.in().of(0);
    List<T> gradient = objective.gradient(field, w);
    List<T> values =
        at(field, w).stream()
            .map(g -> field.in().compare(field.dot(gradient, g), zero) < 0 ? of.apply(g) : zero)
            .toList();
    return field.mean(values).multiply(2);
  }
}
