package plumbline.problem;

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
final class NetworkLanes extends NetworkTiles {
  /** Samples or inputs a loop: each saves a load, a store and the loop's ends. */
  private static final int GROUP = 4;

  /** Keeps 0/0 from p = 0 and is lost beside any other |p| above 2^-947. */
  private static final double TINY = 0x1p-1000;

  private int count;
  private double share;

  /** x_i by rows, with a 1 behind where biases are trained; shape [n width]. */
  private double[] inputs;

  private double[] targets;

  /** What each unit of a tile makes of a few samples, shape [GROUP][TILE lanes]. */
  private double[][] units;

  /** Partial sums of u_i, then u_i - y_i once a unit of a tile; shape [n][TILE lanes]. */
  private double[][] residual;

  NetworkLanes(Network problem, Layout layout) {
    super(problem, layout);
    count = problem.inputs().height();
    share = 1.0 / Math.sqrt(hidden);
    inputs = new double[count * width];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < width; j++) {
        boolean given = j < problem.inputs().width();
        inputs[i * width + j] = given ? problem.inputs().exact(i, j).doubleValue() : 1.0;
      }
    }
    targets = problem.targets().toArray();
    int size = TILE * layout.lanes();
    units = new double[GROUP][size];
    residual = new double[count][size];
  }

  @Override
  protected void gradient(int at, int lo, int hi) {
    residuals(at, lo, hi);
    for (int r = 0; r < hidden; r += TILE) {
      int height = min(TILE, hidden - r);
      fetch(at, r, height, lo, hi);
      int length = hi - lo == stride ? height * stride : hi - lo;
      for (int from = lo; from < lo + height * stride; from += max(stride, length)) {
        slopes(from, from + length);
      }
      deliver(r, height, lo, hi);
    }
  }

  @Override
  protected void sample(int at, int lo, int hi, int iteration) {
    gradient(at, lo, hi);
  }

  @Override
  protected void value(int lo, int hi) {
    residuals(w, lo, hi);
    fill(reading, 0.0, lo, hi);
    for (int i = 0; i < count; i++) {
      addSquare(reading, 0.5, residual[i], 0.0, lo, hi);
    }
  }

  /** residual &lt;- u_i - y_i, once a unit of a tile. */
  private void residuals(int at, int lo, int hi) {
    for (int i = 0; i < count; i++) {
      for (int t = 0; t < TILE; t++) {
        fill(residual[i], 0.0, lo + t * stride, hi + t * stride);
      }
    }
    for (int r = 0; r < hidden; r += TILE) {
      int height = min(TILE, hidden - r);
      fetch(at, r, height, lo, hi);
      int length = hi - lo == stride ? height * stride : hi - lo;
      for (int from = lo; from < lo + height * stride; from += max(stride, length)) {
        for (int i = 0; i < count; i++) {
          activate(units[0], i, from, from + length);
          rectify(units[0], from, from + length);
          addUnits(residual[i], units[0], from, from + length);
        }
      }
    }
    for (int i = 0; i < count; i++) {
      fold(residual[i], targets[i], lo, hi);
    }
  }

  /** into &lt;- w_r'x_i + b_r. */
  private void activate(double[] into, int i, int from, int to) {
    int x = i * width;
    int grouped = 1 + (width - 1) / GROUP * GROUP;
    times(into, inputs[x], tile[0], from, to);
    for (int j = 1; j < grouped; j += GROUP) {
      addFour(into, x + j, 1, tile[j], tile[j + 1], tile[j + 2], tile[j + 3], from, to);
    }
    for (int j = grouped; j < width; j++) {
      addScaled(into, inputs[x + j], tile[j], from, to);
    }
  }

  /** t &lt;- t + a x + b y + c z + d u from left to right, a to d every {@code step} inputs. */
  private void addFour(
      double[] t, int o, int step, double[] x, double[] y, double[] z, double[] u, int lo, int hi) {
    double a = inputs[o];
    double b = inputs[o + step];
    double c = inputs[o + 2 * step];
    double d = inputs[o + 3 * step];
    for (int l = lo; l < hi; l++) {
      double sum = Math.fma(b, y[l], Math.fma(a, x[l], t[l]));
      t[l] = Math.fma(d, u[l], Math.fma(c, z[l], sum));
    }
  }

  private void times(double[] into, double a, double[] x, int from, int to) {
    for (int l = from; l < to; l++) {
      into[l] = a * x[l];
    }
  }

  /** u &lt;- a_r relu(u), where 2 relu(p) = p + |p|, exactly. */
  private void rectify(double[] u, int from, int to) {
    for (int l = from; l < to; l++) {
      u[l] = 0.5 * tileOuter[l] * (u[l] + Math.abs(u[l]));
    }
  }

  private void addUnits(double[] sum, double[] u, int from, int to) {
    for (int l = from; l < to; l++) {
      sum[l] = sum[l] + u[l];
    }
  }

  /** One sum of the partial sums, in a fixed order, for every unit of a tile. */
  private void fold(double[] sums, double y, int lo, int hi) {
    fill(q, 0.0, lo, hi);
    for (int t = 0; t < TILE; t++) {
      addPartialSums(sums, t * stride, lo, hi);
    }
    for (int l = lo; l < hi; l++) {
      q[l] = Math.fma(share, q[l], -y);
    }
    for (int t = 0; t < TILE; t++) {
      toTile(sums, t * stride, q, lo, hi);
    }
  }

  private void addPartialSums(double[] sums, int o, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      q[l] = q[l] + sums[o + l];
    }
  }

  /** slope, slopeOuter &lt;- the gradient at a tile, from the residuals. */
  private void slopes(int from, int to) {
    for (int j = 0; j < width; j++) {
      fill(slope[j], 0.0, from, to);
    }
    fill(slopeOuter, 0.0, from, to);
    int grouped = count / GROUP * GROUP;
    for (int i = 0; i < grouped; i += GROUP) {
      for (int k = 0; k < GROUP; k++) {
        open(units[k], i + k, from, to);
      }
      for (int j = 0; j < width; j++) {
        addFour(slope[j], i * width + j, width, units[0], units[1], units[2], units[3], from, to);
      }
    }
    for (int i = grouped; i < count; i++) {
      open(units[0], i, from, to);
      for (int j = 0; j < width; j++) {
        addScaled(slope[j], inputs[i * width + j], units[0], from, to);
      }
    }
  }

  /** u &lt;- m^(-1/2) a_r residual_i where unit r is positive, else 0; slopeOuter with it. */
  private void open(double[] u, int i, int from, int to) {
    activate(u, i, from, to);
    if (all == 1) {
      addOuterSlopes(residual[i], u, from, to);
    }
    gate(residual[i], u, from, to);
  }

  /** slopeOuter &lt;- slopeOuter + m^(-1/2) residual relu(u). */
  private void addOuterSlopes(double[] rest, double[] u, int from, int to) {
    for (int l = from; l < to; l++) {
      double relu = 0.5 * (u[l] + Math.abs(u[l]));
      slopeOuter[l] = Math.fma(share * rest[l], relu, slopeOuter[l]);
    }
  }

  // a quotient: a branch is a coin toss
  private void gate(double[] rest, double[] u, int from, int to) {
    for (int l = from; l < to; l++) {
      double size = Math.abs(u[l]);
      double gated = rest[l] * ((u[l] + size) / Math.fma(2.0, size, TINY));
      u[l] = share * tileOuter[l] * gated;
    }
  }
}
