package plumbline.theorems.bottou.layers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorem.Trial;

/**
 * A number that depends on k against the claim's bound at k.
 *
 * @param what the number in words, before "at k = 5"
 * @param left the number, from the setting
 * @param errors the number computed with an error, by what is wrong
 */
record Along(String what, Measured left, Map<String, Measured> errors) implements Comparison {
  Along {
    errors = Map.copyOf(errors);
  }

  Along(String what, Measured left) {
    this(what, left, Map.of());
  }

  /** How the number is computed at any k; what no k changes is computed once. */
  interface Measured {
    <T extends FieldElement<T>> LongFunction<T> in(LinearAlgebra<T> field);
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    LinearAlgebra<T> field = new LinearAlgebra<>(in);
    LongFunction<T> found = left.in(field);
    return points.at().stream()
        .map(k -> new Pair<>(what + " at k = " + k, k, found.apply(k), bound.at(in, constants, k)))
        .toList();
  }

  @Override
  public Axes axes() {
    return new Axes("k", what);
  }

  @Override
  public Map<String, Trial> mutants() {
    Map<String, Trial> mutants = new LinkedHashMap<>();
    errors.forEach((name, wrong) -> mutants.put(name, new Along(what, wrong)));
    return mutants;
  }
}
