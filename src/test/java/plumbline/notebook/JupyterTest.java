package plumbline.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The notebooks through Jupyter itself. Skipped where it is not installed; with
 * PLUMBLINE_JUPYTER=required its absence fails.
 */
class JupyterTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path NOTEBOOKS = Path.of("notebooks-java");

  /** All that Jupyter reads and writes of its own: nothing of the person's who runs the test. */
  @TempDir static Path home;

  /** A program that ran: its exit status, and what it said. */
  private record Ran(int status, String said) {}

  @BeforeAll
  static void install() throws Exception {
    Ran version = new Ran(-1, "");
    try {
      version = run("jupyter", "nbconvert", "--version");
    } catch (IOException e) {
      // no such program
    }
    if (version.status() != 0) {
      if ("required".equals(System.getenv("PLUMBLINE_JUPYTER"))) {
        fail("PLUMBLINE_JUPYTER=required, and `jupyter nbconvert` does not run: " + version.said());
      }
      Assumptions.abort("jupyter nbconvert is not installed");
    }
    KernelSpec.in(home.resolve("data"), KernelSpec.NAME).install(KernelClient.command());
  }

  @Test
  void everyNotebookRunsThroughJupyterAndGivesItsCommittedOutputs() throws Exception {
    List<Path> notebooks;
    try (var files = Files.list(NOTEBOOKS)) {
      notebooks = files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
    assertTrue(notebooks.size() >= 1, "saw no notebook");
    int seen = 0;
    for (Path notebook : notebooks) {
      Ran ran = convert(notebook);
      assertEquals(0, ran.status(), ran.said());
      Path executed = home.resolve("out").resolve(notebook.getFileName());
      assertEquals(List.of(), Outputs.differences(notebook, executed));
      seen += Outputs.of(executed).size();
    }
    int outputs = seen;
    assertTrue(outputs >= 2 * notebooks.size(), () -> "saw only " + outputs + " outputs");
  }

  @Test
  void aCellThatFailsFailsTheConversionWithItsWords() throws Exception {
    ObjectNode root = JSON.createObjectNode().put("nbformat", 4).put("nbformat_minor", 4);
    root.putObject("metadata").putObject("kernelspec").put("name", KernelSpec.NAME);
    ObjectNode cell = root.putArray("cells").addObject().put("cell_type", "code");
    cell.put("source", "int n = 1;\nint m = nowhere;").putNull("execution_count");
    cell.putObject("metadata");
    cell.putArray("outputs");
    ((ObjectNode) root.path("metadata").path("kernelspec"))
        .put("display_name", "Java")
        .put("language", "java");
    Path file = home.resolve("fails.ipynb");
    Files.writeString(file, root.toString());
    Ran ran = convert(file);
    assertEquals(1, ran.status(), ran.said());
    assertTrue(ran.said().contains("line 2: int m = nowhere;"), ran.said());
    assertTrue(ran.said().contains("cannot find symbol"), ran.said());
  }

  private static Ran convert(Path notebook) throws IOException, InterruptedException {
    return run(
        "jupyter",
        "nbconvert",
        "--execute",
        "--to",
        "notebook",
        "--output-dir",
        home.resolve("out").toString(),
        "--ExecutePreprocessor.timeout=300",
        "--ExecutePreprocessor.startup_timeout=300",
        notebook.toString());
  }

  private static Ran run(String... command) throws IOException, InterruptedException {
    Path said = Files.createTempFile(home, "said", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    var environment = builder.environment();
    environment.put("HOME", home.toString());
    environment.put("IPYTHONDIR", home.resolve("ipython").toString());
    environment.put("JUPYTER_DATA_DIR", home.resolve("data").toString());
    environment.put("JUPYTER_RUNTIME_DIR", home.resolve("runtime").toString());
    environment.put("JUPYTER_CONFIG_DIR", home.resolve("config").toString());
    environment.remove("JUPYTER_PATH");
    Process process = builder.redirectOutput(said.toFile()).start();
    if (!process.waitFor(15, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      fail(String.join(" ", command) + " has not ended: " + Files.readString(said));
    }
    return new Ran(process.exitValue(), Files.readString(said));
  }
}
