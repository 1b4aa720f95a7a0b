package plumbline.problem;

import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;

/**
 * Gradient and value sum_i (u_i - y_i)^2 / 2 of a {@link Network} of which the first layer is
 * trained, u_i = m^(-1/2) sum_r a_r relu(w_r'x_i).
 *
 * <p>Layout of w: w_r stands at entries r d .. r d + d - 1. The signs a_r are drawn once a replica.
 */
final class NetworkLanes extends Lanes {
  private int count;
  private int width;
  private int hidden;
  private double share;
  private double[] inputs;
  private double[] targets;

  /** a_r, shape [m lanes]. */
  private double[] outer;

  /** u_i - y_i, shape [n lanes]. */
  private double[] residual;

  NetworkLanes(Network problem, Layout layout) {
    super(problem.dimension(), layout);
    count = problem.inputs().height();
    width = problem.inputs().width();
    hidden = problem.hidden();
    share = 1.0 / Math.sqrt(hidden);
    inputs = Rows.flat(problem.inputs());
    targets = problem.targets().toArray();
    outer = new double[hidden * layout.lanes()];
    residual = new double[count * layout.lanes()];
  }

  @Override
  protected void settle(int lo, int hi) {
    for (int r = 0; r < hidden; r++) {
      if ((r & 3) == 0) {
        draw(lo, hi, 0, r >> 2, settingPurpose);
      }
      if ((r & 3) == 0) {
        signs(x0, 0, lo, hi);
      }
      if ((r & 3) == 1) {
        signs(x1, 0, lo, hi);
      }
      if ((r & 3) == 2) {
        signs(x2, 0, lo, hi);
      }
      if ((r & 3) == 3) {
        signs(x3, 0, lo, hi);
      }
      store(outer, r * stride, z0, lo, hi);
    }
  }

  @Override
  protected void gradient(double[] at, int lo, int hi) {
    residuals(at, lo, hi);
    for (int r = 0; r < hidden; r++) {
      for (int j = 0; j < width; j++) {
        fill(g, 0.0, lo + (r * width + j) * stride, hi + (r * width + j) * stride);
      }
      for (int i = 0; i < count; i++) {
        activate(at, r, i, lo, hi);
        gate(i * stride, lo, hi);
        weigh(r * stride, lo, hi);
        for (int j = 0; j < width; j++) {
          addTo((r * width + j) * stride, inputs[i * width + j], lo, hi);
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
        addUnit(r * stride, lo, hi);
      }
      residualRow(i * stride, targets[i], lo, hi);
    }
  }

  /** p &lt;- w_r'x_i. */
  private void activate(double[] at, int r, int i, int lo, int hi) {
    fill(p, 0.0, lo, hi);
    for (int j = 0; j < width; j++) {
      addShifted(p, inputs[i * width + j], at, (r * width + j) * stride, 0.0, lo, hi);
    }
  }

  /** q &lt;- q + a_r relu(p), where 2 relu(p) = p + |p|, exactly. */
  private void addUnit(int o, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      q[l] = Math.fma(0.5 * outer[o + l], p[l] + Math.abs(p[l]), q[l]);
    }
  }

  private void residualRow(int o, double y, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      residual[o + l] = Math.fma(share, q[l], -y);
    }
  }

  /** p &lt;- residual_i where p is positive, else 0. */
  private void gate(int o, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      p[l] = p[l] > 0.0 ? residual[o + l] : 0.0;
    }
  }

  /** p &lt;- m^(-1/2) a_r p. */
  private void weigh(int o, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      p[l] = share * outer[o + l] * p[l];
    }
  }

  private void addTo(int o, double x, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      g[o + l] = Math.fma(x, p[l], g[o + l]);
    }
  }
}
