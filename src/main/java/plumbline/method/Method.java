package plumbline.method;

import java.util.List;

/**
 * An update rule: the operations that lead from w_k to w_{k+1}, in order.
 *
 * @param name the field's name for it
 * @param step two to six operations
 */
public record Method(String name, List<Operation> step) {
  public Method {
    step = List.copyOf(step);
  }

  /** w &lt;- w - alpha_k g(w): stochastic gradient, or gradient descent with an exact oracle. */
  public static Method stochasticGradient() {
    return new Method(
        "stochastic gradient",
        List.of(
            new Operation.Gradient(State.W),
            new Operation.Combine(
                State.W, Coefficient.of(1), Coefficient.minusStepsize(), State.G)));
  }
}
