package plumbline.problem;

import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;

/**
 * Gradient and value of a {@link Network} of which all parameters are trained, u_i = m^(-1/2) sum_r
 * a_r relu(w_r'x_i + b_r).
 *
 * <p>Layout of w: W (m d entries, w_r at r d), then b (m), then a (m), which starts uniform on [-1,
 * 1] whatever the start says.
 */
final class WholeNetworkLanes extends Lanes {
  private int count;
  private int width;
  private int hidden;
  private double share;
  private double[] inputs;
  private double[] targets;

  /** u_i - y_i, shape [n lanes]. */
  private double[] residual;

  WholeNetworkLanes(Network problem, Layout layout) {
    super(problem.dimension(), layout);
    count = problem.inputs().height();
    width = problem.inputs().width();
    hidden = problem.hidden();
    share = 1.0 / Math.sqrt(hidden);
    inputs = Rows.flat(problem.inputs());
    targets = problem.targets().toArray();
    residual = new double[count * layout.lanes()];
  }

  @Override
  protected void settle(int lo, int hi) {
    for (int r = 0; r < hidden; r++) {
      if ((r & 3) == 0) {
        draw(lo, hi, 0, r >> 2, settingPurpose);
      }
      if ((r & 3) == 0) {
        uniforms(x0, p, lo, hi);
      }
      if ((r & 3) == 1) {
        uniforms(x1, p, lo, hi);
      }
      if ((r & 3) == 2) {
        uniforms(x2, p, lo, hi);
      }
      if ((r & 3) == 3) {
        uniforms(x3, p, lo, hi);
      }
      widen(lo, hi);
      store(w, (hidden * (width + 1) + r) * stride, p, lo, hi);
    }
  }

  private void widen(int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      p[l] = Math.fma(2.0, p[l], -1.0);
    }
  }

  @Override
  protected void gradient(double[] at, int lo, int hi) {
    residuals(at, lo, hi);
    for (int j = 0; j < dimension; j++) {
      fill(g, 0.0, lo + j * stride, hi + j * stride);
    }
    for (int r = 0; r < hidden; r++) {
      for (int i = 0; i < count; i++) {
        activate(at, r, i, lo, hi);
        gate(i * stride, lo, hi);
        addTo((hidden * (width + 1) + r) * stride, q, share, lo, hi);
        weigh(at, (hidden * (width + 1) + r) * stride, lo, hi);
        addTo((hidden * width + r) * stride, p, 1.0, lo, hi);
        for (int j = 0; j < width; j++) {
          addTo((r * width + j) * stride, p, inputs[i * width + j], lo, hi);
        }
      }
    }
  }

  @Override
  protected void sample(double[] at, int lo, int hi, int iteration) {
    gradient(at, lo, hi);
  }

  @Override
  protected void value(int lo, int hi) {
    residuals(w, lo, hi);
    fill(reading, 0.0, lo, hi);
    for (int i = 0; i < count; i++) {
      addSquare(reading, 0.5, residual, i * stride, 0.0, lo, hi);
    }
  }

  private void residuals(double[] at, int lo, int hi) {
    for (int i = 0; i < count; i++) {
      fill(q, 0.0, lo, hi);
      for (int r = 0; r < hidden; r++) {
        activate(at, r, i, lo, hi);
        addUnit(at, (hidden * (width + 1) + r) * stride, lo, hi);
      }
      residualRow(i * stride, targets[i], lo, hi);
    }
  }

  /** p &lt;- w_r'x_i + b_r. */
  private void activate(double[] at, int r, int i, int lo, int hi) {
    fill(p, 0.0, lo, hi);
    addShifted(p, 1.0, at, (hidden * width + r) * stride, 0.0, lo, hi);
    for (int j = 0; j < width; j++) {
      addShifted(p, inputs[i * width + j], at, (r * width + j) * stride, 0.0, lo, hi);
    }
  }

  private void addUnit(double[] at, int o, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      q[l] = Math.fma(0.5 * at[o + l], p[l] + Math.abs(p[l]), q[l]);
    }
  }

  private void residualRow(int o, double y, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      residual[o + l] = Math.fma(share, q[l], -y);
    }
  }

  /** q &lt;- residual_i relu(p); p &lt;- residual_i where p is positive, else 0. */
  private void gate(int o, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      q[l] = residual[o + l] * (0.5 * (p[l] + Math.abs(p[l])));
    }
    for (int l = lo; l < hi; l++) {
      p[l] = p[l] > 0.0 ? residual[o + l] : 0.0;
    }
  }

  /** p &lt;- m^(-1/2) a_r p. */
  private void weigh(double[] at, int o, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      p[l] = share * at[o + l] * p[l];
    }
  }

  private void addTo(int o, double[] from, double x, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      g[o + l] = Math.fma(x, from[l], g[o + l]);
    }
  }
}
