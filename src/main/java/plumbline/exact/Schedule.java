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
  private T current;
  private long at = Long.MIN_VALUE;

  Schedule(Arithmetic<T> in, Stepsize stepsize) {
    this.in = in;
    this.stepsize = stepsize;
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
    T factor = coefficient.factor().at(in, plumbline.formula.Constants.none(), k);
    T value =
        coefficient.scaling() == Coefficient.Scaling.PLAIN ? factor : factor.multiply(stepsize(k));
    if (isFixed(coefficient)) {
      fixed.put(coefficient, value);
    }
    return value;
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
