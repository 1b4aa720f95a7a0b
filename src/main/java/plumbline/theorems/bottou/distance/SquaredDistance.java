package plumbline.theorems.bottou.distance;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * E|w_{k+1} - z|^2 - |w_k - z|^2, by moving to every w_{k+1} that one index can lead to, against
 * the bound's term {@link #DECREASE} times ghat'(w_k - z) plus {@link #NOISE} times E|g|^2.
 *
 * <p>The path w_1, w_2, ... takes the indices in turn.
 *
 * @param of the problem
 * @param mean what ghat is
 */
record SquaredDistance(FiniteSum of, Mean mean) implements Comparison {
  static final String DECREASE = "expected decrease";
  static final String NOISE = "noise";

  enum Mean {
    /** The mean of subgradients. */
    SUBGRADIENT,
    /** The mean of g itself, bias and all. */
    OF_ORACLE
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    LinearAlgebra<T> a = new LinearAlgebra<>(in);
    List<T> z = a.lift(of.reference());
    List<T> w = List.of(in.of(0), in.of(0));
    List<Pair<T>> pairs = new ArrayList<>();
    for (long k = 1; k <= points.last(); k++) {
      List<List<T>> gradients = of.gradients(a, w);
      T step = in.of(of.beta().divide((int) k));
      if (points.at().contains(k)) {
        List<T> ends = new ArrayList<>();
        List<T> squares = new ArrayList<>();
        for (List<T> g : gradients) {
          ends.add(a.squaredNorm(a.minus(a.minus(w, step, g), z)));
          squares.add(a.squaredNorm(g));
        }
        List<List<T>> averaged = mean == Mean.OF_ORACLE ? gradients : of.unbiased(a, w);
        T decrease = a.dot(FiniteSum.mean(a, averaged), a.minus(w, z));
        T left = a.mean(ends).subtract(a.squaredNorm(a.minus(w, z)));
        T right = in.of(0);
        for (Bound.Term term : bound.terms()) {
          T data = term.name().equals(DECREASE) ? decrease : a.mean(squares);
          right = right.add(term.formula().at(in, constants, k).multiply(data));
        }
        pairs.add(new Pair<>("k = " + k, k, left, right));
      }
      w = a.minus(w, step, gradients.get((int) (k % FiniteSum.size())));
    }
    return pairs;
  }
}
