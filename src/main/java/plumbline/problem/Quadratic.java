package plumbline.problem;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;
import plumbline.series.Matrix;
import plumbline.series.Vector;

/**
 * F(w) = (w - w_*)' A (w - w_*) / 2, A symmetric positive semidefinite.
 *
 * @param hessian A, shape [d x d]
 * @param centre w_*, shape [d]
 * @param constants L and c with their certificates, F_inf = 0
 */
public record Quadratic(Matrix hessian, Vector centre, Constants constants) implements Problem {
  public Quadratic {
    if (!hessian.isSymmetric() || hessian.height() != centre.dimension()) {
      throw new IllegalArgumentException(
          "a quadratic needs a symmetric matrix of the size of its centre, got "
              + hessian.height()
              + " x "
              + hessian.width()
              + " and "
              + centre.dimension());
    }
  }

  /** A = diag(eigenvalues), w_* = 0; L and c are the extreme eigenvalues, exactly. */
  public static Quadratic diagonal(Vector eigenvalues) {
    BigFraction largest =
        eigenvalues.entries().stream().max(java.util.Comparator.naturalOrder()).orElseThrow();
    BigFraction smallest =
        eigenvalues.entries().stream().min(java.util.Comparator.naturalOrder()).orElseThrow();
    return new Quadratic(
        Matrix.diagonal(eigenvalues),
        Vector.constant(eigenvalues.dimension(), BigFraction.ZERO),
        extremes(
            Constant.exactly(largest, "largest entry of the diagonal"),
            Constant.exactly(smallest, "smallest entry of the diagonal")));
  }

  /**
   * Any symmetric positive semidefinite A; L and c are its extreme eigenvalues, exact where they
   * are easily so, else rounded outward by a certified error.
   *
   * @throws IllegalArgumentException if an eigenvalue is certainly negative
   */
  public static Quadratic of(Matrix a, Vector centre) {
    Spectrum spectrum = Spectrum.of(a);
    Constant smallest = spectrum.smallest();
    if (smallest.value() + smallest.error() < 0) {
      throw new IllegalArgumentException(
          "a quadratic needs a positive semidefinite matrix, got an eigenvalue near "
              + smallest.value());
    }
    Constant convexity =
        smallest.exact().signum() >= 0
            ? smallest
            : new Constant(
                BigFraction.ZERO, smallest.error(), smallest.how() + ", and not below 0");
    return new Quadratic(a, centre, extremes(spectrum.largest(), convexity));
  }

  /**
   * These eigenvalues in a random orthogonal basis, uniform over all bases up to rounding, w_* = 0.
   * A is symmetric to the bit; L and c are those of the rounded matrix.
   */
  public static Quadratic rotated(Vector eigenvalues, long seed) {
    int d = eigenvalues.dimension();
    return of(
        Matrix.of(Rotation.random(d, seed).congruent(eigenvalues.toArray())),
        Vector.constant(d, BigFraction.ZERO));
  }

  /** The constants of a quadratic with these extreme eigenvalues. */
  public static Constants extremes(Constant smoothness, Constant strongConvexity) {
    return Constants.none()
        .with("L", smoothness)
        .with("c", strongConvexity)
        .with("F_inf", BigFraction.ZERO, "attained at the centre");
  }

  @Override
  public String name() {
    return "quadratic in dimension " + dimension();
  }

  @Override
  public int dimension() {
    return centre.dimension();
  }

  @Override
  public Optional<Vector> minimizer() {
    return Optional.of(centre);
  }

  @Override
  public Accuracy accuracy() {
    return Accuracy.of(this);
  }

  @Override
  public long work(int batch) {
    return hessian.isDiagonal() ? dimension() : (long) dimension() * dimension();
  }

  @Override
  public Lanes lanes(Layout layout) {
    return new QuadraticLanes(this, layout);
  }
}
