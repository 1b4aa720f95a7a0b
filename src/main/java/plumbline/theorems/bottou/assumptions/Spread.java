package plumbline.theorems.bottou.assumptions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Comparison;
import plumbline.theorem.Relation;
import plumbline.theorem.Trial;

/**
 * A second moment of g at w_* + k v, over all outcomes of the draw.
 *
 * @param of the objective, the oracle and v
 * @param kind which moment
 */
record Spread(Noisy of, Kind kind) implements Comparison {
  /** Which moment. */
  enum Kind {
    /** E |g - E g|^2. */
    VARIANCE,
    /** E |g|^2. */
    SECOND_MOMENT
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    LinearAlgebra<T> field = new LinearAlgebra<>(in);
    List<Pair<T>> compared = new ArrayList<>();
    for (long k : points.at()) {
      List<T> w = field.lift(of.point(k));
      compared.add(new Pair<>("point " + k, k, measured(field, w), bound.at(in, constants, k)));
    }
    return compared;
  }

  /** The moment at all distances against noise + slope |grad F|^2. */
  static Claim claim(
      String name, Noisy noisy, Kind kind, Relation relation, Formula noise, Formula slope) {
    return Landscape.claim(
        name, new Spread(noisy, kind), relation, Noisy.along(noise, slope), Noisy.DISTANCES);
  }

  private <T extends FieldElement<T>> T measured(LinearAlgebra<T> field, List<T> w) {
    Draws draws = of.draws();
    if (kind == Kind.SECOND_MOMENT) {
      return draws.second(field, w);
    }
    List<T> mean = draws.mean(field, w);
    return field.mean(
        draws.at(field, w).stream().map(g -> field.squaredNorm(field.minus(g, mean))).toList());
  }

  @Override
  public Map<String, Trial> mutants() {
    return kind == Kind.VARIANCE
        ? Map.of("the mean not subtracted", new Spread(of, Kind.SECOND_MOMENT))
        : Map.of();
  }
}
