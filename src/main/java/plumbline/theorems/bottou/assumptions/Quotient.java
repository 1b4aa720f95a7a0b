package plumbline.theorems.bottou.assumptions;

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
 * A measured constant of an objective at pairs of points, against what is claimed of it.
 *
 * @param of the objective
 * @param kind what is measured
 * @param pairs where
 */
record Quotient(Objective of, Kind kind, Pairs pairs) implements Comparison {
  /** What is measured at w_bar and w = w_bar + move. */
  enum Kind {
    /** |grad F(w) - grad F(w_bar)|^2 / |move|^2. */
    GRADIENTS,
    /** (F(w) - F(w_bar) - grad F(w_bar)'move) / |move|^2: half a curvature. */
    CURVATURE,
    /** |grad F(w)|^2 / (F(w) - F_inf). */
    DOMINATION,
    /** F(w). */
    VALUE
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    LinearAlgebra<T> field = new LinearAlgebra<>(in);
    List<Pair<T>> compared = new ArrayList<>();
    for (long k : points.at()) {
      T left = measured(field, pairs.at(k), constants);
      compared.add(new Pair<>("pair " + k, k, left, bound.at(in, constants, k)));
    }
    return compared;
  }

  private <T extends FieldElement<T>> T measured(
      LinearAlgebra<T> field, Pairs.Pair pair, Constants constants) {
    List<T> w = field.lift(pair.end());
    List<T> base = field.lift(pair.base());
    List<T> move = field.lift(pair.move());
    return switch (kind) {
      case GRADIENTS -> {
        List<T> change = field.minus(of.gradient(field, w), of.gradient(field, base));
        yield field.squaredNorm(change).divide(field.squaredNorm(move));
      }
      case CURVATURE -> {
        T slope = field.dot(of.gradient(field, base), move);
        T above = of.value(field, w).subtract(of.value(field, base)).subtract(slope);
        yield above.divide(field.squaredNorm(move));
      }
      case DOMINATION -> {
        T gap = of.value(field, w).subtract(field.in().of(constants.exact("F_inf")));
        yield field.squaredNorm(of.gradient(field, w)).divide(gap);
      }
      case VALUE -> of.value(field, w);
    };
  }
}
