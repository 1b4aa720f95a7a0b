package plumbline.theorems.bottou.curvature;

import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.theorems.Instances;

/**
 * E(w) = w'Hw/2 in two dimensions, H with curvature c along u = (3, 4)/5 and L along v = (-4, 3)/5,
 * so that every number is rational.
 *
 * @param c the smaller curvature
 * @param l the larger curvature
 * @param eta the stepsize
 * @param along components of w_0 along u and v, shape [2]
 */
public record Valley(BigFraction c, BigFraction l, BigFraction eta, Vector along) {
  static final Vector LOW = Vector.parse("3/5 4/5");
  static final Vector HIGH = Vector.parse("-4/5 3/5");

  Matrix hessian() {
    return Instances.rotated(c, l).hessian();
  }

  Vector start() {
    return combined(along);
  }

  /** 2/(c + L). */
  BigFraction best() {
    return new BigFraction(2).divide(c.add(l));
  }

  static Vector combined(Vector along) {
    return Vector.generate(
        2, j -> along.exact(0).multiply(LOW.exact(j)).add(along.exact(1).multiply(HIGH.exact(j))));
  }

  /** w - step H w, the product written out. */
  <T extends FieldElement<T>> List<T> moved(LinearAlgebra<T> field, List<T> w, T step) {
    return field.minus(w, step, field.times(field.lift(hessian()), w));
  }

  /** w'Hw/2. */
  <T extends FieldElement<T>> T energy(LinearAlgebra<T> field, List<T> w) {
    return field.dot(w, field.times(field.lift(hessian()), w)).divide(field.in().of(2));
  }

  /** E(w_0), exactly. */
  BigFraction firstEnergy() {
    LinearAlgebra<BigFraction> exact = LinearAlgebra.exact();
    return energy(exact, exact.lift(start()));
  }
}
