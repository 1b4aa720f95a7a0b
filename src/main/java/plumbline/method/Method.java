package plumbline.method;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Formula;

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

  /**
   * w_{k+1} = w_k - alpha_k g(w_k) + beta (w_k - w_{k-1}), w_0 = w_1: heavy ball. Source: Polyak
   * (1964). The memory m holds w_k - w_{k-1}.
   */
  public static Method heavyBall(BigFraction beta) {
    return new Method(
        "heavy ball",
        List.of(
            new Operation.Gradient(State.W),
            new Operation.Combine(State.M, momentum(beta), Coefficient.minusStepsize(), State.G),
            new Operation.Combine(State.W, Coefficient.of(1), Coefficient.of(1), State.M)));
  }

  /**
   * p_{k+1} = beta p_k + g(w_k), w_{k+1} = w_k - alpha_k p_{k+1}, p_1 = 0: momentum as libraries
   * write it. Heavy ball where alpha is constant; where it falls, another recursion.
   */
  public static Method momentumSum(BigFraction beta) {
    return new Method(
        "momentum",
        List.of(
            new Operation.Gradient(State.W),
            new Operation.Combine(State.M, momentum(beta), Coefficient.of(1), State.G),
            new Operation.Combine(
                State.W, Coefficient.of(1), Coefficient.minusStepsize(), State.M)));
  }

  /**
   * y = w_k + beta (w_k - w_{k-1}), w_{k+1} = y - alpha_k g(y), w_0 = w_1: Nesterov's method; w is
   * what it returns, y where it takes gradients. Source: Nesterov (1983).
   */
  public static Method nesterov(BigFraction beta) {
    return new Method(
        "Nesterov's method",
        List.of(
            new Operation.Combine(State.U, Coefficient.of(0), Coefficient.of(1), State.W),
            new Operation.Combine(State.U, Coefficient.of(1), momentum(beta), State.M),
            new Operation.Gradient(State.U),
            new Operation.Combine(State.M, momentum(beta), Coefficient.minusStepsize(), State.G),
            new Operation.Combine(State.W, Coefficient.of(1), Coefficient.of(1), State.M)));
  }

  /**
   * p_{k+1} = beta p_k + g(w_k), w_{k+1} = w_k - alpha_k (g(w_k) + beta p_{k+1}), p_1 = 0: where
   * alpha is constant, Nesterov's method followed at the points y. Libraries write it so.
   */
  public static Method nesterovAhead(BigFraction beta) {
    Formula factor = Formula.number(beta.negate());
    return new Method(
        "Nesterov's method, at the points ahead",
        List.of(
            new Operation.Gradient(State.W),
            new Operation.Combine(State.M, momentum(beta), Coefficient.of(1), State.G),
            new Operation.Combine(State.W, Coefficient.of(1), Coefficient.minusStepsize(), State.G),
            new Operation.Combine(
                State.W,
                Coefficient.of(1),
                new Coefficient(factor, Coefficient.Scaling.BY_STEPSIZE),
                State.M)));
  }

  private static Coefficient momentum(BigFraction beta) {
    return Coefficient.of(Formula.number(beta));
  }
}
