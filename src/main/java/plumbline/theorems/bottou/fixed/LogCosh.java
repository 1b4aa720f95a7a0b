package plumbline.theorems.bottou.fixed;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorems.bottou.Setting;

/**
 * Gradient descent w - alpha L tanh w on F = L ln cosh w, which has smoothness L and no c; L
 * w_k^2/2, which is at least F(w_k), against the bound.
 *
 * @param setting where w_1 and alpha are taken from
 */
record LogCosh(Setting setting) implements Comparison {
  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    T l = in.of(constants.exact("L"));
    T step = in.of(constants.exact("alpha")).multiply(l);
    T w = in.of(((Start.At) setting.recursion().start()).point().exact(0));
    List<Pair<T>> pairs = new ArrayList<>();
    for (long k = 1; k <= points.last(); k++) {
      if (points.at().contains(k)) {
        T gap = w.multiply(w).multiply(l).divide(in.of(2));
        pairs.add(new Pair<>("k = " + k, k, gap, bound.at(in, constants, k)));
      }
      T square = in.exp(w.multiply(2));
      T tanh = square.subtract(in.of(1)).divide(square.add(in.of(1)));
      w = w.subtract(step.multiply(tanh));
    }
    return pairs;
  }
}
