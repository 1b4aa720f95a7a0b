package plumbline.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notebooks of notebooks-java/, run without Python. */
class AllNotebooksTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Path.of("notebooks-java");
  private static final Pattern ANSWER = Pattern.compile("answer\\(\"([^\"]+)\", \"\\?\"\\)");

  @TempDir Path folder;

  @Test
  void everyNotebookGivesItsCommittedOutputs() throws IOException {
    List<String> differences = new ArrayList<>();
    for (Path notebook : notebooks()) {
      for (String difference : new NotebookRunner().differences(notebook)) {
        differences.add(notebook.getFileName() + ", " + difference);
      }
    }
    assertEquals(List.of(), differences, "`plumbline notebook FILE` writes the outputs anew");
  }

  @Test
  void thereAreElevenAndTheyHaveWhatTheyAreToHave() throws IOException {
    List<Path> notebooks = notebooks();
    assertEquals(11, notebooks.size(), notebooks::toString);
    int cells = 0;
    int pictures = 0;
    for (Path notebook : notebooks) {
      List<ObjectNode> code = code(notebook);
      assertTrue(code.size() >= 5 && code.size() <= 11, notebook + ": " + code.size() + " cells");
      assertEquals("parameters", code.get(0).path("id").asText(), notebook.toString());
      cells += code.size();
      for (Outputs.Output output : Outputs.of(notebook)) {
        pictures += output.kind().equals("image/png") ? 1 : 0;
      }
    }
    // counted by hand
    assertEquals(82, cells);
    assertEquals(20, pictures);
  }

  @Test
  void everyPictureCarriesItsCurvesAndWordsForThoseWhoCannotSeeIt() throws IOException {
    for (Path notebook : notebooks()) {
      for (ObjectNode cell : code(notebook)) {
        for (JsonNode output : cell.path("outputs")) {
          if (output.path("data").has("image/png")) {
            String where = notebook + ", " + cell.path("id").asText();
            assertTrue(output.path("data").path(Picture.CURVES).size() >= 2, where);
            String alt = output.path("metadata").path("image/png").path("alt").asText();
            assertTrue(alt.contains(" against ") && alt.contains("ax"), where + ": " + alt);
          }
        }
      }
    }
  }

  @Test
  void everyExerciseIsAskedInOneNotebookAndNotAnsweredThere() throws IOException {
    TreeSet<String> asked = new TreeSet<>();
    for (Path notebook : notebooks()) {
      int here = 0;
      for (ObjectNode cell : code(notebook)) {
        Matcher question = ANSWER.matcher(NotebookFile.text(cell.path("source")));
        while (question.find()) {
          assertTrue(asked.add(question.group(1)), question.group(1) + " is asked twice");
          String number = notebook.getFileName().toString().substring(0, 3);
          assertTrue(question.group(1).startsWith(number), question.group(1) + " in " + notebook);
          here++;
        }
      }
      assertTrue(here > 0, notebook + " has no exercise");
    }
    assertEquals(new TreeSet<>(Exercises.ALL.stream().map(Exercise::name).toList()), asked);
  }

  @Test
  void aChangedOutputIsNoticed() throws IOException {
    Path notebook = FOLDER.resolve("01-a-first-theorem.ipynb");
    assertEquals(List.of(), Outputs.differences(notebook, notebook));
    ObjectNode root = (ObjectNode) JSON.readTree(Files.readString(notebook));
    for (JsonNode cell : root.path("cells")) {
      switch (cell.path("id").asText()) {
        case "plot" -> {
          // of 8 at k = 1 a digit that no picture shows, but more than the last one
          ObjectNode bound =
              (ObjectNode) cell.path("outputs").get(0).path("data").path(Picture.CURVES).get(0);
          String y = bound.path("y").asText();
          assertTrue(y.startsWith("8 "), y);
          bound.put("y", y.replaceFirst("8 ", "8.001 "));
        }
        case "constants" -> {
          ArrayNode text = (ArrayNode) cell.path("outputs").get(0).path("data").path("text/plain");
          text.set(1, "L         2      largest entry of the diagonal\n");
        }
        case "exercise" -> ((ObjectNode) cell).putArray("outputs");
        default -> {}
      }
    }
    Path changed = folder.resolve("changed.ipynb");
    Files.writeString(changed, root.toString());
    List<String> differences = Outputs.differences(changed, notebook);
    assertEquals(3, differences.size(), differences::toString);
    assertTrue(differences.get(0).startsWith("cell constants: "), differences.get(0));
    assertTrue(differences.get(1).startsWith("cell plot: "), differences.get(1));
    assertEquals("cell exercise has the output text/plain newly", differences.get(2));
  }

  @Test
  void aPicturesOtherWordsAreNoticedAndLostOnesToo() throws IOException {
    Path notebook = FOLDER.resolve("01-a-first-theorem.ipynb");
    for (boolean lost : List.of(false, true)) {
      ObjectNode root = (ObjectNode) JSON.readTree(Files.readString(notebook));
      for (JsonNode cell : root.path("cells")) {
        if (cell.path("id").asText().equals("plot")) {
          ObjectNode metadata = (ObjectNode) cell.path("outputs").get(0).path("metadata");
          if (lost) {
            metadata.removeAll();
          } else {
            ((ObjectNode) metadata.path("image/png")).put("alt", "a picture");
          }
        }
      }
      Path changed = folder.resolve("changed.ipynb");
      Files.writeString(changed, root.toString());
      List<String> differences = Outputs.differences(changed, notebook);
      assertEquals(1, differences.size(), differences::toString);
      assertTrue(differences.get(0).startsWith("cell plot: committed image/png "));
    }
  }

  @Test
  void theLastDigitOfACurveMayDiffer() throws IOException {
    Path notebook = FOLDER.resolve("01-a-first-theorem.ipynb");
    String text = Files.readString(notebook);
    assertTrue(text.contains("\"8 4.5 "), "the bound at k = 1 and 2 has changed");
    Path near = folder.resolve("near.ipynb");
    Files.writeString(near, text.replace("\"8 4.5 ", "\"8 4.50001 "));
    assertEquals(List.of(), Outputs.differences(notebook, near));
  }

  private static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  private static List<ObjectNode> code(Path notebook) throws IOException {
    return NotebookFile.read(notebook).cells().stream()
        .filter(cell -> cell.path("cell_type").asText().equals("code"))
        .toList();
  }
}
