package plumbline.check;

import java.util.EnumMap;
import java.util.Map;
import plumbline.method.Operation;
import plumbline.method.State;
import plumbline.problem.Accuracy;
import plumbline.recursion.Recursion;

/**
 * How far rounding moves the iterates of a method with memory: root mean squares, bounded operation
 * by operation with the triangle inequality alone. What contracts is not used, so that the bound
 * grows geometrically and serves a few dozen steps at most.
 *
 * <p>For each vector it keeps a bound on its distance from the centre (w, u) or from 0 (g, m, v),
 * and one on the distance of the computed from the exact vector. A combination is linear, so its
 * errors and sizes add, and it is rounded twice; a gradient multiplies both by the oracle's
 * Lipschitz constant, in the root mean square, and is evaluated with the accuracy of its problem.
 */
final class Remembered {
  private final Recursion recursion;
  private final Accuracy accuracy;
  private final double smoothness;
  private final double noise;
  private final double centre;
  private final Map<State, Double> sizes = new EnumMap<>(State.class);
  private final Map<State, Double> errors = new EnumMap<>(State.class);

  /**
   * @param smoothness a Lipschitz constant of the oracle, in the root mean square
   * @param noise the root mean square of its noise where the gradient is 0
   * @param start |w_1 - w_*|
   */
  Remembered(
      Recursion recursion, Accuracy accuracy, double smoothness, double noise, double start) {
    this.recursion = recursion;
    this.accuracy = accuracy;
    this.smoothness = smoothness;
    this.noise = noise;
    centre =
        recursion
            .problem()
            .minimizer()
            .map(c -> Math.sqrt(c.squaredNorm().doubleValue()))
            .orElse(0.0);
    for (State state : State.values()) {
      sizes.put(state, 0.0);
      errors.put(state, 0.0);
    }
    sizes.put(State.W, start + centre);
    errors.put(State.W, Drift.UNIT * (start + centre));
  }

  /** |computed w_{k+1} - exact w_{k+1}|; to be asked for k = 1, 2, ... in order. */
  double step(int k) {
    for (Operation operation : recursion.method().step()) {
      if (operation instanceof Operation.Gradient gradient) {
        evaluate(sizes.get(gradient.at()), errors.get(gradient.at()));
      } else if (operation instanceof Operation.Combine c) {
        double a = Math.abs(c.a().at(recursion.stepsize(), k));
        double b = Math.abs(c.b().at(recursion.stepsize(), k));
        double one = a * sizes.get(c.into());
        double other = b * sizes.get(c.from());
        double moved = a * errors.get(c.into()) + b * errors.get(c.from());
        // both coefficients are rounded, so is the product, and the sum
        errors.put(c.into(), moved + Drift.UNIT * (3 * one + 2 * other));
        sizes.put(c.into(), one + other);
      } else {
        // squares are not linear: nothing is known
        errors.put(State.W, Double.POSITIVE_INFINITY);
      }
    }
    return errors.get(State.W);
  }

  private void evaluate(double size, double error) {
    double distance = size + centre;
    double drawn = smoothness * distance + accuracy.bounded() + noise;
    sizes.put(State.G, drawn);
    errors.put(
        State.G,
        smoothness * error
            + Drift.UNIT
                * (4 * (drawn + noise)
                    + accuracy.gradientSlope() * distance
                    + accuracy.gradientOffset()));
  }
}
