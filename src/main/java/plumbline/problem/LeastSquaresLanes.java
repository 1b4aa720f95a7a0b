package plumbline.problem;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import plumbline.lanes.Layout;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;

/**
 * Gradients (x_i'w - y_i) x_i of a {@link LeastSquares}; gap sum_i (x_i'(w - w_*))^2 / 2n, which
 * does not cancel. Residuals are formed from y, so the gradient at w_* is rounding, not zero.
 *
 * <p>Of many rows, the whole gradient is A w - b with A = X'X/n and b = X'y/n, and the gap is |R (w
 * - w_*)|^2/2 with R'R = A: d rows in place of n. A and b are rounded from rationals, and
 * Cholesky's R'R is off by (d + 1) u tr A at most, less than the rounding that {@link Accuracy}
 * allows n rows.
 */
final class LeastSquaresLanes extends SumLanes {
  private double[] targets;

  /** 1 if the whole sum is taken from its d x d form, else 0. */
  private int formed;

  /** Rows whose squared products with w - w_* add up to twice the gap, times their number. */
  private double[] forms;

  private int formCount;

  /** A, shape [d d], and b, shape [d]; of one entry if not formed. */
  private double[] slopes;

  private double[] offsets;

  LeastSquaresLanes(LeastSquares problem, Layout layout) {
    super(Rows.flat(problem.inputs()), problem.inputs().height(), problem.dimension(), layout);
    targets = problem.targets().toArray();
    forms = inputs;
    formCount = count;
    slopes = new double[1];
    offsets = new double[1];
    if (problem.isLong() && problem.minimizer().isPresent()) {
      form(problem);
    }
    if (problem.isLong() || problem.minimizer().isPresent()) {
      centre = problem.solution().toArray();
    }
  }

  private void form(LeastSquares problem) {
    Matrix columns = problem.inputs().transposed();
    Matrix a = columns.times(problem.inputs()).scaled(Rationals.of(1, count));
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
        DecompositionFactory_DDRM.chol(dimension, false);
    if (!cholesky.decompose(new DMatrixRMaj(a.toArray()))) {
      return; // all but singular: the rows themselves then
    }
    Vector b = columns.times(problem.targets());
    formed = 1;
    formCount = dimension;
    slopes = Rows.flat(a);
    offsets = Vector.generate(dimension, j -> b.exact(j).divide(count)).toArray();
    forms = cholesky.getT(null).getData().clone();
    for (int i = 0; i < forms.length; i++) {
      forms[i] *= Math.sqrt(dimension);
    }
  }

  @Override
  protected void gradient(int at, int lo, int hi) {
    beginGradient(0.0, at, lo, hi);
    if (formed == 1) {
      for (int j = 0; j < dimension; j++) {
        slope(j, at, lo, hi);
      }
    } else {
      for (int i = 0; i < count; i++) {
        products(at, i, lo, hi);
        subtract(targets[i], lo, hi);
        addRows(1.0 / count, i, lo, hi);
      }
    }
  }

  /** g_j &lt;- (A at)_j - b_j. */
  private void slope(int j, int at, int lo, int hi) {
    fill(p, 0.0, lo, hi);
    for (int m = 0; m < dimension; m++) {
      addScaled(p, slopes[j * dimension + m], rows[at + m], lo, hi);
    }
    subtract(offsets[j], lo, hi);
    addScaled(rows[g + j], 1.0, p, lo, hi);
  }

  private void subtract(double y, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      p[l] = p[l] - y;
    }
  }

  @Override
  protected void sample(int at, int lo, int hi, int iteration) {
    beginGradient(0.0, at, lo, hi);
    for (int number = 0; number < batch; number++) {
      choose(number, lo, hi, iteration);
      drawnProducts(at, lo, hi);
      drawnResiduals(1.0 / batch, lo, hi);
      addDrawnRows(lo, hi);
    }
  }

  private void drawnResiduals(double share, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      p[l] = share * (p[l] - targets[drawn[l]]);
    }
  }

  @Override
  protected void value(int lo, int hi) {
    fill(reading, 0.0, lo, hi);
    for (int i = 0; i < formCount; i++) {
      fill(p, 0.0, lo, hi);
      for (int j = 0; j < dimension; j++) {
        addShifted(p, forms[i * dimension + j], rows[w + j], centre[j], lo, hi);
      }
      addSquare(reading, 0.5 / formCount, p, 0.0, lo, hi);
    }
  }
}
