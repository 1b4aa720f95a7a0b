package plumbline.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plumbline.lanes.Codes;
import plumbline.lanes.Program;
import plumbline.lanes.Segment;
import plumbline.method.Operation;
import plumbline.method.State;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.random.Address;
import plumbline.random.Purpose;
import plumbline.recursion.Start;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;

/** A plan as the numbers that a kernel interprets. */
final class Tables {
  // iterations a segment: short enough to cancel soon, long enough that launching costs nothing;
  // a launch on a device sends and fetches all arrays, which takes a millisecond
  private static final int FEWEST = 256;
  private static final int MOST = 4096;

  /**
   * Products, {@link plumbline.problem.Problem#work}; about a tenth of a second of 1024 replicas.
   */
  private static final int WORK = 1 << 15;

  private final Plan plan;
  private final List<Segment> segments;
  private final Schedule schedule;

  Tables(Plan plan) {
    this(plan, Math.max(FEWEST, Math.min(MOST, WORK / work(plan))));
  }

  /**
   * @param most iterations a segment, at least 1
   */
  Tables(Plan plan, int most) {
    this.plan = plan;
    schedule = new Schedule(plan);
    segments = fill((int) Math.min(most, plan.last()));
  }

  private static int work(Plan plan) {
    long products = plan.recursion().problem().work(plan.recursion().oracle().batch());
    return (int) Math.max(1, Math.min(WORK, products));
  }

  Plan plan() {
    return plan;
  }

  /** All tables, in order. They grow with the iterations, not with the replicas. */
  List<Segment> segments() {
    return segments;
  }

  private List<Segment> fill(int span) {
    int last = (int) plan.last();
    List<Schedule.Events> events = new ArrayList<>();
    int most = 1;
    for (int first = 1; first <= last; first += span) {
      Schedule.Events found = schedule.events(first, Math.min(last, first + span - 1));
      most = Math.max(most, found.count());
      events.add(found);
    }
    List<Segment> made = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      int first = 1 + i * span;
      int end = Math.min(last, first + span - 1);
      Schedule.Events found = events.get(i);
      made.add(
          new Segment(
              first,
              end,
              coefficients(first, end, span),
              Arrays.copyOf(found.bounds(), 2 * span + 1),
              Arrays.copyOf(found.codes(), Codes.EVENT_INTS * most),
              Arrays.copyOf(found.numbers(), most)));
    }
    return List.copyOf(made);
  }

  private double[] coefficients(int first, int last, int span) {
    List<Operation> step = plan.recursion().method().step();
    Stepsize stepsize = plan.recursion().stepsize();
    double[] table = new double[span * step.size() * Codes.OPERATION_DOUBLES];
    int at = 0;
    for (long k = first; k <= last; k++) {
      for (Operation operation : step) {
        if (operation instanceof Operation.Combine c) {
          table[at] = c.a().at(stepsize, k);
          table[at + 1] = c.b().at(stepsize, k);
        } else if (operation instanceof Operation.Square s) {
          table[at] = s.a().at(stepsize, k);
          table[at + 1] = s.b().at(stepsize, k);
        }
        at += Codes.OPERATION_DOUBLES;
      }
    }
    return table;
  }

  Program program(long seed) {
    Oracle oracle = plan.recursion().oracle();
    Start start = plan.recursion().start();
    int dimension = plan.recursion().problem().dimension();
    boolean unscaled = oracle.scaling().entries().stream().allMatch(h -> h.doubleValue() == 1);
    return new Program(
        Address.key(seed, Address.hash(plan.stream())),
        purposes(),
        operations(),
        oracle.batch(),
        unscaled ? new double[0] : oracle.scaling().toArray(),
        oracle.multiplicative().isZero() ? Codes.NONE : code(oracle.multiplicativeLaw()),
        Math.sqrt(oracle.multiplicative().doubleValue()),
        oracle.totalVariance().isZero() ? Codes.NONE : code(oracle.additiveLaw()),
        roots(oracle.additive()),
        start instanceof Start.At at ? at.point().toArray() : new double[dimension],
        start instanceof Start.Normal normal ? normal.deviation().doubleValue() : 0,
        plan.channels().size(),
        schedule.totals(),
        schedule.steps());
  }

  /** The last step that is made. */
  int steps() {
    return schedule.steps();
  }

  /** How many of m, v, u the method uses. */
  int memories() {
    int most = 0;
    int[] codes = operations();
    for (int i = 0; i < codes.length; i++) {
      if (i % Codes.OPERATION_INTS > 0) {
        most = Math.max(most, codes[i] - State.G.ordinal());
      }
    }
    return most;
  }

  private int[] purposes() {
    return Arrays.stream(Purpose.values()).mapToInt(p -> p.word(plan.purpose())).toArray();
  }

  private int[] operations() {
    List<Operation> step = plan.recursion().method().step();
    int[] codes = new int[step.size() * Codes.OPERATION_INTS];
    for (int i = 0; i < step.size(); i++) {
      int at = Codes.OPERATION_INTS * i;
      if (step.get(i) instanceof Operation.Gradient gradient) {
        codes[at] = Codes.GRADIENT;
        codes[at + 2] = gradient.at().ordinal();
      } else if (step.get(i) instanceof Operation.Combine combine) {
        codes[at] = Codes.COMBINE;
        codes[at + 1] = combine.into().ordinal();
        codes[at + 2] = combine.from().ordinal();
      } else if (step.get(i) instanceof Operation.Square square) {
        codes[at] = Codes.SQUARE;
        codes[at + 1] = square.into().ordinal();
      }
    }
    return codes;
  }

  private static double[] roots(Vector variances) {
    return variances.entries().stream().mapToDouble(x -> Math.sqrt(x.doubleValue())).toArray();
  }

  private static int code(Law law) {
    return switch (law) {
      case GAUSSIAN -> Codes.GAUSSIAN;
      case RADEMACHER -> Codes.RADEMACHER;
      case SPHERE -> Codes.SPHERE;
      case STUDENT4 -> Codes.STUDENT4;
      case STUDENT8 -> Codes.STUDENT8;
    };
  }
}
