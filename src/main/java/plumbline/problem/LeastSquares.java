package plumbline.problem;

import java.util.Optional;
import plumbline.formula.Constants;
import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;
import plumbline.series.Matrix;
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

  @Override
  public String name() {
    return "least squares, n = " + inputs.height() + ", d = " + inputs.width();
  }

  @Override
  public int dimension() {
    return inputs.width();
  }

  @Override
  public Lanes lanes(Layout layout) {
    return new LeastSquaresLanes(this, layout);
  }
}
