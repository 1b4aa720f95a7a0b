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
  public Lanes lanes(Layout layout) {
    return new QuadraticLanes(this, layout);
  }
}
