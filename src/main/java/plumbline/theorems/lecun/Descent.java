package plumbline.theorems.lecun;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.problem.Spectrum;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Status;

/**
 * Gradient descent on f(w) = w'Aw/2 - b'w + (s/6)(w_1 - w_{*,1})^3, where b makes w_* stationary.
 *
 * @param matrix A, shape [d x d]; f sees its symmetric part only
 * @param eigenvalues those of the symmetric part in increasing order (of A itself for a Jordan
 *     block), shape [d], exact by construction
 * @param centre w_*, shape [d]
 * @param gamma the stepsize, any sign
 * @param error w_0 - w_*, shape [d]
 * @param along the eigenvalue to which the error belongs, where it is an eigenvector; else empty
 * @param cubic s, 0 for a quadratic
 */
public record Descent(
    Matrix matrix,
    Vector eigenvalues,
    Vector centre,
    BigFraction gamma,
    Vector error,
    Optional<BigFraction> along,
    BigFraction cubic) {
  public Descent {
    int d = matrix.height();
    if (matrix.width() != d || centre.dimension() != d || error.dimension() != d) {
      throw new IllegalArgumentException(
          "a descent needs a square matrix and vectors of its size, got "
              + d
              + " x "
              + matrix.width()
              + ", "
              + centre.dimension()
              + ", "
              + error.dimension());
    }
  }

  public int dimension() {
    return matrix.height();
  }

  /** The largest eigenvalue. */
  public BigFraction smoothness() {
    return eigenvalues.exact(dimension() - 1);
  }

  /** The smallest positive eigenvalue: the smallest one, unless the matrix is singular. */
  public BigFraction strongConvexity() {
    return eigenvalues.entries().stream()
        .filter(e -> e.compareTo(BigFraction.ZERO) > 0)
        .findFirst()
        .orElseThrow();
  }

  /** (A + A')/2, the Hessian of the quadratic part. */
  public Matrix symmetricPart() {
    return new Matrix(
        IntStream.range(0, dimension())
            .mapToObj(
                i ->
                    Vector.generate(
                        dimension(), j -> matrix.exact(i, j).add(matrix.exact(j, i)).divide(2)))
            .toList());
  }

  /** gamma, mu, L and, where the error is an eigenvector, its eigenvalue lambda. */
  Constants constants() {
    String how = "exact: the matrix is built from its eigenvalues";
    Constants constants =
        Constants.none()
            .with("gamma", gamma, "declared")
            .with("mu", strongConvexity(), how)
            .with("L", smoothness(), how);
    return along.isEmpty()
        ? constants
        : constants.with("lambda", along.get(), "w_0 - w_* is an eigenvector of it");
  }

  Status symmetric() {
    return Status.of(
        matrix.isSymmetric(),
        matrix.isSymmetric()
            ? "all entries compared exactly"
            : "A_12 = "
                + Rationals.show(matrix.exact(0, 1))
                + ", A_21 = "
                + Rationals.show(matrix.exact(1, 0)));
  }

  /** Of the symmetric part: mu is its smallest eigenvalue, and above 0. */
  Status positiveDefinite() {
    BigFraction least = eigenvalues.exact(0);
    if (Spectrum.above(symmetricPart(), least) != Spectrum.Sign.SEMIDEFINITE) {
      return new Status.Refuted(
          Rationals.show(least) + " is not the smallest eigenvalue, by elimination in rationals");
    }
    return Status.of(
        least.compareTo(BigFraction.ZERO) > 0,
        "smallest eigenvalue " + Rationals.show(least) + ", by elimination in rationals");
  }

  /** Of the symmetric part: L is its largest eigenvalue. */
  Status largest() {
    boolean met = Spectrum.below(symmetricPart(), smoothness()) == Spectrum.Sign.SEMIDEFINITE;
    return Status.of(
        met,
        "L = "
            + Rationals.show(smoothness())
            + (met ? " is" : " is not")
            + " the largest eigenvalue, by elimination in rationals");
  }

  /** mu and L are the smallest and the largest eigenvalue of A itself. */
  Status extremes() {
    String named =
        "mu = " + Rationals.show(strongConvexity()) + " and L = " + Rationals.show(smoothness());
    if (matrix.isSymmetric()) {
      boolean met =
          Spectrum.above(matrix, strongConvexity()) == Spectrum.Sign.SEMIDEFINITE
              && Spectrum.below(matrix, smoothness()) == Spectrum.Sign.SEMIDEFINITE;
      return Status.of(
          met, named + (met ? " are" : " are not") + " they, by elimination in rationals");
    }
    if (!isTriangular()) {
      return new Status.NotRefuted(
          named + ": not certified, as A is neither symmetric nor triangular");
    }
    List<BigFraction> diagonal =
        IntStream.range(0, dimension()).mapToObj(i -> matrix.exact(i, i)).sorted().toList();
    boolean met =
        diagonal.get(0).equals(strongConvexity())
            && diagonal.get(dimension() - 1).equals(smoothness());
    return Status.of(
        met, named + (met ? " are" : " are not") + " they: the diagonal of a triangular A");
  }

  private boolean isTriangular() {
    return IntStream.range(0, dimension())
        .allMatch(i -> IntStream.range(0, i).allMatch(j -> matrix.exact(i, j).isZero()));
  }

  /** L is the largest eigenvalue, and gamma L = 1. */
  Status inverseOfLargest() {
    if (largest() instanceof Status.Refuted refuted) {
      return refuted;
    }
    BigFraction product = gamma.multiply(smoothness());
    return Status.of(product.equals(BigFraction.ONE), "gamma L = " + Rationals.show(product));
  }

  Status quadratic() {
    return Status.of(
        cubic.isZero(),
        cubic.isZero() ? "by construction" : "cubic term s = " + Rationals.show(cubic));
  }
}
