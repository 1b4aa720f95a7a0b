package plumbline.theorems.bottou.assumptions;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * E F(w_k) of stochastic gradient on F = -w^2/2 from w_1 = 0, by the recursion of E w_k^2: the step
 * is w + alpha (w + xi) with Var xi = M.
 */
record Runaway() implements Comparison {
  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    T alpha = in.of(constants.exact("alpha"));
    T grown = alpha.add(in.of(1));
    T noise = alpha.multiply(alpha).multiply(in.of(constants.exact("M")));
    T square = in.of(0);
    List<Pair<T>> compared = new ArrayList<>();
    for (long k = 1; k <= points.last(); k++) {
      if (points.at().contains(k)) {
        T left = square.divide(in.of(-2));
        compared.add(new Pair<>("k = " + k, k, left, bound.at(in, constants, k)));
      }
      square = grown.multiply(grown).multiply(square).add(noise);
    }
    return compared;
  }
}
