package plumbline.theorems.bottou.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorem.Trial;

/**
 * The mean over all batches of size k, coordinate by coordinate, against the bound times M grad F.
 *
 * @param of the batches
 * @param matrix M; H in the lecture
 */
record MeanGradient(Batches of, Matrix matrix) implements Comparison {
  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    LinearAlgebra<T> field = new LinearAlgebra<>(in);
    List<T> gradient = of.examples().meanGradient(field, field.lift(of.point()));
    List<T> right = field.times(field.lift(matrix), gradient);
    List<Pair<T>> pairs = new ArrayList<>();
    for (long n : points.at()) {
      List<List<T>> columns = field.transposed(of.scaled(in, (int) n));
      for (int j = 0; j < right.size(); j++) {
        pairs.add(
            new Pair<>(
                "coordinate " + (j + 1) + " for n = " + n,
                n,
                field.mean(columns.get(j)),
                bound.at(in, constants, n).multiply(right.get(j))));
      }
    }
    return pairs;
  }

  @Override
  public Map<String, Trial> mutants() {
    Vector ones = Vector.constant(of.examples().dimension(), BigFraction.ONE);
    return Map.of(
        "H forgotten", new MeanGradient(of, Matrix.diagonal(ones)),
        "H' for H", new MeanGradient(of, of.scaling().transposed()));
  }
}
