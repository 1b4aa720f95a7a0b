package plumbline.lanes;

/** A kernel of draws and functions alone; top-level, as kernels must be. */
final class Variates extends Noise {
  static final int KINDS = 17;

  /** Kind by kind, entry kind * stride + lane. */
  final double[] out;

  final double[] x;
  final double[] scratch;
  final int[] drawn;
  int iteration;
  int slot;
  int purpose;
  int lanesPerItem = 1;

  Variates(int lanes) {
    super(lanes, 1);
    out = new double[KINDS * lanes];
    x = new double[lanes];
    scratch = new double[lanes];
    drawn = new int[lanes];
  }

  void keys(int[] key, int first) {
    key0 = key[0];
    key1 = key[1];
    key2 = key[2];
    key3 = key[3];
    for (int l = 0; l < stride; l++) {
      replica[l] = first + l;
    }
  }

  @Override
  public void run() {
    level1();
    int item = getGlobalId();
    all(item * lanesPerItem, item * lanesPerItem + lanesPerItem);
  }

  void all(int lo, int hi) {
    normals(lo, hi, iteration, slot, purpose, 4);
    put(0, z0, lo, hi);
    put(1, z1, lo, hi);
    put(2, z2, lo, hi);
    put(3, z3, lo, hi);
    putWords(4, x0, lo, hi);
    putWords(5, x1, lo, hi);
    putWords(6, x2, lo, hi);
    putWords(7, x3, lo, hi);
    signs(x1, 7, lo, hi);
    put(8, z0, lo, hi);
    indices(x2, 1000003, drawn, lo, hi);
    putWords(9, drawn, lo, hi);
    circle(lo, hi, iteration, slot, purpose);
    put(10, z1, lo, hi);
    student4(lo, hi, iteration, slot, purpose);
    put(11, z0, lo, hi);
    student8(lo, hi, iteration, slot, purpose);
    put(12, z0, lo, hi);
    load(100.0, lo, hi);
    sines(x, lo, hi);
    put(13, x, lo, hi);
    load(100.0, lo, hi);
    cosines(x, lo, hi);
    put(14, x, lo, hi);
    load(3.0, lo, hi);
    softplus(x, scratch, lo, hi);
    put(15, x, lo, hi);
    load(3.0, lo, hi);
    logistics(x, lo, hi);
    put(16, x, lo, hi);
  }

  /** x &lt;- factor times the first normal. */
  void load(double factor, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      x[l] = factor * out[l];
    }
  }

  void put(int kind, double[] from, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      out[kind * stride + l] = from[l];
    }
  }

  void putWords(int kind, int[] from, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      out[kind * stride + l] = (double) from[l];
    }
  }
}
