package plumbline.simulation;

import java.util.List;
import java.util.Optional;
import plumbline.method.Operation;
import plumbline.method.State;
import plumbline.problem.Cosine;
import plumbline.problem.LeastSquares;
import plumbline.problem.Logistic;
import plumbline.problem.Problem;
import plumbline.quantity.Quantity;

/** Why no engine can take a plan, as sentences for the user. */
final class Refusals {
  private Refusals() {}

  static Optional<String> of(Plan plan) {
    Problem problem = plan.recursion().problem();
    if (plan.last() >= Integer.MAX_VALUE) {
      return Optional.of(
          "the plan reads iteration " + plan.last() + ": engines number iterations below 2^31");
    }
    if (plan.recursion().oracle().batch() > 0
        && !(problem instanceof LeastSquares || problem instanceof Logistic)) {
      return Optional.of("indices can be drawn from a finite sum only, got " + problem.name());
    }
    Optional<String> method = ofMethod(plan.recursion().method().step());
    if (method.isPresent()) {
      return method;
    }
    int d = problem.dimension();
    Optional<Channel> beyond =
        plan.channels().stream().filter(c -> c.coordinate() >= d).findFirst();
    return beyond.isPresent()
        ? beyond.map(c -> "coordinate " + c.coordinate() + " is read where the dimension is " + d)
        : plan.channels().stream()
            .flatMap(c -> ofQuantity(c.quantity(), problem).stream())
            .findFirst();
  }

  private static Optional<String> ofMethod(List<Operation> step) {
    for (Operation operation : step) {
      if (operation instanceof Operation.Gradient gradient && gradient.at() == State.G) {
        return Optional.of("a gradient is taken at W, M, V or U, got G");
      }
      if (operation instanceof Operation.Square square
          && (square.into() == State.W || square.into() == State.G)) {
        return Optional.of("squares are gathered in M, V or U, got " + square.into());
      }
    }
    long gradients = step.stream().filter(o -> o instanceof Operation.Gradient).count();
    return gradients == 1
        ? Optional.empty()
        : Optional.of("a step takes one gradient, so that it draws once; got " + gradients);
  }

  private static Optional<String> ofQuantity(Quantity quantity, Problem problem) {
    boolean nearest = quantity == Quantity.DISTANCE_TO_MINIMA_SQUARED;
    if (!nearest && quantity != Quantity.DISTANCE_SQUARED) {
      return Optional.empty();
    }
    return problem.minimizer().isPresent() || (nearest && problem instanceof Cosine)
        ? Optional.empty()
        : Optional.of(
            "the "
                + quantity.title()
                + " needs a known minimizer, and none is given for "
                + problem.name());
  }
}
