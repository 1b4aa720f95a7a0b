package plumbline.quantity;

/**
 * A number read off the iterate w_k (before step k): non-negative, but for single coordinates,
 * which have a sign.
 */
public enum Quantity {
  /** F(w) - F_inf, in a form free of cancellation. */
  GAP("F(w_k) - F_*", "optimality gap"),
  /** |grad F(w)|^2, of the true gradient. */
  GRADIENT_NORM_SQUARED("|grad F(w_k)|^2", "squared gradient norm"),
  /** |g(w)|^2, of the stochastic gradient that step k draws. */
  ORACLE_NORM_SQUARED("|g(w_k)|^2", "squared norm of the stochastic gradient"),
  /** |w - w_*|^2. */
  DISTANCE_SQUARED("|w_k - w_*|^2", "squared distance to the minimizer"),
  /** Squared distance to the nearest local minimum (problems with several). */
  DISTANCE_TO_MINIMA_SQUARED("dist(w_k, minima)^2", "squared distance to the nearest minimum"),
  /** w_1^2, the square of the first coordinate. */
  FIRST_COORDINATE_SQUARED("x_k^2", "squared first coordinate"),
  /** The loss of this replica over its own loss at the start. */
  LOSS_OVER_START("|u_k - y|^2 / |u_1 - y|^2", "squared error relative to the start"),
  /** Coordinate j of w, of any sign; the reading says which. */
  COORDINATE("w_{k,j}", "coordinate of the iterate"),
  /** Coordinate j of the stochastic gradient that step k draws, of any sign. */
  ORACLE_COORDINATE("g_j(w_k)", "coordinate of the stochastic gradient");

  private final String symbol;
  private final String title;

  Quantity(String symbol, String title) {
    this.symbol = symbol;
    this.title = title;
  }

  public String symbol() {
    return symbol;
  }

  public String title() {
    return title;
  }

  /** Whether it may be negative: then it is one coordinate of a vector. */
  public boolean isSigned() {
    return this == COORDINATE || this == ORACLE_COORDINATE;
  }

  /** Whether it is read off the gradient that step k draws, and not off w_k. */
  public boolean isOfOracle() {
    return this == ORACLE_NORM_SQUARED || this == ORACLE_COORDINATE;
  }
}
