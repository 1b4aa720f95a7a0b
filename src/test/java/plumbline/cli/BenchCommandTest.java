package plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.benchmark.Benchmark;
import plumbline.benchmark.Workload;
import plumbline.benchmark.Workloads;
import plumbline.simulation.CpuEngine;
import plumbline.simulation.Engine;

/** What {@code bench} takes and prints; no time is asserted. */
class BenchCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.run(arguments, new PrintWriter(out), new PrintWriter(err, true));
  }

  @ParameterizedTest
  @CsvSource({
    "bench W9, 'there is no workload W9; there are W1, W2, W3, W4, W5, W6'",
    "bench W4 --rounds 0, --rounds 0 is below 1",
    "bench W4 --warm-up -1, --warm-up -1.0 is below 0",
    "bench W4 --threads 0, 'an engine needs at least one thread, got 0'",
    "bench W4 --device nowhere, --device nowhere",
  })
  void badInputIsSaidInOneSentence(String line, String sentence) {
    assertEquals(2, run(line.split(" ")));
    assertTrue(err.toString().contains(sentence), err.toString());
    assertEquals(1, err.toString().lines().filter(l -> !l.startsWith("WARNING")).count());
  }

  @Test
  void rowsComeAsATableOrAsJson() throws IOException {
    assertEquals(
        0, run("bench", "w4", "--rounds", "1", "--warm-up", "0", "--threads", "1", "--json"));
    JsonNode row = new ObjectMapper().readTree(out.toString()).get(0);
    assertEquals("W4", row.get("workload").asText());
    assertEquals("cpu, 1 thread", row.get("place").asText());
    assertTrue(row.get("runs").asInt() >= 1);
    assertTrue(row.get("warmUp").asDouble() > 0);
    for (String end : List.of("least", "median", "most")) {
      // one round: all the same
      assertEquals(row.get("wall").get("least"), row.get("wall").get(end));
      assertTrue(row.get("cpu").get(end).asDouble() > 0);
    }
    out.getBuffer().setLength(0);
    assertEquals(0, run("bench W4 --rounds 1 --warm-up 0.2 --threads 1 --threads 2".split(" ")));
    assertTrue(out.toString().startsWith("W4  perturbed SG"), out.toString());
    assertTrue(out.toString().contains("cpu, 2 threads"), out.toString());
    assertTrue(
        out.toString().endsWith("medians of 1 interleaved rounds after 0.2 s of warm-up each\n"),
        out.toString());
  }

  /**
   * What the other side of a cold run prints, in this Java machine, which is older than its run.
   */
  @Test
  void aRunSinceTheStartPrintsTwoTimes() {
    long before = System.nanoTime();
    assertEquals(0, run("bench", "W4", Fresh.OPTION, "--threads", "1"));
    long took = System.nanoTime() - before;
    Benchmark.Spent spent = Fresh.account(out.toString(), 0, List.of());
    assertTrue(spent.wall() > took - 2_000_000, spent + " after " + took);
    assertTrue(spent.cpu() > 0);
  }

  /** W4 is not a cold one, but short. A Java machine that does not start is told with its words. */
  @Test
  void aColdRunHasAJavaMachineOfItsOwn() throws InterruptedException {
    Workload saddle = Workloads.all().get(3);
    try (Engine engine = new CpuEngine(1)) {
      long before = System.nanoTime();
      Benchmark.Spent spent =
          new Fresh().run(saddle, new Benchmark.Place("", List.of("--threads", "1"), engine));
      long took = System.nanoTime() - before;
      assertTrue(spent.wall() > 0 && spent.wall() < took, spent + " of " + took);
      assertTrue(spent.cpu() > 0);
      Benchmark.Place nowhere = new Benchmark.Place("", List.of("--threads", "0"), engine);
      InputException told =
          assertThrows(InputException.class, () -> new Fresh().run(saddle, nowhere));
      assertTrue(told.getMessage().contains("ended with status 2"), told.getMessage());
      assertTrue(told.getMessage().endsWith("bench W4 --since-start --threads 0"));
    }
  }

  @Test
  void timesHaveThreeDigitsAndAUnit() {
    assertEquals("2.61 ns", BenchCommand.time(2.61234));
    assertEquals("15.6 ns", BenchCommand.time(15.61));
    assertEquals("321 ms", BenchCommand.time(321.4e6));
    assertEquals("61.2 s", BenchCommand.time(61.23e9));
    assertEquals("4000 s", BenchCommand.time(4000e9));
  }
}
