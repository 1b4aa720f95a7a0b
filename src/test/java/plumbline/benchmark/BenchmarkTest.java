package plumbline.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.simulation.CpuEngine;
import plumbline.simulation.Engine;

class BenchmarkTest {
  @Test
  void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
    assertEquals(2, Benchmark.median(List.of(9.0, 1.0, 2.0)));
    assertEquals(3, Benchmark.median(List.of(9.0, 1.0, 2.0, 4.0)));
  }

  /** One round that is not counted, then the counted ones, each over all workloads and places. */
  @Test
  void roundsAreInterleavedAndTheFirstIsNotCounted() throws InterruptedException {
    List<String> ran = new ArrayList<>();
    try (Engine a = new CpuEngine(1);
        Engine b = new CpuEngine(1)) {
      List<Workload> workloads =
          Stream.of("x", "y")
              .map(name -> new Workload(name, "", "unit", 4, e -> ran.add(name + (e == a))))
              .toList();
      List<Benchmark.Place> places =
          List.of(new Benchmark.Place("a", a), new Benchmark.Place("b", b));
      List<Benchmark.Row> rows = new Benchmark(workloads, places).run(2, before -> {});
      List<String> round = List.of("xtrue", "xfalse", "ytrue", "yfalse");
      assertEquals(Stream.of(round, round, round).flatMap(List::stream).toList(), ran);
      assertEquals(
          List.of("x a 2", "x b 2", "y a 2", "y b 2"),
          rows.stream().map(r -> r.workload() + " " + r.place() + " " + r.rounds()).toList());
      // 4 units a run; a quotient and a product of doubles are off by an ulp each
      for (Benchmark.Row row : rows) {
        assertTrue(row.wall() > 0);
        assertEquals(1, row.seconds() * 1e9 / 4 / row.wall(), 1e-15);
      }
    }
  }
}
