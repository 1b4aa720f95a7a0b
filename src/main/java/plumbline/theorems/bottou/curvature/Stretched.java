package plumbline.theorems.bottou.curvature;

import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;

/**
 * E(w) = w'Hw/2 + s (w_1^4 + w_2^4)/4, with a rational root R of H = R^2, or of |H| where H is
 * indefinite.
 *
 * @param hessian H, shape [2 x 2]
 * @param root R, symmetric, shape [2 x 2]
 * @param quartic s
 * @param eta the stepsize
 */
public record Stretched(Matrix hessian, Matrix root, BigFraction quartic, BigFraction eta) {
  static final Vector START = Vector.parse("1 1/2");

  static Stretched of(Values values) {
    BigFraction p = values.get("p");
    BigFraction q = values.get("q");
    BigFraction second = q.multiply(q);
    boolean positive = values.choice("sign").equals("POSITIVE");
    return new Stretched(
        Instances.rotated(p.multiply(p), positive ? second : second.negate()).hessian(),
        Instances.rotated(p, q).hessian(),
        values.get("s"),
        values.get("eta"));
  }

  <T extends FieldElement<T>> T energy(LinearAlgebra<T> field, List<T> w) {
    T quadratic = field.dot(w, field.times(field.lift(hessian), w)).divide(field.in().of(2));
    List<T> squares = field.hadamard(w, w);
    return quadratic.add(
        field.squaredNorm(squares).multiply(field.in().of(quartic)).divide(field.in().of(4)));
  }

  /** w - step H^{-1} dE/dw. */
  <T extends FieldElement<T>> List<T> moved(LinearAlgebra<T> field, List<T> w, T step) {
    return field.minus(w, step, field.solve(field.lift(hessian), slope(field, w)));
  }

  <T extends FieldElement<T>> List<T> slope(LinearAlgebra<T> field, List<T> w) {
    List<T> cubes = field.hadamard(field.hadamard(w, w), w);
    return field.plus(
        field.times(field.lift(hessian), w), field.times(field.in().of(quartic), cubes));
  }

  /** E(w_0), exactly. */
  BigFraction firstEnergy() {
    LinearAlgebra<BigFraction> exact = LinearAlgebra.exact();
    return energy(exact, exact.lift(START));
  }
}
