package plumbline.problem;

import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;

/**
 * Gradient and value sum_i (u_i - y_i)^2 / 2 of a {@link Network}, u_i = m^(-1/2) sum_r a_r
 * relu(w_r'x_i + b_r).
 *
 * <p>Layout of w: entry j of w_r stands at j m + r; with all parameters trained, b_r follows as
 * entry d, whose input is 1, and a_r as entry d + 1, which starts uniform on [-1, 1] whatever the
 * start says. Otherwise the signs a_r are drawn once a replica. So neighbouring units are
 * neighbours in memory, and a tile of them is one loop where a kernel has all lanes. The sum over
 * units runs through as many partial sums as a tile has units, whatever the lanes: the same bits.
 */
final class NetworkLanes extends Lanes {
  /** Units a tile. */
  private static final int TILE = 16;

  /** Keeps 0/0 from p = 0 and is lost beside any other |p| above 2^-947. */
  private static final double TINY = 0x1p-1000;

  private int all;
  private int count;
  private int width;
  private int hidden;
  private double share;

  /** x_i by rows, with a 1 behind where biases are trained; shape [n width]. */
  private double[] inputs;

  private double[] targets;

  /** a_r, shape [m lanes], unless they are trained. */
  private double[] outer;

  /** What each unit of a tile makes of one sample, shape [TILE lanes]. */
  private double[] units;

  /** Partial sums of u_i, then u_i - y_i once a unit of a tile; shape [n TILE lanes]. */
  private double[] residual;

  NetworkLanes(Network problem, Layout layout) {
    super(problem.dimension(), layout);
    all = problem.trained() == Network.Trained.ALL ? 1 : 0;
    count = problem.inputs().height();
    width = problem.inputs().width() + all;
    hidden = problem.hidden();
    share = 1.0 / Math.sqrt(hidden);
    inputs = new double[count * width];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < width; j++) {
        boolean given = j < problem.inputs().width();
        inputs[i * width + j] = given ? problem.inputs().exact(i, j).doubleValue() : 1.0;
      }
    }
    targets = problem.targets().toArray();
    outer = new double[all == 1 ? 1 : hidden * layout.lanes()];
    units = new double[TILE * layout.lanes()];
    residual = new double[count * TILE * layout.lanes()];
  }

  @Override
  protected void settle(int lo, int hi) {
    for (int r = 0; r < hidden; r++) {
      if ((r & 3) == 0) {
        draw(lo, hi, 0, r >> 2, settingPurpose);
      }
      if ((r & 3) == 0) {
        outerWeights(x0, lo, hi);
      }
      if ((r & 3) == 1) {
        outerWeights(x1, lo, hi);
      }
      if ((r & 3) == 2) {
        outerWeights(x2, lo, hi);
      }
      if ((r & 3) == 3) {
        outerWeights(x3, lo, hi);
      }
      if (all == 1) {
        store(w, (width * hidden + r) * stride, z0, lo, hi);
      } else {
        store(outer, r * stride, z0, lo, hi);
      }
    }
  }

  /** z0 &lt;- uniform on [-1, 1], or signs. */
  private void outerWeights(int[] words, int lo, int hi) {
    if (all == 1) {
      uniforms(words, z0, lo, hi);
      widen(lo, hi);
    } else {
      signs(words, 0, lo, hi);
    }
  }

  private void widen(int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      z0[l] = Math.fma(2.0, z0[l], -1.0);
    }
  }

  @Override
  protected void gradient(double[] at, int lo, int hi) {
    if (all == 1) {
      residuals(at, at, width * hidden, lo, hi);
      slopes(at, at, width * hidden, lo, hi);
    } else {
      residuals(at, outer, 0, lo, hi);
      slopes(at, outer, 0, lo, hi);
    }
  }

  @Override
  protected void sample(double[] at, int lo, int hi, int iteration) {
    gradient(at, lo, hi);
  }

  @Override
  protected void value(int lo, int hi) {
    if (all == 1) {
      residuals(w, w, width * hidden, lo, hi);
    } else {
      residuals(w, outer, 0, lo, hi);
    }
    fill(reading, 0.0, lo, hi);
    for (int i = 0; i < count; i++) {
      addSquare(reading, 0.5, residual, i * TILE * stride, 0.0, lo, hi);
    }
  }

  /**
   * residual &lt;- u_i - y_i, once a unit of a tile.
   *
   * @param by where a_r stands: row {@code first} + r of it
   */
  private void residuals(double[] at, double[] by, int first, int lo, int hi) {
    for (int row = 0; row < count * TILE; row++) {
      fill(residual, 0.0, lo + row * stride, hi + row * stride);
    }
    for (int r = 0; r < hidden; r += TILE) {
      int rows = min(TILE, hidden - r);
      int length = hi - lo == stride ? rows * stride : hi - lo;
      for (int from = lo; from < lo + rows * stride; from += max(stride, length)) {
        for (int i = 0; i < count; i++) {
          activate(at, r, i, from, from + length);
          rectify(by, (first + r) * stride, from, from + length);
          addUnits(i * TILE * stride, from, from + length);
        }
      }
    }
    for (int i = 0; i < count; i++) {
      fold(i * TILE, targets[i], lo, hi);
    }
  }

  /** units &lt;- w_r'x_i + b_r for the units from r on. */
  private void activate(double[] at, int r, int i, int from, int to) {
    times(inputs[i * width], at, r * stride, from, to);
    for (int j = 1; j < width; j++) {
      addTimes(inputs[i * width + j], at, (j * hidden + r) * stride, from, to);
    }
  }

  private void times(double x, double[] at, int o, int from, int to) {
    for (int l = from; l < to; l++) {
      units[l] = x * at[o + l];
    }
  }

  private void addTimes(double x, double[] at, int o, int from, int to) {
    for (int l = from; l < to; l++) {
      units[l] = Math.fma(x, at[o + l], units[l]);
    }
  }

  /** units &lt;- a_r relu(units), where 2 relu(p) = p + |p|, exactly. */
  private void rectify(double[] by, int o, int from, int to) {
    for (int l = from; l < to; l++) {
      units[l] = 0.5 * by[o + l] * (units[l] + Math.abs(units[l]));
    }
  }

  private void addUnits(int o, int from, int to) {
    for (int l = from; l < to; l++) {
      residual[o + l] = residual[o + l] + units[l];
    }
  }

  /** One sum of the partial sums, in a fixed order, for every unit of a tile. */
  private void fold(int row, double y, int lo, int hi) {
    fill(q, 0.0, lo, hi);
    for (int t = 0; t < TILE; t++) {
      addShifted(q, 1.0, residual, (row + t) * stride, 0.0, lo, hi);
    }
    for (int l = lo; l < hi; l++) {
      q[l] = Math.fma(share, q[l], -y);
    }
    for (int t = 0; t < TILE; t++) {
      store(residual, (row + t) * stride, q, lo, hi);
    }
  }

  /** g &lt;- the gradient, from the residuals. */
  private void slopes(double[] at, double[] by, int first, int lo, int hi) {
    for (int j = 0; j < dimension; j++) {
      fill(g, 0.0, lo + j * stride, hi + j * stride);
    }
    for (int r = 0; r < hidden; r += TILE) {
      int rows = min(TILE, hidden - r);
      int length = hi - lo == stride ? rows * stride : hi - lo;
      for (int from = lo; from < lo + rows * stride; from += max(stride, length)) {
        for (int i = 0; i < count; i++) {
          activate(at, r, i, from, from + length);
          if (all == 1) {
            addOuterSlopes((first + r) * stride, i * TILE * stride, from, from + length);
          }
          gate(i * TILE * stride, from, from + length);
          weigh(by, (first + r) * stride, from, from + length);
          for (int j = 0; j < width; j++) {
            addSlopes((j * hidden + r) * stride, inputs[i * width + j], from, from + length);
          }
        }
      }
    }
  }

  /** g &lt;- g + m^(-1/2) residual relu(units), for the outer weights. */
  private void addOuterSlopes(int o, int row, int from, int to) {
    for (int l = from; l < to; l++) {
      double relu = 0.5 * (units[l] + Math.abs(units[l]));
      g[o + l] = Math.fma(share * residual[row + l], relu, g[o + l]);
    }
  }

  /** units &lt;- residual where they are positive, else 0; a branch here is a coin toss. */
  private void gate(int o, int from, int to) {
    for (int l = from; l < to; l++) {
      double size = Math.abs(units[l]);
      units[l] = residual[o + l] * ((units[l] + size) / Math.fma(2.0, size, TINY));
    }
  }

  /** units &lt;- m^(-1/2) a_r units. */
  private void weigh(double[] by, int o, int from, int to) {
    for (int l = from; l < to; l++) {
      units[l] = share * by[o + l] * units[l];
    }
  }

  private void addSlopes(int o, double x, int from, int to) {
    for (int l = from; l < to; l++) {
      g[o + l] = Math.fma(x, units[l], g[o + l]);
    }
  }
}
