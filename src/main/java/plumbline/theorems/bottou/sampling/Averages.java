package plumbline.theorems.bottou.sampling;

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
 * A mean over all batches of size k against the bound at k.
 *
 * @param of the batches
 * @param what what is averaged
 */
record Averages(Batches of, What what) implements Comparison {
  /** What is averaged over batches. */
  enum What {
    /** |g - H grad F|^2. */
    SPREAD,
    /** |g|^2. */
    SQUARE,
    /** The first coordinate of g. */
    FIRST
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    LinearAlgebra<T> field = new LinearAlgebra<>(in);
    List<T> mean = of.mean(field);
    List<Pair<T>> pairs = new ArrayList<>();
    for (long n : points.at()) {
      List<T> values =
          of.scaled(in, (int) n).stream()
              .map(
                  g ->
                      switch (what) {
                        case SPREAD -> field.squaredNorm(field.minus(g, mean));
                        case SQUARE -> field.squaredNorm(g);
                        case FIRST -> g.get(0);
                      })
              .toList();
      pairs.add(new Pair<>("n = " + n, n, field.mean(values), bound.at(in, constants, n)));
    }
    return pairs;
  }
}
