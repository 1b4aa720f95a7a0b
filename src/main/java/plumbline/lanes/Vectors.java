package plumbline.lanes;

/** The state w, g, m, v, u, and the vector operations of a step, row by row. */
abstract class Vectors extends Noise {
  /** d, the dimension. */
  protected int dimension;

  /** The iterate; entry j of a lane's vector stands at j * stride + lane, as in all states. */
  protected double[] w;

  /** The gradient. */
  protected double[] g;

  double[] m;
  double[] v;
  double[] u;

  /** What a reading writes, one number a lane. */
  protected double[] reading;

  /** Scratch, one number a lane. */
  protected double[] p;

  protected double[] q;

  Vectors(int dimension, Layout layout) {
    super(layout.lanes());
    this.dimension = dimension;
    int size = Math.multiplyExact(dimension, layout.lanes());
    w = new double[size];
    g = new double[size];
    m = new double[layout.memories() > 0 ? size : 1];
    v = new double[layout.memories() > 1 ? size : 1];
    u = new double[layout.memories() > 2 ? size : 1];
    reading = new double[layout.lanes()];
    p = new double[layout.lanes()];
    q = new double[layout.lanes()];
  }

  /** x &lt;- value. */
  protected final void fill(double[] x, double value, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      x[l] = value;
    }
  }

  /** x &lt;- value in all rows. */
  final void fillRows(double[] x, double value, int lo, int hi) {
    for (int j = 0; j < dimension; j++) {
      fill(x, value, lo + j * stride, hi + j * stride);
    }
  }

  /** Row o of into &lt;- x, where o is a multiple of the stride. */
  protected final void store(double[] into, int o, double[] x, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      into[o + l] = x[l];
    }
  }

  /** reading &lt;- row o of x. */
  final void entry(double[] x, int o, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      reading[l] = x[o + l];
    }
  }

  /** t &lt;- t + a (row o of x - c). */
  protected final void addShifted(
      double[] t, double a, double[] x, int o, double c, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      t[l] = Math.fma(a, x[o + l] - c, t[l]);
    }
  }

  /** t &lt;- t + a (row o of x - c)^2. */
  protected final void addSquare(
      double[] t, double a, double[] x, int o, double c, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      double e = x[o + l] - c;
      t[l] = Math.fma(a * e, e, t[l]);
    }
  }

  final void combineRow(double[] into, double a, double b, double[] from, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      into[l] = Math.fma(b, from[l], a * into[l]);
    }
  }

  final void squareRow(double[] into, double a, double b, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      into[l] = Math.fma(b * g[l], g[l], a * into[l]);
    }
  }

  final void combineRows(double[] into, double a, double b, double[] from, int lo, int hi) {
    for (int j = 0; j < dimension; j++) {
      combineRow(into, a, b, from, lo + j * stride, hi + j * stride);
    }
  }

  final void squareRows(double[] into, double a, double b, int lo, int hi) {
    for (int j = 0; j < dimension; j++) {
      squareRow(into, a, b, lo + j * stride, hi + j * stride);
    }
  }

  final void combineFrom(int from, double[] into, double a, double b, int lo, int hi) {
    if (from == Codes.W) {
      combineRows(into, a, b, w, lo, hi);
    }
    if (from == Codes.G) {
      combineRows(into, a, b, g, lo, hi);
    }
    if (from == Codes.M) {
      combineRows(into, a, b, m, lo, hi);
    }
    if (from == Codes.V) {
      combineRows(into, a, b, v, lo, hi);
    }
    if (from == Codes.U) {
      combineRows(into, a, b, u, lo, hi);
    }
  }

  /** into &lt;- a into + b from. */
  final void combine(int into, double a, double b, int from, int lo, int hi) {
    if (into == Codes.W) {
      combineFrom(from, w, a, b, lo, hi);
    }
    if (into == Codes.G) {
      combineFrom(from, g, a, b, lo, hi);
    }
    if (into == Codes.M) {
      combineFrom(from, m, a, b, lo, hi);
    }
    if (into == Codes.V) {
      combineFrom(from, v, a, b, lo, hi);
    }
    if (into == Codes.U) {
      combineFrom(from, u, a, b, lo, hi);
    }
  }

  /** into &lt;- a into + b g g. */
  final void square(int into, double a, double b, int lo, int hi) {
    if (into == Codes.M) {
      squareRows(m, a, b, lo, hi);
    }
    if (into == Codes.V) {
      squareRows(v, a, b, lo, hi);
    }
    if (into == Codes.U) {
      squareRows(u, a, b, lo, hi);
    }
  }
}
