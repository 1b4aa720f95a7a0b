package plumbline.theorems.bottou.curvature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.theorem.Trial;

/**
 * E|w_k - w_*|^2 where every step draws one example (x, y) uniformly and goes to the minimum of (y
 * - x'w)^2/2 along its gradient: all drawings are added up, as a recursion of the second moments.
 *
 * @param of the examples and the start
 * @param share of the way to the minimum
 */
record SingleExamples(Examples of, BigFraction share) implements Measured {
  /**
   * Examples whose least-squares solution is 0.
   *
   * @param inputs x_i by rows, shape [n x d]
   * @param residuals y_i, shape [n]
   * @param start w_0, shape [d]
   */
  public record Examples(Matrix inputs, Vector residuals, Vector start) {
    boolean interpolated() {
      return residuals.entries().stream().allMatch(BigFraction::isZero);
    }

    /** mean of x x'/|x|^2. */
    Matrix mean() {
      int d = inputs.width();
      int n = inputs.height();
      List<Vector> rows = new ArrayList<>();
      for (int i = 0; i < d; i++) {
        int row = i;
        rows.add(
            Vector.generate(
                d,
                j ->
                    inputs.rows().stream()
                        .map(x -> x.exact(row).multiply(x.exact(j)).divide(x.squaredNorm()))
                        .reduce(BigFraction.ZERO, BigFraction::add)
                        .divide(n)));
      }
      return new Matrix(rows);
    }
  }

  @Override
  public <T extends FieldElement<T>> List<T> values(Arithmetic<T> in, Checkpoints points) {
    LinearAlgebra<T> field = new LinearAlgebra<>(in);
    int d = of.start().dimension();
    List<T> mean = field.lift(of.start());
    List<List<T>> second = field.outer(mean, mean);
    List<T> values = new ArrayList<>();
    for (long k = 0; k <= points.last(); k++) {
      if (points.at().contains(k)) {
        List<List<T>> trace = second;
        values.add(field.sum(field.vector(d, j -> trace.get(j).get(j))));
      }
      Moments<T> next = stepped(field, mean, second);
      mean = next.mean();
      second = next.second();
    }
    return values;
  }

  /** E w and E w w'. */
  private record Moments<T extends FieldElement<T>>(List<T> mean, List<List<T>> second) {}

  /** w becomes A w + b with A = I - share x x'/|x|^2 and b = share y x/|x|^2. */
  private <T extends FieldElement<T>> Moments<T> stepped(
      LinearAlgebra<T> field, List<T> mean, List<List<T>> second) {
    Arithmetic<T> in = field.in();
    int d = mean.size();
    int n = of.inputs().height();
    List<T> first = field.vector(d, j -> in.of(0));
    List<List<T>> sum = field.outer(first, first);
    for (int i = 0; i < n; i++) {
      List<T> x = field.lift(of.inputs().rows().get(i));
      T scale = in.of(share).divide(field.squaredNorm(x));
      List<List<T>> a = new ArrayList<>();
      for (int j = 0; j < d; j++) {
        a.add(field.minus(field.identity(d).get(j), scale.multiply(x.get(j)), x));
      }
      List<T> b = field.times(scale.multiply(in.of(of.residuals().exact(i))), x);
      List<T> moved = field.times(a, mean);
      List<List<T>> spread = field.product(field.product(a, second), field.transposed(a));
      first = field.plus(first, field.plus(moved, b));
      sum = added(field, sum, spread);
      sum = added(field, sum, field.outer(moved, b));
      sum = added(field, sum, field.outer(b, moved));
      sum = added(field, sum, field.outer(b, b));
    }
    T share = in.of(1).divide(in.of(n));
    return new Moments<>(
        field.times(share, first), sum.stream().map(row -> field.times(share, row)).toList());
  }

  private static <T extends FieldElement<T>> List<List<T>> added(
      LinearAlgebra<T> field, List<List<T>> x, List<List<T>> y) {
    List<List<T>> sum = new ArrayList<>();
    for (int i = 0; i < x.size(); i++) {
      sum.add(field.plus(x.get(i), y.get(i)));
    }
    return sum;
  }

  @Override
  public Map<String, Trial> mutants() {
    return Map.of("half of the line search", new SingleExamples(of, share.divide(2)));
  }
}
