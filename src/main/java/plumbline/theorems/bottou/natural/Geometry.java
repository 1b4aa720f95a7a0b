package plumbline.theorems.bottou.natural;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.problem.Spectrum;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Status;

/**
 * A gradient in a metric, and how long a step may be.
 *
 * @param metric G, symmetric, shape [d x d]
 * @param gradient g, not 0
 * @param witness n with n'Gn &lt;= 0; the zero vector where G is positive definite
 * @param gamma the inverse multiplier of the length
 * @param eta half the squared length is at most eta^2
 * @param radii over what the length is taken
 */
record Geometry(
    Matrix metric,
    Vector gradient,
    Vector witness,
    BigFraction gamma,
    BigFraction eta,
    Radii radii) {
  /** Which {@link #direction} is G^{-1}g. */
  static final long MIDDLE = 16;

  /** What a bound on the length bounds. */
  enum Radii {
    ONE,
    ONE_A_COORDINATE
  }

  int dimension() {
    return gradient.dimension();
  }

  /** gamma, eta, q = g'G^{-1}g, slope = n'g, bend = n'Gn, and q_j = g_j^2/G_jj. */
  Constants constants() {
    LinearAlgebra<BigFraction> exact = LinearAlgebra.exact();
    Constants constants =
        Constants.none()
            .with("gamma", gamma, "declared")
            .with("eta", eta, "declared")
            .with("q", gradient.dot(new Vector(natural(exact))), "g'G^-1 g, by elimination")
            .with("slope", gradient.dot(witness), "n'g")
            .with("bend", metric.times(witness).dot(witness), "n'G n");
    for (int j = 0; j < dimension(); j++) {
      BigFraction square = gradient.exact(j).multiply(gradient.exact(j));
      constants = constants.with("q" + (j + 1), square.divide(metric.exact(j, j)), "g_j^2/G_jj");
    }
    return constants;
  }

  /** G^{-1}g; where n is a null vector, (G + nn')^{-1}g. */
  <T extends FieldElement<T>> List<T> natural(LinearAlgebra<T> field) {
    List<List<T>> g = field.lift(metric);
    if (metric.times(witness).dot(witness).isZero()) {
      List<T> n = field.lift(witness);
      List<List<T>> square = field.outer(n, n);
      List<List<T>> all = g;
      g =
          IntStream.range(0, dimension())
              .mapToObj(i -> field.plus(all.get(i), square.get(i)))
              .toList();
    }
    return field.solve(g, field.lift(gradient));
  }

  /** G^{-1}g + (k - 16)/8 v, v across it: a fan of directions with G^{-1}g at k = 16. */
  <T extends FieldElement<T>> List<T> direction(LinearAlgebra<T> field, long k) {
    List<T> middle = natural(field);
    T off = field.in().of(Rationals.of(k - MIDDLE, 8));
    boolean definite = witness.squaredNorm().isZero();
    List<T> across =
        definite
            ? field.vector(
                dimension(),
                j -> j == 0 ? middle.get(1).negate() : j == 1 ? middle.get(0) : field.in().of(1))
            : field.lift(witness);
    return field.plus(middle, field.times(off, across));
  }

  <T extends FieldElement<T>> T squaredLength(LinearAlgebra<T> field, List<T> delta) {
    return field.dot(delta, field.times(field.lift(metric), delta));
  }

  Status definite() {
    return metric.isSymmetric() && Spectrum.sign(metric) == Spectrum.Sign.DEFINITE
        ? Status.certified("all pivots are positive by elimination in rationals")
        : new Status.Refuted(
            "n = ("
                + String.join(", ", witness.entries().stream().map(Rationals::show).toList())
                + ") is not 0 and has n'G n = "
                + Rationals.show(metric.times(witness).dot(witness)));
  }
}
