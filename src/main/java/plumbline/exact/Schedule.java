package plumbline.exact;

import java.util.IdentityHashMap;
import java.util.Map;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.method.Coefficient;
import plumbline.method.Operation;
import plumbline.stepsize.Stepsize;

/** The stepsize and the coefficients of a method; constant ones are evaluated once. */
final class Schedule<T extends FieldElement<T>> {
  private final Arithmetic<T> in;
  private final Stepsize stepsize;
  private final boolean fixedStepsize;
  private final Map<Coefficient, T> fixed = new IdentityHashMap<>();
  private final Map<Coefficient, T> factors = new IdentityHashMap<>();
  private final T minusOne;
  private T current;
  private long at = Long.MIN_VALUE;

  Schedule(Arithmetic<T> in, Stepsize stepsize) {
    this.in = in;
    this.stepsize = stepsize;
    this.minusOne = in.of(-1);
    this.fixedStepsize = !stepsize.formula().dependsOnIteration();
  }

  /** alpha_k. */
  T stepsize(long k) {
    if (at != k && !(fixedStepsize && at != Long.MIN_VALUE)) {
      current = stepsize.at(in, k);
    }
    at = k;
    return current;
  }

  T at(Coefficient coefficient, long k) {
    T known = fixed.get(coefficient);
    if (known != null) {
      return known;
    }
    T factor = factor(coefficient, k);
    T value = coefficient.scaling() == Coefficient.Scaling.PLAIN ? factor : scaled(factor, k);
    if (isFixed(coefficient)) {
      fixed.put(coefficient, value);
    }
    return value;
  }

  private T factor(Coefficient coefficient, long k) {
    T known = factors.get(coefficient);
    if (known != null) {
      return known;
    }
    T factor = coefficient.factor().at(in, plumbline.formula.Constants.none(), k);
    if (!coefficient.factor().dependsOnIteration()) {
      factors.put(coefficient, factor);
    }
    return factor;
  }

  /** The factor of most methods is -1. */
  private T scaled(T factor, long k) {
    return factor.equals(minusOne) ? stepsize(k).negate() : factor.multiply(stepsize(k));
  }

  boolean isFixed(Coefficient coefficient) {
    return !coefficient.factor().dependsOnIteration()
        && (fixedStepsize || coefficient.scaling() == Coefficient.Scaling.PLAIN);
  }

  boolean isFixed(Segment segment) {
    for (Operation.Combine combine : segment.combinations()) {
      if (!isFixed(combine.a()) || !isFixed(combine.b())) {
        return false;
      }
    }
    return true;
  }
}
