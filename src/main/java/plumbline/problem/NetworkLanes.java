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

  /** What each unit of a tile makes of one sample. */
  private double[] units;

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
    units = new double[size];
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
          activate(i, from, from + length);
          rectify(from, from + length);
          addUnits(residual[i], from, from + length);
        }
      }
    }
    for (int i = 0; i < count; i++) {
      fold(residual[i], targets[i], lo, hi);
    }
  }

  /** units &lt;- w_r'x_i + b_r. */
  private void activate(int i, int from, int to) {
    times(inputs[i * width], tile[0], from, to);
    for (int j = 1; j < width; j++) {
      addScaled(units, inputs[i * width + j], tile[j], from, to);
    }
  }

  private void times(double a, double[] x, int from, int to) {
    for (int l = from; l < to; l++) {
      units[l] = a * x[l];
    }
  }

  /** units &lt;- a_r relu(units), where 2 relu(p) = p + |p|, exactly. */
  private void rectify(int from, int to) {
    for (int l = from; l < to; l++) {
      units[l] = 0.5 * tileOuter[l] * (units[l] + Math.abs(units[l]));
    }
  }

  private void addUnits(double[] sum, int from, int to) {
    for (int l = from; l < to; l++) {
      sum[l] = sum[l] + units[l];
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
    for (int i = 0; i < count; i++) {
      activate(i, from, to);
      if (all == 1) {
        addOuterSlopes(residual[i], from, to);
      }
      gate(residual[i], from, to);
      for (int j = 0; j < width; j++) {
        addScaled(slope[j], inputs[i * width + j], units, from, to);
      }
    }
  }

  /** slopeOuter &lt;- slopeOuter + m^(-1/2) residual relu(units). */
  private void addOuterSlopes(double[] rest, int from, int to) {
    for (int l = from; l < to; l++) {
      double relu = 0.5 * (units[l] + Math.abs(units[l]));
      slopeOuter[l] = Math.fma(share * rest[l], relu, slopeOuter[l]);
    }
  }

  /** units &lt;- m^(-1/2) a_r residual where they are positive, else 0; a branch is a coin toss. */
  private void gate(double[] rest, int from, int to) {
    for (int l = from; l < to; l++) {
      double size = Math.abs(units[l]);
      double open = rest[l] * ((units[l] + size) / Math.fma(2.0, size, TINY));
      units[l] = share * tileOuter[l] * open;
    }
  }
}
