package plumbline.exact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import plumbline.formula.Arithmetic;
import plumbline.method.Operation;
import plumbline.method.State;
import plumbline.random.Address;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;

/**
 * One replica again, with the draws that the engines give it, in any arithmetic: in 40 digits it
 * tells rounding from a difference, in doubles it is what the lanes are tested against.
 *
 * @param <T> the numbers
 */
public final class Replay<T extends CalculusFieldElement<T>> {
  private final Arithmetic<T> in;
  private final Reading reading;
  private final Recursion of;
  private final ReplayedOracle<T> oracle;
  private final Schedule<T> schedule;
  private final Map<State, List<T>> states = new EnumMap<>(State.class);
  private final List<T> values = new ArrayList<>();
  private T sum;

  private Replay(Arithmetic<T> in, Reading reading, ReplayedOracle<T> oracle, Start.At start) {
    this.in = in;
    this.reading = reading;
    this.of = reading.of();
    this.oracle = oracle;
    this.schedule = new Schedule<>(in, of.stepsize());
    this.sum = in.of(0);
    int d = of.problem().dimension();
    for (State state : State.values()) {
      states.put(state, Collections.nCopies(d, in.of(0)));
    }
    states.put(State.W, start.point().entries().stream().map(in::of).toList());
  }

  /**
   * The reading's values at its checkpoints.
   *
   * @param at the run's seed, the instance and the replica; iteration, slot and purpose are ours
   * @return empty where the start is no point, or the objective or the quantity is out of reach
   */
  public static <T extends CalculusFieldElement<T>> Optional<List<T>> values(
      Arithmetic<T> in, Reading reading, Address at) {
    if (!(reading.of().start() instanceof Start.At start)) {
      return Optional.empty();
    }
    Optional<ReplayedProblem<T>> problem = ReplayedProblem.of(in, reading.of().problem());
    if (problem.isEmpty() || !problem.get().knows(reading.quantity())) {
      return Optional.empty();
    }
    ReplayedOracle<T> oracle = new ReplayedOracle<>(in, reading.of(), problem.get(), at);
    return Optional.of(new Replay<>(in, reading, oracle, start).walk());
  }

  private List<T> walk() {
    long last = reading.checkpoints().last();
    boolean drawn = reading.quantity().isOfOracle();
    for (long k = 1; k <= last; k++) {
      if (!drawn) {
        gather(k);
      }
      if (k < last || drawn) {
        step(k, drawn);
      }
    }
    return List.copyOf(values);
  }

  private void step(long k, boolean drawn) {
    for (Operation operation : of.method().step()) {
      if (operation instanceof Operation.Gradient gradient) {
        states.put(State.G, oracle.at(states.get(gradient.at()), (int) k));
        if (drawn) {
          gather(k);
        }
      } else if (operation instanceof Operation.Combine c) {
        combine(c.into(), schedule.at(c.a(), k), schedule.at(c.b(), k), states.get(c.from()));
      } else if (operation instanceof Operation.Square s) {
        List<T> g = states.get(State.G);
        List<T> squares = g.stream().map(x -> x.multiply(x)).toList();
        combine(s.into(), schedule.at(s.a(), k), schedule.at(s.b(), k), squares);
      }
    }
  }

  private void combine(State into, T a, T b, List<T> from) {
    List<T> x = states.get(into);
    List<T> next = new ArrayList<>();
    for (int j = 0; j < x.size(); j++) {
      next.add(a.multiply(x.get(j)).add(b.multiply(from.get(j))));
    }
    states.put(into, next);
  }

  /** Folds the value at k, and keeps it at a checkpoint. */
  private void gather(long k) {
    boolean wanted = reading.checkpoints().at().contains(k);
    if (reading.fold() == Fold.AT && !wanted) {
      return;
    }
    T value = oracle.problem().value(reading, states.get(State.W), states.get(State.G));
    T folded =
        switch (reading.fold()) {
          case AT -> value;
          case MEAN_TO -> (sum = sum.add(value)).divide(in.of(k));
          case WEIGHTED_SUM_TO -> sum = sum.add(schedule.stepsize(k).multiply(value));
          case MAX_TO -> sum = in.max(sum, value);
        };
    if (wanted) {
      values.add(folded);
    }
  }
}
