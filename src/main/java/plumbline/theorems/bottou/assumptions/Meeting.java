package plumbline.theorems.bottou.assumptions;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * |w_k - v_k|^2/|w_0 - v_0|^2 for two runs of gradient descent on F with stepsize 1/L.
 *
 * @param of F
 * @param first w_0, shape [d]
 * @param second v_0, shape [d]
 */
record Meeting(Objective of, Vector first, Vector second) implements Comparison {
  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    LinearAlgebra<T> field = LinearAlgebra.of(in, 2 * first.dimension());
    T step = in.of(constants.exact("L")).reciprocal();
    List<T> w = field.lift(first);
    List<T> v = field.lift(second);
    T start = field.squaredNorm(field.minus(w, v));
    List<Pair<T>> compared = new ArrayList<>();
    for (long k = 0; k <= points.last(); k++) {
      if (points.at().contains(k)) {
        T left = field.squaredNorm(field.minus(w, v)).divide(start);
        compared.add(new Pair<>("k = " + k, k, left, bound.at(in, constants, k)));
      }
      w = field.minus(w, step, of.gradient(field, w));
      v = field.minus(v, step, of.gradient(field, v));
    }
    return compared;
  }
}
