package plumbline.lanes;

/** The numbers by which the host tells a kernel what to do. */
public final class Codes {
  private Codes() {}

  // states
  public static final int W = 0;
  public static final int G = 1;
  public static final int M = 2;
  public static final int V = 3;
  public static final int U = 4;

  // operations: three ints each (operation, into, from), two coefficients
  public static final int GRADIENT = 0;
  public static final int COMBINE = 1;
  public static final int SQUARE = 2;
  public static final int OPERATION_INTS = 3;
  public static final int OPERATION_DOUBLES = 2;

  // noise laws
  public static final int NONE = 0;
  public static final int GAUSSIAN = 1;
  public static final int RADEMACHER = 2;
  public static final int SPHERE = 3;
  public static final int STUDENT4 = 4;
  public static final int STUDENT8 = 5;

  // readings
  public static final int GAP = 0;
  public static final int GRADIENT_NORM_SQUARED = 1;
  public static final int ORACLE_NORM_SQUARED = 2;
  public static final int DISTANCE_SQUARED = 3;
  public static final int DISTANCE_TO_MINIMA_SQUARED = 4;
  public static final int FIRST_COORDINATE_SQUARED = 5;
  public static final int LOSS_OVER_START = 6;
  public static final int COORDINATE = 7;
  public static final int ORACLE_COORDINATE = 8;

  /** A reading's target is its code plus this times the coordinate. */
  public static final int QUANTITIES = 16;

  // events: two ints each (event, target) and one double
  /** reading &lt;- quantity number target mod QUANTITIES, coordinate target / QUANTITIES. */
  public static final int READ = 0;

  /** ratio[target] &lt;- reading / x. */
  public static final int KEEP = 1;

  /** total[target] &lt;- total[target] + x reading, fused. */
  public static final int ADD = 2;

  /** total[target] &lt;- total[target] + reading / x. */
  public static final int ADD_RATIO = 3;

  /** total[target] &lt;- max of it and reading / x; NaN stays. */
  public static final int RAISE = 4;

  /** Chooses total[target] for what follows. */
  public static final int TAKE = 5;

  /** ratio[target] &lt;- (chosen total / count) / x; the count stands in the event before. */
  public static final int FINISH = 6;

  public static final int EVENT_INTS = 2;
}
