package plumbline.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import plumbline.simulation.Engine;

/**
 * Interleaved rounds of workloads on engines, after one round that is not counted. Interleaved, so
 * that a machine that slows down slows all of them; the median, so that one bad round is not seen.
 */
public final class Benchmark {
  /**
   * A place to run.
   *
   * @param name of the engine, with its threads
   */
  public record Place(String name, Engine engine) {}

  /**
   * Medians over rounds.
   *
   * @param wall nanoseconds a unit, by the clock
   * @param cpu nanoseconds a unit, of all threads of this process, the compiler's included
   * @param seconds of one run, by the clock
   */
  public record Row(
      String workload,
      String what,
      String place,
      String unit,
      int rounds,
      double wall,
      double cpu,
      double seconds) {}

  private record Case(Workload workload, Place place) {}

  private record Times(List<Double> wall, List<Double> cpu) {
    Times() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final List<Workload> workloads;
  private final List<Place> places;

  public Benchmark(List<Workload> workloads, List<Place> places) {
    this.workloads = List.copyOf(workloads);
    this.places = List.copyOf(places);
  }

  /**
   * @param rounds that count, at least 1
   * @param before is told what runs next
   */
  public List<Row> run(int rounds, Consumer<String> before) throws InterruptedException {
    Map<Case, Times> times = new LinkedHashMap<>();
    for (int round = 0; round <= rounds; round++) {
      for (Workload workload : workloads) {
        for (Place place : places) {
          before.accept(workload.name() + " on " + place.name() + ", round " + round);
          Times found = times.computeIfAbsent(new Case(workload, place), c -> new Times());
          time(workload, place, round > 0 ? found : new Times());
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    times.forEach((of, found) -> rows.add(row(of, found)));
    return rows;
  }

  private void time(Workload workload, Place place, Times into) throws InterruptedException {
    long cpu = system.getProcessCpuTime();
    long wall = System.nanoTime();
    workload.run().on(place.engine());
    into.wall().add((double) (System.nanoTime() - wall));
    into.cpu().add((double) (system.getProcessCpuTime() - cpu));
  }

  private static Row row(Case of, Times found) {
    double units = of.workload().units();
    double wall = median(found.wall());
    return new Row(
        of.workload().name(),
        of.workload().what(),
        of.place().name(),
        of.workload().unit(),
        found.wall().size(),
        wall / units,
        median(found.cpu()) / units,
        wall / 1e9);
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int n = sorted.size();
    return n % 2 == 1 ? sorted.get(n / 2) : (sorted.get(n / 2 - 1) + sorted.get(n / 2)) / 2;
  }
}
