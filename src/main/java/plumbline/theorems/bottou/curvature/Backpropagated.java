package plumbline.theorems.bottou.curvature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorem.Trial;

/**
 * -eta dE/dW or dE/dx by differences of E, against the formula of back-propagation times the bound.
 *
 * @param of the layer
 * @param part which of the two
 * @param slip an error in the formula
 */
record Backpropagated(DenseLayer of, Part part, Slip slip) implements Comparison {
  /** What is derived. */
  enum Part {
    WEIGHTS,
    INPUT
  }

  /** Errors in the formula. */
  enum Slip {
    NONE,
    NO_SLOPE,
    TRANSPOSED
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    LinearAlgebra<T> field = new LinearAlgebra<>(in);
    List<T> x = field.lift(of.input());
    List<List<T>> w = field.lift(of.weights());
    List<T> left =
        part == Part.WEIGHTS
            ? field.times(
                in.of(of.eta()).negate(),
                of.slopes(field, w, in.of(1)).stream().flatMap(List::stream).toList())
            : new Differences<>(in).gradient(v -> of.loss(field, w, v, in.of(1)), x);
    List<T> right = formula(field, w, x);
    T factor = bound.at(in, constants, 0);
    List<Pair<T>> pairs = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      pairs.add(new Pair<>("entry " + (i + 1), i, left.get(i), factor.multiply(right.get(i))));
    }
    return pairs;
  }

  /** -g_a x' by rows, or W' g_a, with g_a = f'(a) g_y entry by entry. */
  private <T extends FieldElement<T>> List<T> formula(
      LinearAlgebra<T> field, List<List<T>> w, List<T> x) {
    Arithmetic<T> in = field.in();
    List<T> y = of.output(field, w, x, in.of(1));
    List<T> outer = field.minus(y, field.lift(of.target()));
    List<T> slopes = field.times(w, x).stream().map(a -> of.f().slope(in, a)).toList();
    List<T> inner = slip == Slip.NO_SLOPE ? outer : field.hadamard(slopes, outer);
    if (part == Part.INPUT) {
      return field.times(slip == Slip.TRANSPOSED ? w : field.transposed(w), inner);
    }
    List<List<T>> product = slip == Slip.TRANSPOSED ? field.outer(x, inner) : field.outer(inner, x);
    return field.times(in.of(-1), product.stream().flatMap(List::stream).toList());
  }

  @Override
  public Map<String, Trial> mutants() {
    Map<String, Trial> mutants = new LinkedHashMap<>();
    mutants.put("f'(a) forgotten", new Backpropagated(of, part, Slip.NO_SLOPE));
    if (of.outputs() == of.inputs()) {
      mutants.put(
          part == Part.WEIGHTS ? "x g_a' added to W as it is" : "W in the place of its transpose",
          new Backpropagated(of, part, Slip.TRANSPOSED));
    }
    return mutants;
  }
}
