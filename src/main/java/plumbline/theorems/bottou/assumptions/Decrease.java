package plumbline.theorems.bottou.assumptions;

import java.util.ArrayList;
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
 * E F(w - alpha_k g) at w = w_* + v with alpha_k = k alpha, over all outcomes of the draw.
 *
 * @param of the objective, the oracle and v
 * @param way what is done to the step
 */
record Decrease(Noisy of, Way way) implements Comparison {
  /** What is done to the step; all but the first are errors. */
  enum Way {
    AS_IT_IS,
    UPHILL,
    TWICE_AS_LONG
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    LinearAlgebra<T> field = new LinearAlgebra<>(in);
    Library objective = of.draws().objective();
    List<T> w = field.lift(of.point(1));
    List<T> gradient = objective.gradient(field, w);
    List<List<T>> draws = of.draws().at(field, w);
    List<Pair<T>> compared = new ArrayList<>();
    for (long k : points.at()) {
      T alpha = in.of(constants.exact("alpha").multiply(k)).multiply(factor(in));
      List<T> after =
          draws.stream()
              .map(g -> field.minus(w, step(field, alpha, gradient, g), g))
              .map(next -> objective.value(field, next))
              .toList();
      compared.add(
          new Pair<>(
              "alpha = " + k + "/8 mu/(L M_G)", k, field.mean(after), bound.at(in, constants, k)));
    }
    return compared;
  }

  private <T extends FieldElement<T>> T factor(Arithmetic<T> in) {
    return switch (way) {
      case AS_IT_IS -> in.of(1);
      case UPHILL -> in.of(-1);
      case TWICE_AS_LONG -> in.of(2);
    };
  }

  /** alpha; or, chosen after the draw, 2 alpha where g leads uphill and 0 elsewhere. */
  private <T extends FieldElement<T>> T step(
      LinearAlgebra<T> field, T alpha, List<T> gradient, List<T> g) {
    if (of.rule().equals(Noisy.FIXED)) {
      return alpha;
    }
    boolean uphill = field.in().compare(field.dot(gradient, g), field.in().of(0)) < 0;
    return uphill ? alpha.add(alpha) : field.in().of(0);
  }

  @Override
  public Map<String, Trial> mutants() {
    return way == Way.AS_IT_IS
        ? Map.of(
            "a step along +g", new Decrease(of, Way.UPHILL),
            "a step twice as long", new Decrease(of, Way.TWICE_AS_LONG))
        : Map.of();
  }
}
