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

  /** The row of each lane's term, shape [d][lanes]: what is read here and there is read once. */
  double[][] term;

  SumLanes(double[] inputs, int count, int dimension, Layout layout) {
    super(dimension, layout);
    this.inputs = inputs;
    this.count = count;
    drawn = new int[layout.lanes()];
    row = new int[layout.lanes()];
    term = new double[dimension][layout.lanes()];
  }

  /** drawn, row, term &lt;- those of {@code number} in the minibatch. */
  final void choose(int number, int lo, int hi, int iteration) {
    if ((number & 3) == 0) {
      drawIndices(lo, hi, iteration, number);
    }
    index(number, count, drawn, lo, hi);
    for (int l = lo; l < hi; l++) {
      row[l] = drawn[l] * dimension;
    }
    for (int j = 0; j < dimension; j++) {
      gather(term[j], j, lo, hi);
    }
  }

  /** p &lt;- x_i' at for each lane's term i. */
  final void drawnProducts(int at, int lo, int hi) {
    fill(p, 0.0, lo, hi);
    for (int j = 0; j < dimension; j++) {
      addProduct(p, term[j], rows[at + j], lo, hi);
    }
  }

  private void gather(double[] into, int j, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      into[l] = inputs[row[l] + j];
    }
  }

  /** g &lt;- g + p x_i for each lane's term i. */
  final void addDrawnRows(int lo, int hi) {
    for (int j = 0; j < dimension; j++) {
      addProduct(rows[g + j], p, term[j], lo, hi);
    }
  }

  /** p &lt;- x_i' at for one term i. */
  final void products(int at, int i, int lo, int hi) {
    fill(p, 0.0, lo, hi);
    for (int j = 0; j < dimension; j++) {
      addScaled(p, inputs[i * dimension + j], rows[at + j], lo, hi);
    }
  }

  /** g &lt;- g + a p x_i for one term i. */
  final void addRows(double a, int i, int lo, int hi) {
    for (int j = 0; j < dimension; j++) {
      addScaled(rows[g + j], a * inputs[i * dimension + j], p, lo, hi);
    }
  }

  /** g &lt;- ridge at; 0 without ridge. */
  final void beginGradient(double ridge, int at, int lo, int hi) {
    for (int j = 0; j < dimension; j++) {
      beginRow(rows[g + j], ridge, rows[at + j], lo, hi);
    }
  }

  private void beginRow(double[] into, double ridge, double[] x, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      into[l] = ridge * x[l];
    }
  }
}
