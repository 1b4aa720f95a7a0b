package plumbline.lanes;

/**
 * The states w, g, m, v, u and the vector operations of a step, row by row.
 *
 * <p>Rows are arrays of their own, and long loops take them as arguments: an offset into one array
 * beside an array without keeps C2 from vectorising a loop (three times slower); translated, a row
 * is a pointer into one buffer.
 */
abstract class Vectors extends Noise {
  private static final int LONG_LOOP = 512;

  /** d, the dimension. */
  protected int dimension;

  /** Entry j of the vector that begins at row i stands in row i + j, one number a lane. */
  protected double[][] rows;

  /** The first row of the iterate. */
  protected int w;

  /** The first row of the gradient. */
  protected int g;

  int memories;

  /** What a reading writes, one number a lane. */
  protected double[] reading;

  /** Scratch, one number a lane. */
  protected double[] p;

  protected double[] q;

  Vectors(int dimension, Layout layout) {
    super(layout.lanes(), slots(dimension, layout.lanes()));
    this.dimension = dimension;
    memories = layout.memories();
    int states = Codes.M + memories;
    // a device addresses all of them with one int
    Math.multiplyExact(Math.multiplyExact(states, dimension), layout.lanes());
    rows = new double[states * dimension][layout.lanes()];
    w = Codes.W * dimension;
    g = Codes.G * dimension;
    reading = new double[layout.lanes()];
    p = new double[layout.lanes()];
    q = new double[layout.lanes()];
  }

  // few lanes make short loops, which cost their ends: they draw for more coordinates at once
  private static int slots(int dimension, int lanes) {
    return Math.max(1, Math.min(LONG_LOOP / lanes, (dimension + 3) / 4));
  }

  /** x &lt;- value. */
  protected final void fill(double[] x, double value, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      x[l] = value;
    }
  }

  /** All entries of the vector at a row &lt;- value. */
  protected final void fillRows(int row, double value, int lo, int hi) {
    for (int j = 0; j < dimension; j++) {
      fill(rows[row + j], value, lo, hi);
    }
  }

  /** into &lt;- x. */
  protected final void store(double[] into, double[] x, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      into[l] = x[l];
    }
  }

  /** t &lt;- t + a (x - c). */
  protected final void addShifted(double[] t, double a, double[] x, double c, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      t[l] = Math.fma(a, x[l] - c, t[l]);
    }
  }

  /** t &lt;- t + a (x - c)^2. */
  protected final void addSquare(double[] t, double a, double[] x, double c, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      double e = x[l] - c;
      t[l] = Math.fma(a * e, e, t[l]);
    }
  }

  /** t &lt;- t + a x. */
  protected final void addScaled(double[] t, double a, double[] x, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      t[l] = Math.fma(a, x[l], t[l]);
    }
  }

  /** t &lt;- t + a x, x from its entry o on; slow a lane, for the few lanes that have an offset. */
  final void addPart(double[] t, double a, double[] x, int o, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      t[l] = Math.fma(a, x[o + l], t[l]);
    }
  }

  /** t &lt;- t + x y. */
  protected final void addProduct(double[] t, double[] x, double[] y, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      t[l] = Math.fma(x[l], y[l], t[l]);
    }
  }

  final void combineRow(double[] into, double a, double b, double[] from, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      into[l] = Math.fma(b, from[l], a * into[l]);
    }
  }

  final void squareRow(double[] into, double a, double b, double[] from, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      into[l] = Math.fma(b * from[l], from[l], a * into[l]);
    }
  }

  /** into &lt;- a into + b from, for the vectors at these rows. */
  final void combine(int into, double a, double b, int from, int lo, int hi) {
    for (int j = 0; j < dimension; j++) {
      combineRow(rows[into + j], a, b, rows[from + j], lo, hi);
    }
  }

  /** into &lt;- a into + b g g, for the vector at this row. */
  final void square(int into, double a, double b, int lo, int hi) {
    for (int j = 0; j < dimension; j++) {
      squareRow(rows[into + j], a, b, rows[g + j], lo, hi);
    }
  }
}
