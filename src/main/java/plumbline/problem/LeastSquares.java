package plumbline.problem;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;

/**
 * F(w) = (1/2n) sum_i (y_i - x_i'w)^2, a finite sum from which indices are drawn.
 *
 * @param inputs x_i by rows, shape [n x d]
 * @param targets y, shape [n]
 * @param minimizer w_* (present: the normal equations have one solution), shape [d], exact
 * @param constants L, c (extreme eigenvalues of X'X/n), F_inf, and for one index drawn uniformly
 *     the noise constants M and M_V of V[g] &lt;= M + M_V |grad F|^2
 */
public record LeastSquares(
    Matrix inputs, Vector targets, Optional<Vector> minimizer, Constants constants)
    implements Problem {
  public LeastSquares {
    if (inputs.height() != targets.dimension()) {
      throw new IllegalArgumentException(
          "least squares needs one target per row, got "
              + inputs.height()
              + " rows and "
              + targets.dimension()
              + " targets");
    }
  }

  /** At most so many coordinates: elimination in rationals grows with the fourth power or so. */
  private static final int MOST_COORDINATES = 32;

  /**
   * With w_*, F_inf, M and M_V from the normal equations in rationals, and L and c certified. Where
   * the solution is not unique there is no minimizer to name, and c = 0.
   *
   * @throws IllegalArgumentException if there are more than 32 coordinates or all inputs are 0
   */
  public static LeastSquares of(Matrix inputs, Vector targets) {
    int d = inputs.width();
    if (d > MOST_COORDINATES) {
      throw new IllegalArgumentException(
          "least squares is certified in rationals up to d = "
              + MOST_COORDINATES
              + ", got d = "
              + d
              + ": use fewer coordinates, or give the constants to the constructor");
    }
    if (inputs.height() != targets.dimension()) {
      return new LeastSquares(inputs, targets, Optional.empty(), Constants.none());
    }
    BigFraction share = Rationals.of(1, inputs.height());
    Matrix a = inputs.transposed().times(inputs).scaled(share);
    Vector b = inputs.transposed().times(targets);
    Elimination normal =
        Elimination.solve(a, Vector.generate(d, j -> b.exact(j).multiply(share))).orElseThrow();
    if (normal.pivots().isEmpty()) {
      throw new IllegalArgumentException("least squares needs an input that is not 0, got none");
    }
    Vector w = normal.solution();
    Vector residuals =
        Vector.generate(
            inputs.height(), i -> targets.exact(i).subtract(inputs.rows().get(i).dot(w)));
    Spectrum spectrum = Spectrum.of(a);
    boolean unique = normal.pivots().size() == d;
    IndexNoise noise = IndexNoise.of(inputs, residuals, a, normal.pivots());
    return new LeastSquares(
        inputs,
        targets,
        unique ? Optional.of(w) : Optional.empty(),
        Constants.none()
            .with("L", spectrum.largest())
            .with("c", unique ? spectrum.smallest() : flat())
            .with(
                "F_inf",
                residuals.squaredNorm().multiply(share).divide(2),
                "half the mean squared residual of the normal equations, in rationals")
            .with("M", noise.floor())
            .with("M_V", noise.growth()));
  }

  /**
   * A minimizer, shape [d]: w_* where it is unique, else one with zeros where the normal equations
   * leave a choice.
   */
  public Vector solution() {
    return minimizer.orElseGet(
        () -> {
          Matrix columns = inputs.transposed();
          return Elimination.solve(columns.times(inputs), columns.times(targets))
              .orElseThrow()
              .solution();
        });
  }

  /** F(w), exactly. */
  public BigFraction value(Vector w) {
    Vector predicted = inputs.times(w);
    return Vector.generate(inputs.height(), i -> targets.exact(i).subtract(predicted.exact(i)))
        .squaredNorm()
        .divide(2L * inputs.height());
  }

  /** Whether X'X, of shape [d x d], is enough shorter than X to be worth its own loops. */
  boolean isLong() {
    return !constants.byName().isEmpty() && inputs.height() > 32 + 2 * inputs.width();
  }

  private static Constant flat() {
    return Constant.exactly(BigFraction.ZERO, "X'X is singular, by rational elimination");
  }

  @Override
  public String name() {
    return "least squares, n = " + inputs.height() + ", d = " + inputs.width();
  }

  @Override
  public int dimension() {
    return inputs.width();
  }

  @Override
  public Accuracy accuracy() {
    return Accuracy.of(this);
  }

  @Override
  public long work(int batch) {
    int whole = isLong() ? dimension() : inputs.height();
    return (long) (batch == 0 ? whole : batch) * dimension();
  }

  @Override
  public Lanes lanes(Layout layout) {
    return new LeastSquaresLanes(this, layout);
  }
}
