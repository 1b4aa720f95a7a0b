package plumbline.problem;

import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;

/** A finite sum over rows x_i: inner products with fixed rows and with rows drawn a lane. */
abstract class SumLanes extends Lanes {
  /** n, the number of terms. */
  int count;

  /** x_i by rows, shape [n d]. */
  double[] inputs;

  /** The index of each lane's term. */
  int[] drawn;

  /** Where the row of each lane's term begins. */
  int[] row;

  SumLanes(double[] inputs, int count, int dimension, Layout layout) {
    super(dimension, layout);
    this.inputs = inputs;
    this.count = count;
    drawn = new int[layout.lanes()];
    row = new int[layout.lanes()];
  }

  /** drawn, row &lt;- term {@code number} of the minibatch. */
  final void choose(int number, int lo, int hi, int iteration) {
    if ((number & 3) == 0) {
      drawIndices(lo, hi, iteration, number);
    }
    index(number, count, drawn, lo, hi);
    for (int l = lo; l < hi; l++) {
      row[l] = drawn[l] * dimension;
    }
  }

  /** p &lt;- x_i' at for each lane's term i. */
  final void drawnProducts(double[] at, int lo, int hi) {
    fill(p, 0.0, lo, hi);
    for (int j = 0; j < dimension; j++) {
      addDrawn(at, j, j * stride, lo, hi);
    }
  }

  private void addDrawn(double[] at, int j, int o, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      p[l] = Math.fma(inputs[row[l] + j], at[o + l], p[l]);
    }
  }

  /** g &lt;- g + p x_i for each lane's term i. */
  final void addDrawnRows(int lo, int hi) {
    for (int j = 0; j < dimension; j++) {
      addDrawnRow(j, j * stride, lo, hi);
    }
  }

  private void addDrawnRow(int j, int o, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      g[o + l] = Math.fma(p[l], inputs[row[l] + j], g[o + l]);
    }
  }

  /** p &lt;- x_i' at for one term i. */
  final void products(double[] at, int i, int lo, int hi) {
    fill(p, 0.0, lo, hi);
    for (int j = 0; j < dimension; j++) {
      addShifted(p, inputs[i * dimension + j], at, j * stride, 0.0, lo, hi);
    }
  }

  /** g &lt;- g + a p x_i for one term i. */
  final void addRows(double a, int i, int lo, int hi) {
    for (int j = 0; j < dimension; j++) {
      addScaled(a * inputs[i * dimension + j], j * stride, lo, hi);
    }
  }

  private void addScaled(double a, int o, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      g[o + l] = Math.fma(a, p[l], g[o + l]);
    }
  }

  /** g &lt;- ridge at; 0 without ridge. */
  final void beginGradient(double ridge, double[] at, int lo, int hi) {
    for (int j = 0; j < dimension; j++) {
      beginRow(ridge, at, lo + j * stride, hi + j * stride);
    }
  }

  private void beginRow(double ridge, double[] at, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      g[l] = ridge * at[l];
    }
  }
}
