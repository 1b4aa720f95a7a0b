package plumbline.lanes;

/**
 * One replica of a kernel whose steps are made outside: the slow, scalar door beside {@link
 * Lanes#work}. Draws, gradients and readings are the kernel's own, so they have its bits.
 */
public final class Replica {
  /** What a kernel is made with: one lane, and a memory for the point where a gradient is taken. */
  public static final int FEWEST_MEMORIES = 1;

  private final Lanes kernel;
  private final int d;

  /**
   * @param kernel with one lane and at least {@link #FEWEST_MEMORIES}; used by nobody else
   */
  public Replica(Lanes kernel) {
    if (kernel.lanes() != 1 || kernel.memories < FEWEST_MEMORIES) {
      throw new IllegalArgumentException(
          "a replica needs a kernel with one lane and a memory, got "
              + kernel.lanes()
              + " and "
              + kernel.memories);
    }
    this.kernel = kernel;
    d = kernel.dimension;
  }

  /** Takes what all replicas of a run share. */
  public void install(Program program) {
    kernel.install(program, 1);
  }

  /**
   * Goes to the start of a replica.
   *
   * @param number its global number, which addresses its draws
   * @param first the segment that begins at iteration 1
   */
  public void begin(long number, Segment first) {
    kernel.number(number);
    kernel.load(first);
    kernel.begin(0, 1);
  }

  /** Takes the tables of the next iterations. */
  public void load(Segment segment) {
    kernel.load(segment);
  }

  /** A copy of w_k, shape [d]. */
  public double[] iterate() {
    return copy(kernel.w);
  }

  /** w_k &lt;- this point, shape [d]. */
  public void move(double[] point) {
    put(kernel.w, point);
  }

  /** Makes the readings of w_k. */
  public void readIterate(int k) {
    handle(2 * (k - kernel.first));
  }

  /** Makes the readings of g(w_k): takes the gradient at w_k if there are any. */
  public void readGradient(int k) {
    int at = 2 * (k - kernel.first) + 1;
    if (kernel.bounds[at] < kernel.bounds[at + 1]) {
      kernel.oracle(kernel.w, 0, 1, k);
      handle(at);
    }
  }

  private void handle(int at) {
    kernel.handle(kernel.bounds[at], kernel.bounds[at + 1], 0, 1);
  }

  /**
   * The oracle's gradient, with the draws of iteration k.
   *
   * @param point where, shape [d]
   */
  public double[] gradient(double[] point, int k) {
    put(Codes.M * d, point);
    kernel.oracle(Codes.M * d, 0, 1, k);
    return copy(kernel.g);
  }

  /** The program's own step from w_k. */
  public void step(int k) {
    kernel.step(k, 0, 1);
  }

  /** The ratio of a channel, once its last iteration has been read. */
  public double ratio(int channel) {
    return kernel.ratios()[channel][0];
  }

  private void put(int row, double[] vector) {
    for (int j = 0; j < d; j++) {
      kernel.rows[row + j][0] = vector[j];
    }
  }

  private double[] copy(int row) {
    double[] vector = new double[d];
    for (int j = 0; j < d; j++) {
      vector[j] = kernel.rows[row + j][0];
    }
    return vector;
  }
}
