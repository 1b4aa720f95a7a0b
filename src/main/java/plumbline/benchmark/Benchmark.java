package plumbline.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import plumbline.simulation.Engine;

/**
 * Interleaved rounds of workloads on engines. Interleaved, so that a machine that slows down slows
 * all of them; the median, so that one bad round is not seen, beside the least and the most, so
 * that it is.
 *
 * <p>What is to be timed warm runs, interleaved in the same way, until it has run for the seconds
 * of {@link Pace#warmUp} and at least once; none of that counts. One such run would not do: the
 * shortest workload takes a tenth of a second, and for a second or two most of the time is the JIT
 * compiler's. A counted round repeats a workload as often as fills {@link Pace#round}.
 *
 * <p>What is to be timed cold never runs in this Java machine: each round is left to {@link Cold}.
 */
public final class Benchmark {
  /**
   * A place to run.
   *
   * @param name of the engine, with its threads
   * @param options of the command line that names this place
   */
  public record Place(String name, List<String> options, Engine engine) {}

  /**
   * How long to run.
   *
   * @param warmUp seconds of every workload on every place that do not count
   * @param round seconds that a counted round takes at least
   */
  public record Pace(double warmUp, double round) {
    public static final Pace STANDARD = new Pace(3, 0.5);
  }

  /**
   * Nanoseconds.
   *
   * @param wall by the clock
   * @param cpu of all threads of the process, the compiler's included
   */
  public record Spent(long wall, long cpu) {}

  /** One run from the start of a fresh Java machine. */
  public interface Cold {
    Spent run(Workload workload, Place place) throws InterruptedException;
  }

  /** What time it is. */
  interface Clock {
    Spent now();
  }

  /**
   * Medians over rounds.
   *
   * @param rounds that count
   * @param runs in each of them
   * @param warmUp seconds run before them; 0 of a cold one
   * @param wall nanoseconds a unit, by the clock
   * @param cpu nanoseconds a unit, of all threads of the process, the compiler's included
   * @param seconds of one run, by the clock
   */
  public record Row(
      String workload,
      String what,
      String place,
      String unit,
      int rounds,
      long runs,
      double warmUp,
      Spread wall,
      Spread cpu,
      double seconds) {}

  private final List<Case> cases = new ArrayList<>();
  private final Pace pace;
  private final Cold cold;
  private final Clock clock;

  public Benchmark(List<Workload> workloads, List<Place> places, Pace pace, Cold cold) {
    this(workloads, places, pace, cold, Benchmark::now);
  }

  Benchmark(List<Workload> workloads, List<Place> places, Pace pace, Cold cold, Clock clock) {
    for (Workload workload : workloads) {
      for (Place place : places) {
        cases.add(new Case(workload, place));
      }
    }
    this.pace = pace;
    this.cold = cold;
    this.clock = clock;
  }

  private static Spent now() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Spent(System.nanoTime(), system.getProcessCpuTime());
  }

  /**
   * @param rounds that count, at least 1
   * @param before is told what runs next
   */
  public List<Row> run(int rounds, Consumer<String> before) throws InterruptedException {
    List<Case> due = cases.stream().filter(c -> c.due(pace)).toList();
    while (!due.isEmpty()) {
      for (Case of : due) {
        before.accept(of.name() + ", warm-up");
        of.warmed(time(of));
      }
      due = due.stream().filter(c -> c.due(pace)).toList();
    }
    cases.forEach(of -> of.fill(pace));
    for (int round = 1; round <= rounds; round++) {
      for (Case of : cases) {
        before.accept(of.name() + ", round " + round);
        of.counted(time(of));
      }
    }
    return cases.stream().map(Case::row).toList();
  }

  private Spent time(Case of) throws InterruptedException {
    if (of.cold()) {
      return cold.run(of.workload, of.place);
    }
    Spent from = clock.now();
    for (long i = 0; i < of.runs; i++) {
      of.workload.run().on(of.place.engine());
    }
    Spent to = clock.now();
    return new Spent(to.wall() - from.wall(), to.cpu() - from.cpu());
  }

  /** A workload on a place, and what is known of it so far. */
  private static final class Case {
    final Workload workload;
    final Place place;
    final List<Double> wall = new ArrayList<>();
    final List<Double> cpu = new ArrayList<>();
    long runs = 1;
    long warm;
    long fastest = Long.MAX_VALUE;

    Case(Workload workload, Place place) {
      this.workload = workload;
      this.place = place;
    }

    String name() {
      return workload.name() + " on " + place.name();
    }

    boolean cold() {
      return workload.heat() == Workload.Heat.COLD;
    }

    /** Whether there is warm-up left to do. */
    boolean due(Pace pace) {
      return !cold() && (fastest == Long.MAX_VALUE || warm < pace.warmUp() * 1e9);
    }

    void warmed(Spent spent) {
      warm += spent.wall();
      fastest = Math.max(1, Math.min(fastest, spent.wall()));
    }

    /** Chooses how many runs make a round. */
    void fill(Pace pace) {
      if (!cold()) {
        runs = Math.max(1, (long) Math.ceil(pace.round() * 1e9 / fastest));
      }
    }

    void counted(Spent spent) {
      wall.add((double) spent.wall());
      cpu.add((double) spent.cpu());
    }

    Row row() {
      double units = workload.units() * runs;
      Spread took = Spread.of(wall);
      return new Row(
          workload.name(),
          workload.what(),
          place.name(),
          workload.unit(),
          wall.size(),
          runs,
          warm / 1e9,
          took.over(units),
          Spread.of(cpu).over(units),
          took.median() / runs / 1e9);
    }
  }
}
