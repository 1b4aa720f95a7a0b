package plumbline.theorems.lecun;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Trial;

/**
 * Coordinate j of w_{k+1} - w_*, with w_{k+1} by gradient descent on f, against e_j - gamma (M e)_j
 * - [j = 1] gamma s e_1^2/2 with e = w_k - w_*; gamma on the right is the claim's bound.
 *
 * @param of the descent
 * @param matrix M
 * @param cubic s on the right
 */
record OneStep(Descent of, Matrix matrix, BigFraction cubic) implements Trial {
  @Override
  public <T extends FieldElement<T>> List<Sides<T>> sides(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    LinearAlgebra<T> field = LinearAlgebra.of(in, of.dimension());
    List<List<T>> hessian = field.lift(of.symmetricPart());
    List<T> b = field.lift(linearTerm());
    List<T> centre = field.lift(of.centre());
    T gamma = in.of(of.gamma());
    List<T> w = field.minus(field.lift(of.error()), in.of(-1), centre);
    List<Sides<T>> sides = new ArrayList<>();
    for (long k = 0; k <= points.last(); k++) {
      List<T> error = field.minus(w, in.of(1), centre);
      List<T> slope = field.minus(field.times(hessian, w), in.of(1), b);
      List<T> gradient = withCubic(field, slope, error, of.cubic());
      List<T> next = field.minus(w, gamma, gradient);
      if (points.at().contains(k)) {
        List<T> left = field.minus(next, in.of(1), centre);
        List<T> move = withCubic(field, field.times(field.lift(matrix), error), error, cubic);
        List<T> right = field.minus(error, bound.at(in, constants, k), move);
        for (int j = 0; j < w.size(); j++) {
          sides.add(
              new Sides<>(
                  "coordinate " + (j + 1) + " at k = " + k,
                  k,
                  left.get(j),
                  right.get(j),
                  scale(field, hessian.get(j), w, next, j),
                  4.0 * w.size() + 12));
        }
      }
      w = next;
    }
    return sides;
  }

  /** b = A w_*, exactly: it is data of f. */
  private Vector linearTerm() {
    LinearAlgebra<BigFraction> exact = LinearAlgebra.exact();
    return new Vector(exact.times(exact.lift(of.symmetricPart()), exact.lift(of.centre())));
  }

  /** |w_{k+1}| + 2|w_*| + |w_k| + 2 gamma (|A| |w_k| + |A| |w_*|), in coordinate j. */
  private <T extends FieldElement<T>> T scale(
      LinearAlgebra<T> field, List<T> row, List<T> w, List<T> next, int j) {
    Arithmetic<T> in = field.in();
    List<T> centre = field.lift(of.centre());
    T products = field.absolute(row, w).add(field.absolute(row, centre));
    T steps = in.abs(in.of(of.gamma())).multiply(products).multiply(in.of(2));
    return in.abs(next.get(j))
        .add(in.abs(w.get(j)))
        .add(in.abs(centre.get(j)).multiply(in.of(2)))
        .add(steps);
  }

  /** The gradient of the quadratic part plus that of (s/6) e_1^3, which is s e_1^2/2 along e_1. */
  static <T extends FieldElement<T>> List<T> withCubic(
      LinearAlgebra<T> field, List<T> gradient, List<T> error, BigFraction cubic) {
    List<T> sum = new ArrayList<>(gradient);
    T square = error.get(0).multiply(error.get(0));
    Arithmetic<T> in = field.in();
    sum.set(0, sum.get(0).add(in.of(cubic).multiply(square).divide(in.of(2))));
    return sum;
  }
}
