import plumbline.simulation.ScalarStep;

/**
 * Stochastic gradient, to start from.
 *
 * <p>Each replica gets a new object: what the optimizer remembers, such as a momentum, stands in
 * fields (not static). Randomness comes with the gradient; the step draws nothing for itself.
 *
 * <pre>
 * plumbline grade MyStep.java --theorem bottou/thm46-fixed-step
 * plumbline grade MyStep.java --method sgd
 * </pre>
 */
public final class MyStep implements ScalarStep {
  /**
   * w holds w_k and is yours to write over; return w_{k+1}. given.gradient(at) is the stochastic
   * gradient at a point, with the draw of this step. given.stepsize(k) is alpha_k.
   */
  @Override
  public double[] step(double[] w, Given given, long k) {
    double[] g = given.gradient(w);
    for (int j = 0; j < w.length; j++) {
      w[j] -= given.stepsize(k) * g[j];
    }
    return w;
  }
}
