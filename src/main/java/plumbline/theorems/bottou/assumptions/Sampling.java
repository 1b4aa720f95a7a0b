package plumbline.theorems.bottou.assumptions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.problem.LeastSquares;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorem.Status;
import plumbline.theorem.Trial;
import plumbline.theorem.Values;

/**
 * An index of least squares is drawn with probabilities p_i, and the gradient of its term is taken
 * with or without the weight 1/(n p_i).
 *
 * @param objective F, a mean of n terms
 * @param probabilities p, shape [n]
 * @param weights what the gradient of each term is multiplied by, shape [n]
 */
record Sampling(Library objective, Vector probabilities, Vector weights) {
  static Sampling of(Values values) {
    Library objective = values.choice("problem").equals("LS4") ? Library.ls4() : Library.ls3();
    LeastSquares ls = (LeastSquares) objective.problem();
    List<BigFraction> lengths = ls.inputs().rows().stream().map(Vector::squaredNorm).toList();
    BigFraction sum = lengths.stream().reduce(BigFraction.ZERO, BigFraction::add);
    int n = lengths.size();
    BigFraction share = Rationals.of(1, n);
    boolean uniform = values.choice("draw").equals("uniform");
    Vector p = Vector.generate(n, i -> uniform ? share : lengths.get(i).divide(sum));
    boolean weighted = values.choice("weights").equals("weighted");
    return new Sampling(
        objective,
        p,
        Vector.generate(n, i -> weighted ? share.divide(p.exact(i)) : BigFraction.ONE));
  }

  /** p_i times its weight is 1/n for every i. */
  Status unbiased() {
    int n = weights.dimension();
    BigFraction share = Rationals.of(1, n);
    int off =
        IntStream.range(0, n)
            .filter(i -> !probabilities.exact(i).multiply(weights.exact(i)).equals(share))
            .findFirst()
            .orElse(-1);
    return Status.of(
        off < 0,
        off < 0
            ? "probability times weight is 1/" + n + " for every index"
            : "index "
                + (off + 1)
                + " counts "
                + Rationals.show(probabilities.exact(off).multiply(weights.exact(off)))
                + " and not 1/"
                + n);
  }

  /** E g by going through the indices, at w. */
  <T extends FieldElement<T>> List<T> mean(LinearAlgebra<T> field, List<T> w) {
    List<List<T>> terms = objective.terms(field, w);
    List<T> sum = field.times(field.in().of(0), w);
    for (int i = 0; i < terms.size(); i++) {
      T share = field.in().of(probabilities.exact(i).multiply(weights.exact(i)));
      sum = field.plus(sum, field.times(share, terms.get(i)));
    }
    return sum;
  }

  /**
   * A quotient of (4.7) at w_* + (k, -k, k, ...)/2.
   *
   * @param of the sampling
   * @param kind which quotient
   */
  record Measured(Sampling of, Turned.Kind kind) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      List<T> centre = field.lift(of.objective.centre());
      List<Pair<T>> compared = new ArrayList<>();
      for (long k : points.at()) {
        List<T> w =
            field.plus(
                centre,
                field.vector(centre.size(), j -> in.of(Rationals.of(j % 2 == 0 ? k : -k, 2))));
        List<T> gradient = of.objective.gradient(field, w);
        List<T> mean = of.mean(field, w);
        T top = kind == Turned.Kind.INNER ? field.dot(gradient, mean) : field.squaredNorm(mean);
        T left = top.divide(field.squaredNorm(gradient));
        compared.add(new Pair<>("point " + k, k, left, bound.at(in, constants, k)));
      }
      return compared;
    }

    /** With probabilities that are all equal the weights are 1, and nothing is forgotten. */
    @Override
    public Map<String, Trial> mutants() {
      Vector ones = Vector.constant(of.weights.dimension(), BigFraction.ONE);
      return of.weights.equals(ones)
          ? Map.of()
          : Map.of(
              "the weights forgotten",
              new Measured(new Sampling(of.objective, of.probabilities, ones), kind));
    }
  }
}
