package plumbline.oracle;

/** The law of a noise with mean 0 and, per coordinate, variance 1 (SPHERE: total variance 1). */
public enum Law {
  /** Standard normal; kurtosis 3. */
  GAUSSIAN(3),
  /** -1 or +1, each with probability 1/2; kurtosis 1. */
  RADEMACHER(1),
  /** Uniform on the unit sphere of R^d: the whole vector has length 1, E xi xi' = I/d. */
  SPHERE(Double.NaN),
  /** Student t with 4 degrees of freedom, scaled to variance 1: no finite fourth moment. */
  STUDENT4(Double.POSITIVE_INFINITY),
  /** Student t with 8 degrees of freedom, scaled to variance 1; kurtosis 4.5. */
  STUDENT8(4.5);

  private final double kurtosis;

  Law(double kurtosis) {
    this.kurtosis = kurtosis;
  }

  /** E xi^4 of one coordinate; NaN where coordinates are dependent (SPHERE), may be infinite. */
  public double kurtosis() {
    return kurtosis;
  }
}
