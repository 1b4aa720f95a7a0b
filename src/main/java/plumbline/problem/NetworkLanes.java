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

  /** Samples or inputs a loop: each saves a load, a store and the loop's ends. */
  private static final int GROUP = 4;

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

  /** a_r, shape [m][lanes], unless they are trained. */
  private double[][] outer;

  // a tile: entry t * lanes + lane is its unit t

  /** (w_r, b_r) of the units of a tile, shape [width][TILE lanes]. */
  private double[][] tile;

  /** a_r of the units of a tile. */
  private double[] tileOuter;

  /** The gradient at {@link #tile} and at {@link #tileOuter}. */
  private double[][] slope;

  private double[] slopeOuter;

  /** What each unit of a tile makes of a few samples, shape [GROUP][TILE lanes]. */
  private double[][] units;

  /** Partial sums of u_i, then u_i - y_i once a unit of a tile; shape [n][TILE lanes]. */
  private double[][] residual;

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
    outer = new double[all == 1 ? 1 : hidden][layout.lanes()];
    int size = TILE * layout.lanes();
    tile = new double[width][size];
    tileOuter = new double[size];
    slope = new double[width][size];
    slopeOuter = new double[size];
    units = new double[GROUP][size];
    residual = new double[count][size];
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
        store(rows[w + width * hidden + r], z0, lo, hi);
      } else {
        store(outer[r], z0, lo, hi);
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

  /** tile, tileOuter &lt;- the units from r on of the point at this row. */
  private void fetch(int at, int r, int height, int lo, int hi) {
    for (int t = 0; t < height; t++) {
      for (int j = 0; j < width; j++) {
        toTile(tile[j], t * stride, rows[at + j * hidden + r + t], lo, hi);
      }
      if (all == 1) {
        toTile(tileOuter, t * stride, rows[at + width * hidden + r + t], lo, hi);
      } else {
        toTile(tileOuter, t * stride, outer[r + t], lo, hi);
      }
    }
  }

  /** The gradient at the units from r on &lt;- slope, slopeOuter. */
  private void deliver(int r, int height, int lo, int hi) {
    for (int t = 0; t < height; t++) {
      for (int j = 0; j < width; j++) {
        fromTile(slope[j], t * stride, rows[g + j * hidden + r + t], lo, hi);
      }
      if (all == 1) {
        fromTile(slopeOuter, t * stride, rows[g + width * hidden + r + t], lo, hi);
      }
    }
  }

  private void toTile(double[] tiled, int o, double[] x, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      tiled[o + l] = x[l];
    }
  }

  private void fromTile(double[] tiled, int o, double[] x, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      x[l] = tiled[o + l];
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
      addFour(
          into,
          inputs[x + j],
          tile[j],
          inputs[x + j + 1],
          tile[j + 1],
          inputs[x + j + 2],
          tile[j + 2],
          inputs[x + j + 3],
          tile[j + 3],
          from,
          to);
    }
    for (int j = grouped; j < width; j++) {
      addScaled(into, inputs[x + j], tile[j], from, to);
    }
  }

  /** t &lt;- t + a x + b y + c z + d u, added from left to right. */
  private void addFour(
      double[] t,
      double a,
      double[] x,
      double b,
      double[] y,
      double c,
      double[] z,
      double d,
      double[] u,
      int from,
      int to) {
    for (int l = from; l < to; l++) {
      double sum = Math.fma(b, y[l], Math.fma(a, x[l], t[l]));
      t[l] = Math.fma(d, u[l], Math.fma(c, z[l], sum));
    }
  }

  private void times(double[] into, double a, double[] x, int from, int to) {
    for (int l = from; l < to; l++) {
      into[l] = a * x[l];
    }
  }

  /** units &lt;- a_r relu(units), where 2 relu(p) = p + |p|, exactly. */
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
      addPart(sums, t * stride, lo, hi);
    }
    for (int l = lo; l < hi; l++) {
      q[l] = Math.fma(share, q[l], -y);
    }
    for (int t = 0; t < TILE; t++) {
      toTile(sums, t * stride, q, lo, hi);
    }
  }

  private void addPart(double[] sums, int o, int lo, int hi) {
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
        int x = i * width + j;
        addFour(
            slope[j],
            inputs[x],
            units[0],
            inputs[x + width],
            units[1],
            inputs[x + 2 * width],
            units[2],
            inputs[x + 3 * width],
            units[3],
            from,
            to);
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
