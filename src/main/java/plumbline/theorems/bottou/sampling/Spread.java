package plumbline.theorems.bottou.sampling;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorems.LinearAlgebra;

/** The mean of |g - H grad F|^2 over all batches g of size k, against the bound at k. */
record Spread(Batches of) implements Comparison {
  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    LinearAlgebra<T> field = new LinearAlgebra<>(in);
    List<T> mean = of.mean(field);
    List<Pair<T>> pairs = new ArrayList<>();
    for (long n : points.at()) {
      List<T> squares =
          of.scaled(in, (int) n).stream()
              .map(g -> field.squaredNorm(field.minus(g, mean)))
              .toList();
      pairs.add(new Pair<>("n = " + n, n, field.mean(squares), bound.at(in, constants, n)));
    }
    return pairs;
  }
}
