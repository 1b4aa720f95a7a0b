package plumbline.simulation;

/**
 * One step of somebody's own optimizer, for one replica: the door for a student's or an engineer's
 * class, which is compared with theory as it stands.
 *
 * <p>What the optimizer remembers (momentum, the stepsize before) lives in fields of the object;
 * every replica gets a new object. Randomness comes with the gradient: the step draws nothing for
 * itself, so that the same seed gives the same bits.
 *
 * <pre>{@code
 * public final class Sgd implements ScalarStep {
 *   public double[] step(double[] w, Given given, long k) {
 *     double[] g = given.gradient(w);
 *     for (int j = 0; j < w.length; j++) {
 *       w[j] -= given.stepsize(k) * g[j];
 *     }
 *     return w;
 *   }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface ScalarStep {
  /**
   * The step from w_k to w_{k+1}.
   *
   * @param w w_k, shape [d]; a copy, to be written over at will
   * @param given what a step may ask for
   * @param k the number of the step, from 1
   * @return w_{k+1}, shape [d]; may be {@code w} itself
   */
  double[] step(double[] w, Given given, long k);

  /** What a step may ask for; good during this step only. */
  interface Given {
    /**
     * The stochastic gradient at a point, shape [d]. All gradients of one step have the same draw
     * (the same noise, the same examples): asked again at the same point, it is the same.
     */
    double[] gradient(double[] at);

    /** alpha_k of the schedule that is tried, k &gt;= 1. */
    double stepsize(long k);
  }
}
