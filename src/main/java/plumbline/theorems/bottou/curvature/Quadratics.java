package plumbline.theorems.bottou.curvature;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Values;

/**
 * E(w) = w'Hw/2 in d dimensions, H = Q Lambda Q with the reflection Q = I - 2 1 1'/d and equally
 * spaced eigenvalues from 1 to kappa, so that all entries are rational; and how far a line search
 * goes.
 *
 * @param hessian H, shape [d x d]
 * @param start w_0, shape [d]
 * @param worst whether the slope at w_0 has two equal components, along the extreme eigenvectors
 * @param kappa the largest eigenvalue; the smallest is 1
 * @param share of the way to the minimum along the line: 1 for an exact line search
 */
public record Quadratics(
    Matrix hessian, Vector start, boolean worst, BigFraction kappa, BigFraction share) {
  static Quadratics of(Values values) {
    int d = values.integer("d");
    BigFraction kappa = values.get("kappa");
    Matrix reflection =
        new Matrix(
            IntStream.range(0, d)
                .mapToObj(i -> Vector.generate(d, j -> Rationals.of(i == j ? d - 2 : -2, d)))
                .toList());
    Vector eigenvalues =
        Vector.generate(
            d,
            i ->
                kappa
                    .subtract(BigFraction.ONE)
                    .multiply(Rationals.of(i, d - 1))
                    .add(BigFraction.ONE));
    boolean ends = values.choice("start").equals("WORST");
    Vector components =
        Vector.generate(
            d,
            i ->
                !ends
                    ? Rationals.of(i + 1, 2)
                    : i == 0 || i == d - 1 ? eigenvalues.exact(i).reciprocal() : BigFraction.ZERO);
    return new Quadratics(
        reflection.times(Matrix.diagonal(eigenvalues)).times(reflection),
        reflection.times(components),
        ends,
        kappa,
        values.get("share"));
  }

  int dimension() {
    return start.dimension();
  }

  boolean exactSearch() {
    return share.equals(BigFraction.ONE);
  }

  <T extends FieldElement<T>> T energy(LinearAlgebra<T> field, List<T> w) {
    return field.dot(w, field.times(field.lift(hessian), w)).divide(field.in().of(2));
  }

  /** E(w_0), exactly. */
  BigFraction firstEnergy() {
    LinearAlgebra<BigFraction> exact = LinearAlgebra.exact();
    return energy(exact, exact.lift(start));
  }
}
