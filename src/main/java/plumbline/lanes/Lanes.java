package plumbline.lanes;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;

/**
 * The recursion of one problem family, for many replicas side by side. A leaf adds {@link
 * #gradient}, {@link #sample} and {@link #value}; methods, noise and readings are tables that this
 * class interprets.
 *
 * <p>A kernel belongs to one thread. The host installs a {@link Program}, then the {@link Segment}s
 * in order, and for each calls {@link #work} (a Java thread) or {@link #run} (OpenCL).
 */
public abstract class Lanes extends Oracles {
  /** w_*, shape [d], for distances; zeros where there is none. */
  protected double[] centre;

  double[] startGap;
  double[] start = new double[1];
  double startDeviation;
  int startPurpose;

  int[] operations = new int[1];
  int operationCount;
  int steps;

  int first;
  int last;
  double[] coefficients = new double[1];
  int[] bounds = new int[1];
  int[] events = new int[1];
  double[] numbers = new double[1];
  int totalRows;
  double[][] totals = new double[1][1];
  double[][] ratios = new double[1][1];

  /** How many neighbouring lanes one OpenCL work item takes. */
  int lanesPerItem = 1;

  /** What each OpenCL work item leaves behind, see {@link #ranOnDevice}. */
  double[] witness;

  protected Lanes(int dimension, Layout layout) {
    super(dimension, layout);
    centre = new double[dimension];
    startGap = new double[layout.lanes()];
    witness = new double[layout.lanes()];
  }

  /** reading &lt;- F(w) - F_inf, without cancellation. */
  protected abstract void value(int lo, int hi);

  /** Draws what a replica keeps besides its iterate; called after the start is set. */
  protected void settle(int lo, int hi) {}

  /** reading &lt;- squared distance to the nearest minimizer. */
  protected void distanceToMinima(int lo, int hi) {
    distance(lo, hi);
  }

  // ---- host side ------------------------------------------------------------------------------

  /** Takes a program; the kernel's lanes are the replicas {@code replica}, ... in order. */
  public final void install(Program program, int lanesPerItem) {
    key0 = program.key()[0];
    key1 = program.key()[1];
    key2 = program.key()[2];
    key3 = program.key()[3];
    startPurpose = program.purposes()[0];
    installOracle(program);
    operations = program.operations();
    operationCount = operations.length / Codes.OPERATION_INTS;
    steps = program.steps();
    start = program.start();
    startDeviation = program.startDeviation();
    totalRows = program.totals();
    totals = ofHeight(Math.max(1, totalRows), totals);
    ratios = ofHeight(program.channels(), ratios);
    this.lanesPerItem = lanesPerItem;
  }

  private double[][] ofHeight(int height, double[][] old) {
    return old.length == height && old[0].length == stride ? old : new double[height][stride];
  }

  /** Numbers the lanes' replicas from this one on, modulo 2^32. */
  public final void number(long firstReplica) {
    for (int l = 0; l < replica.length; l++) {
      replica[l] = (int) (firstReplica + l % stride);
    }
  }

  /** Takes a copy of the tables of the next iterations. */
  public final void load(Segment segment) {
    first = segment.first();
    last = segment.last();
    if (bounds.length != segment.bounds().length
        || events.length != segment.events().length
        || coefficients.length != segment.coefficients().length) {
      // once a plan: an OpenCL buffer belongs to one array, so the arrays stay
      coefficients = segment.coefficients().clone();
      bounds = segment.bounds().clone();
      events = segment.events().clone();
      numbers = segment.numbers().clone();
    } else {
      copy(segment.coefficients(), coefficients);
      copy(segment.bounds(), bounds);
      copy(segment.events(), events);
      copy(segment.numbers(), numbers);
    }
  }

  private static void copy(Object from, Object to) {
    System.arraycopy(from, 0, to, 0, Array.getLength(from));
  }

  /** Forgets the witnesses of earlier runs. */
  public final void forgetWitnesses() {
    Arrays.fill(witness, 0.0);
  }

  /**
   * Whether each of the items 0..items-1 ran as OpenCL since {@link #forgetWitnesses}: translated,
   * {@code Kernel.fma} rounds once and leaves 2^-60; run as Java it rounds twice and leaves 0.
   */
  public final boolean ranOnDevice(int items) {
    for (int i = 0; i < items; i++) {
      if (witness[i] != 0x1p-60) {
        return false;
      }
    }
    return true;
  }

  /** The array of witnesses, to be fetched from a device. */
  public final double[] witnesses() {
    return witness;
  }

  /** The arrays that {@link #load} fills. */
  public final List<Object> tables() {
    return List.of(coefficients, bounds, events, numbers, witness);
  }

  /** The lanes this kernel holds. */
  public final int lanes() {
    return stride;
  }

  /** The ratios, shape [channels][lanes]; not copied. */
  public final double[][] ratios() {
    return ratios;
  }

  // ---- both back ends -------------------------------------------------------------------------

  @Override
  public final void run() {
    level1();
    int item = getGlobalId();
    witness[item] = fma(1.0 + 0x1p-30, 1.0 + 0x1p-30, -(1.0 + 0x1p-29));
    work(item * lanesPerItem, item * lanesPerItem + lanesPerItem);
  }

  /** Iterations first..last of the lanes lo..hi-1. */
  public final void work(int lo, int hi) {
    if (first == 1) {
      begin(lo, hi);
    }
    for (int k = first; k <= last; k++) {
      int at = 2 * (k - first);
      handle(bounds[at], bounds[at + 1], lo, hi);
      if (k <= steps) {
        step(k, lo, hi);
      }
    }
  }

  final void begin(int lo, int hi) {
    startRows(lo, hi);
    for (int i = 0; i < memories; i++) {
      fillRows((Codes.M + i) * dimension, 0.0, lo, hi);
    }
    for (int i = 0; i < totalRows; i++) {
      fill(totals[i], 0.0, lo, hi);
    }
    settle(lo, hi);
    value(lo, hi);
    store(startGap, reading, lo, hi);
  }

  final void startRows(int lo, int hi) {
    for (int j = 0; j < dimension; j++) {
      if (startDeviation == 0.0) {
        fill(rows[w + j], start[j], lo, hi);
      } else {
        normals(lo, hi, 0, j, startPurpose, 1);
        startRow(rows[w + j], start[j], lo, hi);
      }
    }
  }

  final void startRow(double[] into, double mean, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      into[l] = Math.fma(startDeviation, z0[l], mean);
    }
  }

  final void step(int k, int lo, int hi) {
    int row = (k - first) * operationCount * Codes.OPERATION_DOUBLES;
    for (int i = 0; i < operationCount; i++) {
      int operation = operations[Codes.OPERATION_INTS * i];
      int into = dimension * operations[Codes.OPERATION_INTS * i + 1];
      int from = dimension * operations[Codes.OPERATION_INTS * i + 2];
      double a = coefficients[row + Codes.OPERATION_DOUBLES * i];
      double b = coefficients[row + Codes.OPERATION_DOUBLES * i + 1];
      if (operation == Codes.GRADIENT) {
        oracle(from, lo, hi, k);
        int at = 2 * (k - first) + 1;
        handle(bounds[at], bounds[at + 1], lo, hi);
      }
      if (operation == Codes.COMBINE) {
        combine(into, a, b, from, lo, hi);
      }
      if (operation == Codes.SQUARE) {
        square(into, a, b, lo, hi);
      }
    }
  }

  // ---- readings -------------------------------------------------------------------------------

  final void handle(int from, int to, int lo, int hi) {
    int chosen = 0;
    double count = 1.0;
    for (int i = from; i < to; i++) {
      int event = events[Codes.EVENT_INTS * i];
      int target = events[Codes.EVENT_INTS * i + 1];
      double x = numbers[i];
      if (event == Codes.READ) {
        read(target % Codes.QUANTITIES, target / Codes.QUANTITIES, lo, hi);
      }
      if (event == Codes.KEEP) {
        keep(ratios[target], x, lo, hi);
      }
      if (event == Codes.ADD) {
        add(totals[target], x, lo, hi);
      }
      if (event == Codes.ADD_RATIO) {
        addRatio(totals[target], x, lo, hi);
      }
      if (event == Codes.RAISE) {
        raise(totals[target], x, lo, hi);
      }
      if (event == Codes.TAKE) {
        chosen = target;
        count = x;
      }
      if (event == Codes.FINISH) {
        take(totals[chosen], count, lo, hi);
        finish(ratios[target], x, lo, hi);
      }
    }
  }

  final void read(int quantity, int coordinate, int lo, int hi) {
    if (quantity == Codes.GAP) {
      value(lo, hi);
    }
    if (quantity == Codes.GRADIENT_NORM_SQUARED) {
      gradient(w, lo, hi);
      squaredNormOfGradient(lo, hi);
    }
    if (quantity == Codes.ORACLE_NORM_SQUARED) {
      squaredNormOfGradient(lo, hi);
    }
    if (quantity == Codes.DISTANCE_SQUARED) {
      distance(lo, hi);
    }
    if (quantity == Codes.DISTANCE_TO_MINIMA_SQUARED) {
      distanceToMinima(lo, hi);
    }
    if (quantity == Codes.FIRST_COORDINATE_SQUARED) {
      fill(reading, 0.0, lo, hi);
      addSquare(reading, 1.0, rows[w], 0.0, lo, hi);
    }
    if (quantity == Codes.LOSS_OVER_START) {
      value(lo, hi);
      overStart(lo, hi);
    }
    if (quantity == Codes.COORDINATE) {
      store(reading, rows[w + coordinate], lo, hi);
    }
    if (quantity == Codes.ORACLE_COORDINATE) {
      store(reading, rows[g + coordinate], lo, hi);
    }
  }

  final void squaredNormOfGradient(int lo, int hi) {
    fill(reading, 0.0, lo, hi);
    for (int j = 0; j < dimension; j++) {
      addSquare(reading, 1.0, rows[g + j], 0.0, lo, hi);
    }
  }

  final void distance(int lo, int hi) {
    fill(reading, 0.0, lo, hi);
    for (int j = 0; j < dimension; j++) {
      addSquare(reading, 1.0, rows[w + j], centre[j], lo, hi);
    }
  }

  final void overStart(int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      reading[l] = reading[l] / startGap[l];
    }
  }

  final void keep(double[] ratio, double x, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      ratio[l] = reading[l] / x;
    }
  }

  final void add(double[] total, double x, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      total[l] = Math.fma(x, reading[l], total[l]);
    }
  }

  final void addRatio(double[] total, double x, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      total[l] = total[l] + reading[l] / x;
    }
  }

  final void raise(double[] total, double x, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      double ratio = reading[l] / x;
      // neither comparison is true of a NaN: once there, it stays
      if (ratio > total[l] || ratio != ratio) {
        total[l] = ratio;
      }
    }
  }

  final void take(double[] total, double count, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      p[l] = total[l] / count;
    }
  }

  final void finish(double[] ratio, double x, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      ratio[l] = p[l] / x;
    }
  }
}
