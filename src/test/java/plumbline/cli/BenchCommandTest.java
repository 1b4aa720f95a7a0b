package plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertEquals(0, run("bench", "w4", "--rounds", "1", "--threads", "1", "--json"));
    JsonNode row = new ObjectMapper().readTree(out.toString()).get(0);
    assertEquals("W4", row.get("workload").asText());
    assertEquals("cpu, 1 thread", row.get("place").asText());
    assertTrue(row.get("wall").asDouble() > 0);
    out.getBuffer().setLength(0);
    assertEquals(0, run("bench", "W4", "--rounds", "1", "--threads", "1", "--threads", "2"));
    assertTrue(out.toString().startsWith("W4  perturbed SG"), out.toString());
    assertTrue(out.toString().contains("cpu, 2 threads"), out.toString());
    assertTrue(out.toString().endsWith("medians of interleaved rounds: 1\n"), out.toString());
  }
}
