package plumbline.problem;

import plumbline.lanes.Layout;
import plumbline.random.Elementary;

/**
 * Gradients -y_i s(-t_i) x_i + lambda w of a {@link Logistic}, t_i = y_i x_i'w, s the logistic
 * function. Rows are stored as y_i x_i.
 *
 * <p>Gap: since the gradient at w_* is zero, F(w) - F(w_*) = mean of [f(t_i) - f(t_i*) - f'(t_i*)
 * (t_i - t_i*)] + lambda |w - w_*|^2 / 2 with f(t) = ln(1 + e^-t): a sum of terms &gt;= 0, with an
 * absolute error below 4e-15 (1 + max |t_i|).
 */
final class LogisticLanes extends SumLanes {
  private double ridge;

  /** t_i at w_*, shape [n]. */
  private double[] margins;

  /** ln(1 + e^-t_i) at w_*, shape [n]. */
  private double[] losses;

  /** 1 / (1 + e^t_i) at w_*, shape [n]. */
  private double[] slopes;

  LogisticLanes(Logistic problem, Layout layout) {
    super(signed(problem), problem.inputs().height(), problem.dimension(), layout);
    ridge = problem.ridge().doubleValue();
    margins = new double[count];
    losses = new double[count];
    slopes = new double[count];
    if (problem.minimizer().isPresent()) {
      centre = problem.minimizer().get().toArray();
    }
    for (int i = 0; i < count; i++) {
      double t = 0;
      for (int j = 0; j < dimension; j++) {
        t = Math.fma(inputs[i * dimension + j], centre[j], t);
      }
      margins[i] = t;
      losses[i] = Elementary.softplus(-t);
      slopes[i] = Elementary.logistic(-t);
    }
  }

  private static double[] signed(Logistic problem) {
    double[] rows = Rows.flat(problem.inputs());
    for (int i = 0; i < rows.length; i++) {
      rows[i] *= problem.labels().get(i / problem.dimension());
    }
    return rows;
  }

  @Override
  protected void gradient(int at, int lo, int hi) {
    beginGradient(ridge, at, lo, hi);
    for (int i = 0; i < count; i++) {
      products(at, i, lo, hi);
      slopesOfMargins(1.0, lo, hi);
      addRows(1.0 / count, i, lo, hi);
    }
  }

  @Override
  protected void sample(int at, int lo, int hi, int iteration) {
    beginGradient(ridge, at, lo, hi);
    for (int number = 0; number < batch; number++) {
      choose(number, lo, hi, iteration);
      drawnProducts(at, lo, hi);
      slopesOfMargins(1.0 / batch, lo, hi);
      addDrawnRows(lo, hi);
    }
  }

  /** p &lt;- -share / (1 + e^p). */
  private void slopesOfMargins(double share, int lo, int hi) {
    exponentials(p, lo, hi);
    for (int l = lo; l < hi; l++) {
      p[l] = -share / (1.0 + p[l]);
    }
  }

  @Override
  protected void value(int lo, int hi) {
    fill(reading, 0.0, lo, hi);
    for (int i = 0; i < count; i++) {
      products(w, i, lo, hi);
      addTangent(slopes[i] / count, margins[i], lo, hi);
      negate(lo, hi);
      softplus(p, q, lo, hi);
      addLoss(1.0 / count, losses[i], lo, hi);
    }
    for (int j = 0; j < dimension; j++) {
      addSquare(reading, 0.5 * ridge, rows[w + j], centre[j], lo, hi);
    }
  }

  private void addTangent(double slope, double margin, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      reading[l] = Math.fma(slope, p[l] - margin, reading[l]);
    }
  }

  private void negate(int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      p[l] = -p[l];
    }
  }

  private void addLoss(double share, double loss, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      reading[l] = Math.fma(share, p[l] - loss, reading[l]);
    }
  }
}
