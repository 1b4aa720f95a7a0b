package plumbline.theorems.bottou.layers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.layer.LinearLayer;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorem.Trial;

/**
 * Two layers entry by entry, the second multiplied by the claim's bound, which is 1.
 *
 * @param found the one, from the setting
 * @param formula the other, by the formula that is claimed
 * @param errors the formula with an error in it, by what is wrong
 */
record Entries(Found found, Found formula, Map<String, Found> errors) implements Comparison {
  Entries {
    errors = Map.copyOf(errors);
  }

  /** How a layer is computed. */
  interface Found {
    <T extends FieldElement<T>> LinearLayer<T> in(LinearAlgebra<T> field);
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    LinearAlgebra<T> field = new LinearAlgebra<>(in);
    LinearLayer<T> left = found.in(field);
    LinearLayer<T> right = formula.in(field);
    List<Pair<T>> pairs = new ArrayList<>();
    for (int i = 0; i <= left.inputs(); i++) {
      for (int j = 0; j < left.outputs(); j++) {
        T claimed = right.entry(i, j).multiply(bound.at(in, constants, 0));
        pairs.add(
            new Pair<>("(%d, %d)".formatted(i, j + 1), pairs.size(), left.entry(i, j), claimed));
      }
    }
    return pairs;
  }

  @Override
  public Map<String, Trial> mutants() {
    Map<String, Trial> mutants = new LinkedHashMap<>();
    errors.forEach((name, wrong) -> mutants.put(name, new Entries(found, wrong, Map.of())));
    return mutants;
  }
}
