package plumbline.exact;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.method.Method;
import plumbline.method.Operation;
import plumbline.method.State;

/**
 * A stretch of a step: at most one gradient, and the combinations after it.
 *
 * @param gradientAt where the gradient is taken, if this stretch begins with one
 * @param combinations in order
 */
record Segment(Optional<State> gradientAt, List<Operation.Combine> combinations) {
  Segment {
    combinations = List.copyOf(combinations);
  }

  /** The stretches of a step, or empty where some operation is not linear. */
  static Optional<List<Segment>> of(Method method) {
    List<Segment> segments = new ArrayList<>();
    Optional<State> at = Optional.empty();
    List<Operation.Combine> combinations = new ArrayList<>();
    for (Operation operation : method.step()) {
      if (operation instanceof Operation.Combine combine) {
        combinations.add(combine);
      } else if (operation instanceof Operation.Gradient gradient) {
        if (at.isPresent() || !combinations.isEmpty()) {
          segments.add(new Segment(at, combinations));
        }
        at = Optional.of(gradient.at());
        combinations.clear();
      } else {
        return Optional.empty();
      }
    }
    segments.add(new Segment(at, combinations));
    return Optional.of(List.copyOf(segments));
  }

  /**
   * What has to be remembered from one stretch to the next: w, the memories used, and g only where
   * it is read before it is drawn.
   */
  static List<State> remembered(List<Segment> segments) {
    Set<State> states = EnumSet.of(State.W);
    for (Segment segment : segments) {
      boolean drawn = segment.gradientAt().isPresent();
      segment.gradientAt().ifPresent(states::add);
      for (Operation.Combine combine : segment.combinations()) {
        for (State state : List.of(combine.into(), combine.from())) {
          if (state != State.G || !drawn) {
            states.add(state);
          }
        }
      }
    }
    return List.copyOf(states);
  }
}
