package plumbline.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.simulation.CpuEngine;
import plumbline.simulation.Engine;

/** On a clock that only runs of workloads move, half as fast for the CPU. */
class BenchmarkTest {
  private static final long SECOND = 1_000_000_000;

  private final List<String> ran = new ArrayList<>();
  private long nanoseconds;

  private Workload warm(String name, long units, long... lengths) {
    return new Workload(
        name,
        "",
        "unit",
        units,
        Workload.Heat.WARM,
        engine -> {
          long before = ran.stream().filter(name::equals).count();
          ran.add(name);
          nanoseconds += lengths[(int) Math.min(before, lengths.length - 1)];
        });
  }

  private List<Benchmark.Row> run(
      List<Workload> workloads, List<Benchmark.Place> places, Benchmark.Cold cold, int rounds)
      throws InterruptedException {
    return new Benchmark(
            workloads,
            places,
            new Benchmark.Pace(3, 0.5),
            cold,
            () -> new Benchmark.Spent(nanoseconds, nanoseconds / 2))
        .run(rounds, before -> {});
  }

  private static Benchmark.Spent never(Workload workload, Benchmark.Place place) {
    throw new AssertionError(workload.name() + " was taken for a cold one");
  }

  @Test
  void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
    assertEquals(new Spread(2, 1, 9), Spread.of(List.of(9.0, 1.0, 2.0)));
    assertEquals(new Spread(3, 1, 9), Spread.of(List.of(9.0, 1.0, 2.0, 4.0)));
  }

  /** x is warm after two runs of 2 s, y after one of 4 s; then both take turns. */
  @Test
  void roundsAreInterleavedAfterAWarmUpThatIsNotCounted() throws InterruptedException {
    try (Engine engine = new CpuEngine(1)) {
      List<Benchmark.Place> here = List.of(new Benchmark.Place("here", List.of(), engine));
      List<Workload> workloads =
          List.of(
              warm("x", 4, 2 * SECOND, 2 * SECOND, SECOND, 3 * SECOND, 8 * SECOND),
              warm("y", 1, 4 * SECOND));
      List<Benchmark.Row> rows = run(workloads, here, BenchmarkTest::never, 3);
      assertEquals(List.of("x", "y", "x", "x", "y", "x", "y", "x", "y"), ran);
      // the counted runs of x took 1, 3 and 8 s, and made 4 units each
      Spread wall = new Spread(0.75 * SECOND, 0.25 * SECOND, 2.0 * SECOND);
      Spread cpu = new Spread(0.375 * SECOND, 0.125 * SECOND, 1.0 * SECOND);
      assertEquals(new Benchmark.Row("x", "", "here", "unit", 3, 1, 4, wall, cpu, 3), rows.get(0));
      assertEquals(4, rows.get(1).warmUp());
    }
  }

  /** Warm after 1.1 s and ten runs of 0.2 s; three of these fill half a second. */
  @Test
  void aShortWorkloadRunsSeveralTimesARound() throws InterruptedException {
    try (Engine engine = new CpuEngine(1)) {
      List<Benchmark.Place> here = List.of(new Benchmark.Place("here", List.of(), engine));
      List<Workload> short1 = List.of(warm("s", 2, 11 * SECOND / 10, SECOND / 5));
      List<Benchmark.Row> rows = run(short1, here, BenchmarkTest::never, 2);
      assertEquals(Collections.nCopies(1 + 10 + 2 * 3, "s"), ran);
      assertEquals(3, rows.get(0).runs());
      assertEquals(3.1, rows.get(0).warmUp());
      // 0.2 s a run of 2 units
      assertEquals(SECOND / 10.0, rows.get(0).wall().most());
      assertEquals(0.2, rows.get(0).seconds());
    }
  }

  /** Every workload on every place, in each round. */
  @Test
  void eachPlaceHasARow() throws InterruptedException {
    try (Engine a = new CpuEngine(1);
        Engine b = new CpuEngine(1)) {
      List<Benchmark.Place> places =
          List.of(new Benchmark.Place("a", List.of(), a), new Benchmark.Place("b", List.of(), b));
      List<Workload> workloads =
          Stream.of("x", "y")
              .map(
                  name ->
                      new Workload(
                          name,
                          "",
                          "unit",
                          1,
                          Workload.Heat.WARM,
                          engine -> {
                            ran.add(name + (engine == a ? " a" : " b"));
                            nanoseconds += 3 * SECOND;
                          }))
              .toList();
      List<Benchmark.Row> rows = run(workloads, places, BenchmarkTest::never, 1);
      List<String> round = List.of("x a", "x b", "y a", "y b");
      assertEquals(Stream.of(round, round).flatMap(List::stream).toList(), ran);
      assertEquals(round, rows.stream().map(r -> r.workload() + " " + r.place()).toList());
    }
  }

  /** What is cold never runs here, has no warm-up, and runs once a round however short. */
  @Test
  void coldWorkloadsAreLeftToOthers() throws InterruptedException {
    try (Engine engine = new CpuEngine(1)) {
      List<Benchmark.Place> here = List.of(new Benchmark.Place("here", List.of("-o"), engine));
      Workload cold =
          new Workload(
              "c",
              "",
              "run",
              1,
              Workload.Heat.COLD,
              e -> {
                throw new AssertionError("ran in this Java machine");
              });
      List<Benchmark.Row> rows =
          run(
              List.of(warm("x", 1, 4 * SECOND), cold),
              here,
              (workload, place) -> {
                ran.add(workload.name() + place.options());
                return new Benchmark.Spent(100 + ran.size(), 7);
              },
              2);
      assertEquals(List.of("x", "x", "c[-o]", "x", "c[-o]"), ran);
      Spread wall = new Spread(104, 103, 105);
      assertEquals(
          new Benchmark.Row("c", "", "here", "run", 2, 1, 0, wall, new Spread(7, 7, 7), 104 / 1e9),
          rows.get(1));
    }
  }
}
