package plumbline.problem;

import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;

/**
 * The parameters of a {@link Network} and the gradient at them, a tile of units at a time: a tile's
 * arrays have all its units side by side, so that a loop over them is long even for few lanes.
 */
abstract class NetworkTiles extends Lanes {
  /** Units a tile. */
  static final int TILE = 16;

  /** Whether all parameters are trained. */
  int all;

  /** How many weights lead to a unit. */
  int width;

  /** m, the number of units. */
  int hidden;

  /** a_r, shape [m][lanes], unless they are trained. */
  double[][] outer;

  // a tile: entry t * lanes + lane is its unit t

  /** (w_r, b_r) of the units of a tile, shape [width][TILE lanes]. */
  double[][] tile;

  /** a_r of the units of a tile. */
  double[] tileOuter;

  /** The gradient at {@link #tile} and at {@link #tileOuter}. */
  double[][] slope;

  double[] slopeOuter;

  NetworkTiles(Network problem, Layout layout) {
    super(problem.dimension(), layout);
    all = problem.trained() == Network.Trained.ALL ? 1 : 0;
    width = problem.inputs().width() + all;
    hidden = problem.hidden();
    outer = new double[all == 1 ? 1 : hidden][layout.lanes()];
    int size = TILE * layout.lanes();
    tile = new double[width][size];
    tileOuter = new double[size];
    slope = new double[width][size];
    slopeOuter = new double[size];
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

  /** tile, tileOuter &lt;- the units from r on of the point at this row. */
  final void fetch(int at, int r, int height, int lo, int hi) {
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
  final void deliver(int r, int height, int lo, int hi) {
    for (int t = 0; t < height; t++) {
      for (int j = 0; j < width; j++) {
        fromTile(slope[j], t * stride, rows[g + j * hidden + r + t], lo, hi);
      }
      if (all == 1) {
        fromTile(slopeOuter, t * stride, rows[g + width * hidden + r + t], lo, hi);
      }
    }
  }

  final void toTile(double[] tiled, int o, double[] x, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      tiled[o + l] = x[l];
    }
  }

  final void fromTile(double[] tiled, int o, double[] x, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      x[l] = tiled[o + l];
    }
  }
}
