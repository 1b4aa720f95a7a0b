package plumbline.method;

import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.stepsize.Stepsize;

/**
 * A number per iteration: factor(k), times alpha_k where {@code scaling} says so.
 *
 * @param factor a formula of k without names
 * @param scaling whether alpha_k multiplies it
 */
public record Coefficient(Formula factor, Scaling scaling) {
  /** Whether the stepsize multiplies the factor. */
  public enum Scaling {
    PLAIN,
    BY_STEPSIZE
  }

  public static Coefficient of(long value) {
    return new Coefficient(Formula.number(value), Scaling.PLAIN);
  }

  public static Coefficient of(Formula factor) {
    return new Coefficient(factor, Scaling.PLAIN);
  }

  /** -alpha_k, the coefficient of a gradient step. */
  public static Coefficient minusStepsize() {
    return new Coefficient(Formula.number(-1), Scaling.BY_STEPSIZE);
  }

  /** The value at iteration k. */
  public <T extends FieldElement<T>> T at(Arithmetic<T> in, Stepsize stepsize, long k) {
    T value = factor.at(in, Constants.none(), k);
    return scaling == Scaling.PLAIN ? value : value.multiply(stepsize.at(in, k));
  }

  public double at(Stepsize stepsize, long k) {
    return at(Arithmetic.doubles(), stepsize, k).getReal();
  }
}
