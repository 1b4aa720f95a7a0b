package plumbline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import javax.tools.JavaCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packages form one total order, and a package imports only those before it: so a theorem
 * cannot reach an engine or a verdict, and a page cannot compute.
 */
class PackageOrderTest {
  /** Plots stand before reports, because a page shows pictures. */
  private static final List<String> ORDER =
      List.of(
          "card",
          "series",
          "formula",
          "random",
          "lanes",
          "problem",
          "oracle",
          "stepsize",
          "method",
          "quantity",
          "recursion",
          "data",
          "layer",
          "transport",
          "decision",
          "exact",
          "theorem",
          "theorems",
          "simulation",
          "verdict",
          "check",
          "grade",
          "benchmark",
          "plot",
          "report",
          "junit",
          "notebook",
          "lab",
          "cli");

  private static final Set<String> MAY_USE_APARAPI = Set.of("random", "lanes", "simulation");

  private static final Pattern LINE = Pattern.compile("^\\s+(\\S+)\\s+->\\s+(\\S+)\\s+\\S.*$");

  /** One package that uses another. */
  private record Edge(String from, String to) {}

  @Test
  void packagesImportOnlyThoseBeforeThem() throws Exception {
    List<Edge> edges = edges(Path.of("target/classes"));
    assertEquals(List.of(), breaches(edges));

    Set<String> packages = new TreeSet<>();
    edges.forEach(edge -> packages.add(edge.from()));
    long own = edges.stream().filter(edge -> edge.to().startsWith("plumbline.")).count();
    // 24 packages with 94 edges among them on the day this was written; a scan that sees far
    // fewer is a scan of something else
    assertTrue(packages.size() >= 23, () -> "saw only " + packages);
    assertTrue(own >= 90, () -> "saw only " + own + " edges between packages");
    assertTrue(
        edges.contains(new Edge("plumbline.lanes", "com.aparapi")), "did not see Aparapi at all");
  }

  @Test
  void aTheoremThatReachesForAnEngineIsFoundInItsClassFile(@TempDir Path folder) throws Exception {
    Path source = folder.resolve("Reaching.java");
    Files.writeString(
        source,
        """
        package plumbline.theorems.fixture;
        class Reaching {
          plumbline.simulation.Engine engine;
          plumbline.series.Vector allowed;
        }
        """);
    compile(folder, source);
    assertEquals(
        List.of("plumbline.theorems.fixture imports plumbline.simulation, which stands after it"),
        breaches(edges(folder)));
  }

  @Test
  void everyKindOfBreachIsNamed() {
    assertEquals(
        List.of(
            "plumbline.theorems.bottou imports plumbline.theorems.cevher, its sibling",
            "plumbline.util has no place in the order",
            "plumbline.problem imports com.aparapi, which is for [lanes, random, simulation] alone",
            "plumbline.card imports plumbline.series, which stands after it"),
        breaches(
            List.of(
                new Edge("plumbline.theorems.bottou", "plumbline.theorems.cevher"),
                new Edge("plumbline.theorems.bottou", "plumbline.theorems"),
                new Edge("plumbline.util", "java.lang"),
                new Edge("plumbline.problem", "com.aparapi"),
                new Edge("plumbline.lanes", "com.aparapi"),
                new Edge("plumbline.card", "plumbline.series"),
                new Edge("plumbline.series", "plumbline.card"))));
  }

  private static List<String> breaches(List<Edge> edges) {
    List<String> found = new ArrayList<>();
    for (Edge edge : edges) {
      int from = ORDER.indexOf(top(edge.from()));
      if (from < 0) {
        found.add(edge.from() + " has no place in the order");
      } else if (edge.to().startsWith("com.aparapi")) {
        if (!MAY_USE_APARAPI.contains(top(edge.from()))) {
          found.add(
              "%s imports %s, which is for %s alone"
                  .formatted(edge.from(), edge.to(), new TreeSet<>(MAY_USE_APARAPI)));
        }
      } else if (edge.to().startsWith("plumbline")) {
        int to = ORDER.indexOf(top(edge.to()));
        if (to < 0) {
          found.add(edge.to() + " has no place in the order");
        } else if (to > from) {
          found.add(edge.from() + " imports " + edge.to() + ", which stands after it");
        } else if (to == from && !edge.from().startsWith(edge.to() + ".")) {
          found.add(edge.from() + " imports " + edge.to() + ", its sibling");
        }
      }
    }
    return found.stream().distinct().toList();
  }

  /** "theorems" of "plumbline.theorems.bottou". */
  private static String top(String name) {
    String[] parts = name.split("\\.");
    return parts.length < 2 ? "" : parts[1];
  }

  private static List<Edge> edges(Path classes) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        ToolProvider.findFirst("jdeps")
            .orElseThrow(() -> new AssertionError("no jdeps: run the tests on a JDK"))
            .run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "--multi-release",
                "base",
                "-verbose:package",
                classes.toString());
    assertEquals(0, status, () -> "jdeps: " + err + out);
    return out.toString()
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(m -> new Edge(m.group(1), m.group(2)))
        .toList();
  }

  private static void compile(Path folder, Path source) {
    JavaCompiler compiler = javax.tools.ToolProvider.getSystemJavaCompiler();
    StringWriter err = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  err,
                  files,
                  null,
                  List.of("-cp", "target/classes", "-proc:none", "-d", folder.toString()),
                  null,
                  files.getJavaFileObjects(source))
              .call();
      assertTrue(compiled, err::toString);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
