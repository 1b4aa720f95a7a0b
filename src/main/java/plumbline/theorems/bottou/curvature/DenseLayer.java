package plumbline.theorems.bottou.curvature;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Values;

/**
 * One layer y = f(s W x) under the loss E = |y - t|^2/2, with one example (x, t).
 *
 * @param f applied entry by entry
 * @param weights W, shape [m x n]; 0 where f has a kink
 * @param input x, shape [n], every entry positive
 * @param target t, shape [m], every entry positive
 * @param eta the stepsize
 */
public record DenseLayer(
    Activation f, Matrix weights, Vector input, Vector target, BigFraction eta) {
  static DenseLayer of(Values values) {
    int m = values.integer("m");
    int n = values.integer("n");
    Activation f = Activation.valueOf(values.choice("f"));
    List<Vector> rows = new ArrayList<>();
    for (int i = 0; i < m; i++) {
      int row = i;
      rows.add(
          Vector.generate(
              n,
              j ->
                  f == Activation.ABSOLUTE
                      ? BigFraction.ZERO
                      : Rationals.of(1 + (3 * row + 2 * j) % 5, 4)));
    }
    return new DenseLayer(
        f,
        new Matrix(rows),
        Vector.generate(n, j -> Rationals.of(j + 1, 2)),
        Vector.generate(m, i -> Rationals.of(i + 2, 3)),
        values.get("eta"));
  }

  int outputs() {
    return weights.height();
  }

  int inputs() {
    return weights.width();
  }

  /** f(s W x). */
  <T extends FieldElement<T>> List<T> output(
      LinearAlgebra<T> field, List<List<T>> w, List<T> x, T s) {
    return field.times(w, x).stream().map(a -> f.at(field.in(), s.multiply(a))).toList();
  }

  /** E. */
  <T extends FieldElement<T>> T loss(LinearAlgebra<T> field, List<List<T>> w, List<T> x, T s) {
    List<T> error = field.minus(output(field, w, x, s), field.lift(target));
    return field.squaredNorm(error).divide(field.in().of(2));
  }

  /** dE/dW by differences, in the shape of W. */
  <T extends FieldElement<T>> List<List<T>> slopes(LinearAlgebra<T> field, List<List<T>> w, T s) {
    List<T> x = field.lift(input);
    List<T> flat =
        new Differences<>(field.in())
            .gradient(v -> loss(field, shaped(v), x, s), w.stream().flatMap(List::stream).toList());
    return shaped(flat);
  }

  /** dy_i/dW_ij by differences, in the shape of W. */
  <T extends FieldElement<T>> List<List<T>> sensitivities(
      LinearAlgebra<T> field, List<List<T>> w, T s) {
    List<T> x = field.lift(input);
    return w.stream()
        .map(
            row ->
                new Differences<>(field.in())
                    .gradient(v -> f.at(field.in(), s.multiply(field.dot(v, x))), row))
        .toList();
  }

  /** A list by rows as an [m x n] matrix. */
  <T> List<List<T>> shaped(List<T> flat) {
    List<List<T>> rows = new ArrayList<>();
    for (int i = 0; i < outputs(); i++) {
      rows.add(flat.subList(i * inputs(), (i + 1) * inputs()));
    }
    return rows;
  }
}
