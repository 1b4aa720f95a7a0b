package plumbline.theorems.bottou.fixed;

import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * A formula of the constants and of k against the bound.
 *
 * @param what it is, in words
 * @param left the formula
 */
record Value(String what, Formula left) implements Comparison {
  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    return points.at().stream()
        .map(
            k ->
                new Pair<>(
                    points.size() == 1 ? what : "alpha x " + k + "/20",
                    k,
                    left.at(in, constants, k),
                    bound.at(in, constants, k)))
        .toList();
  }
}
