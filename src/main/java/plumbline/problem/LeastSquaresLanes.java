package plumbline.problem;

import plumbline.lanes.Layout;

/**
 * Gradients (x_i'w - y_i) x_i of a {@link LeastSquares}; gap sum_i (x_i'(w - w_*))^2 / 2n, which
 * does not cancel. Residuals are formed from y, so the gradient at w_* is rounding, not zero.
 */
final class LeastSquaresLanes extends SumLanes {
  private double[] targets;

  LeastSquaresLanes(LeastSquares problem, Layout layout) {
    super(Rows.flat(problem.inputs()), problem.inputs().height(), problem.dimension(), layout);
    targets = problem.targets().toArray();
    if (problem.minimizer().isPresent()) {
      centre = problem.minimizer().get().toArray();
    }
  }

  @Override
  protected void gradient(int at, int lo, int hi) {
    beginGradient(0.0, at, lo, hi);
    for (int i = 0; i < count; i++) {
      products(at, i, lo, hi);
      subtract(targets[i], lo, hi);
      addRows(1.0 / count, i, lo, hi);
    }
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
    for (int i = 0; i < count; i++) {
      fill(p, 0.0, lo, hi);
      for (int j = 0; j < dimension; j++) {
        addShifted(p, inputs[i * dimension + j], rows[w + j], centre[j], lo, hi);
      }
      addSquare(reading, 0.5 / count, p, 0.0, lo, hi);
    }
  }
}
