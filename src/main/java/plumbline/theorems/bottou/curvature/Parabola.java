package plumbline.theorems.bottou.curvature;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;

/**
 * Gradient descent on E(w) = h e^2/2 + s e^3/6 with e = w - w_*, one variable.
 *
 * @param curvature h = E''(w_*)
 * @param cubic s = E''', 0 for a parabola
 * @param centre w_*
 * @param error w_0 - w_*
 * @param eta the stepsize
 */
public record Parabola(
    BigFraction curvature,
    BigFraction cubic,
    BigFraction centre,
    BigFraction error,
    BigFraction eta) {
  /** w_0, ..., w_last. */
  <T extends FieldElement<T>> List<T> path(Arithmetic<T> in, T step, long last) {
    T w = in.of(centre.add(error));
    List<T> path = new ArrayList<>(List.of(w));
    for (long k = 1; k <= last; k++) {
      T e = w.subtract(in.of(centre));
      T bend = e.multiply(e).multiply(in.of(cubic)).divide(in.of(2));
      w = w.subtract(step.multiply(e.multiply(in.of(curvature)).add(bend)));
      path.add(w);
    }
    return path;
  }

  <T extends FieldElement<T>> T value(Arithmetic<T> in, T w) {
    T e = w.subtract(in.of(centre));
    T square = e.multiply(e);
    return square
        .multiply(in.of(curvature))
        .divide(in.of(2))
        .add(square.multiply(e).multiply(in.of(cubic)).divide(in.of(6)));
  }
}
