package plumbline.theorems.bottou.fixed;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * b_k with b_1 = Delta and b_(k+1) = (1 - alpha c (2 mu - alpha L M_G)) b_k + alpha^2 L M/2, step
 * by step, against the bound.
 */
record Iterated() implements Comparison {
  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    T rate = Formulas.SHARPER_RATE.at(in, constants, 0);
    T added = Formulas.ADDED.at(in, constants, 0);
    T b = in.of(constants.exact("Delta"));
    List<Pair<T>> pairs = new ArrayList<>();
    for (long k = 1; k <= points.last(); k++) {
      if (points.at().contains(k)) {
        pairs.add(new Pair<>("k = " + k, k, b, bound.at(in, constants, k)));
      }
      b = rate.multiply(b).add(added);
    }
    return pairs;
  }
}
