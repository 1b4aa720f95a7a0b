package plumbline.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookRunnerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void cellsShareStateAndShowWhatTheyPrintAndTheirLastExpression() throws IOException {
    Path file =
        notebook(
            "int twice(int n) { return n + shift(n); }\nint shift(int n) { return n; }",
            "int n = 20; // state\n\nSystem.out.println(\"n is \" + n);\nn + 1",
            "n++;\ntwice(n)",
            "String s = \"a\";\ns;",
            "// nothing",
            "s + \"\\nb\"");
    Path out = folder.resolve("out.ipynb");
    new NotebookRunner().run(file, out);
    assertEquals(
        List.of(
            "2 stream n is 20\n",
            "2 execute_result text/plain 21",
            "3 execute_result text/plain 42",
            "6 execute_result text/plain a\nb"),
        outputs(out));
  }

  @Test
  void aCellThatThrowsFailsWithItsMessage() throws IOException {
    Path file = notebook("int n = 1;", "n = 2;\nthrow new IllegalStateException(\"too hot\");");
    byte[] before = Files.readAllBytes(file);
    assertEquals(
        "cell 2 throws java.lang.IllegalStateException: too hot, in"
            + " \"throw new IllegalStateException(\"too hot\");\"",
        refusal(file, Duration.ofMinutes(1)));
    assertTrue(Arrays.equals(before, Files.readAllBytes(file)), "the file was written");
  }

  @Test
  void aCellThatDoesNotCompileFailsWithTheCompilersMessage() throws IOException {
    for (String cell :
        List.of(
            "int n = \"text\";",
            "nowhere + 1",
            "int f() { return nowhere; }",
            "for (int i = 0; i < 3; i++) {",
            "int 3 = x ) ;",
            "int n = 1;\n) n")) {
      String sentence = refusal(notebook("1", cell), Duration.ofMinutes(1));
      assertTrue(sentence.startsWith("cell 2 does not compile: "), cell + " gives " + sentence);
    }
  }

  @Test
  void aCellThatNeverEndsIsEndedByTheWatchdog() throws IOException {
    Path file = notebook("1", "while (true) { }");
    assertEquals(
        "cell 2 has not ended after 1.0 s: shorten it, or give the runner more patience",
        refusal(file, Duration.ofSeconds(1)));
  }

  @Test
  void whatARunTakesOfTheMachineIsPutBackAfterAFailure() throws IOException {
    var before = System.out;
    var handler = Thread.getDefaultUncaughtExceptionHandler();
    refusal(notebook("throw new RuntimeException();"), Duration.ofMinutes(1));
    assertEquals(before, System.out);
    assertEquals(handler, Thread.getDefaultUncaughtExceptionHandler());
  }

  @Test
  void whatIsNoNotebookIsRefused() throws IOException {
    Path file = folder.resolve("not.ipynb");
    Files.writeString(file, "{\"nbformat\": 3, \"worksheets\": []}");
    assertTrue(refusal(file, Duration.ofMinutes(1)).endsWith(": a notebook of format 4 is needed"));
    Files.writeString(file, "{\"nbformat\": 4, \"cells\": [{}, 1]}");
    assertTrue(refusal(file, Duration.ofMinutes(1)).contains(" is no cell"));
    Files.writeString(file, "hello");
    assertTrue(refusal(file, Duration.ofMinutes(1)).contains(" is not JSON "));
  }

  private static String refusal(Path file, Duration patience) {
    return assertThrows(NotebookException.class, () -> new NotebookRunner(patience).run(file, file))
        .getMessage();
  }

  private Path notebook(String... sources) throws IOException {
    ObjectNode root = JSON.createObjectNode().put("nbformat", 4).put("nbformat_minor", 5);
    ArrayNode cells = root.putArray("cells");
    for (String source : sources) {
      cells.addObject().put("cell_type", "code").put("source", source);
    }
    Path file = Files.createTempFile(folder, "made", ".ipynb");
    Files.writeString(file, root.toString());
    return file;
  }

  /** Every output with its cell's number. */
  private static List<String> outputs(Path file) throws IOException {
    List<String> outputs = new ArrayList<>();
    int number = 0;
    for (JsonNode cell : JSON.readTree(Files.readString(file)).path("cells")) {
      number++;
      for (JsonNode output : cell.path("outputs")) {
        String kind = number + " " + output.path("output_type").asText() + " ";
        outputs.add(kind + content(output));
      }
    }
    return outputs;
  }

  private static String content(JsonNode output) {
    JsonNode data = output.path("data");
    return data.has("text/plain")
        ? "text/plain " + NotebookFile.text(data.path("text/plain"))
        : NotebookFile.text(output.path("text"));
  }
}
