package plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradeCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;
  private String mine;

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  @BeforeEach
  void theExampleIsWritten() throws IOException {
    assertEquals(0, run("grade", "--example"));
    Path file = folder.resolve("MyStep.java");
    Files.writeString(file, out.toString());
    mine = file.toString();
  }

  private void change(String what, String into) throws IOException {
    String text = Files.readString(Path.of(mine));
    assertTrue(text.contains(what));
    Files.writeString(Path.of(mine), text.replace(what, into));
  }

  @Test
  void theExampleIsStochasticGradient() {
    assertEquals(0, run("grade", mine, "--method", "sgd"), err::toString);
    assertTrue(
        out.toString().startsWith("GRADE: is stochastic gradient, as far as 3 settings can tell"),
        out::toString);
  }

  @Test
  void aWrongOneEndsWithStatusOneAndItsFirstDifference() throws IOException {
    change("-= given.stepsize(k)", "-= 2 * given.stepsize(k)");
    assertEquals(1, run("grade", mine, "--method", "sgd"));
    assertTrue(out.toString().startsWith("GRADE: is not stochastic gradient\n"), out::toString);
    assertTrue(out.toString().contains("the first difference comes with step 1"));
  }

  @Test
  void againstATheoremItIsJsonForAProgram() throws IOException {
    int status =
        run(
            "grade",
            mine,
            "--theorem",
            "bottou/thm46-fixed-step",
            "--instance",
            "LS4",
            "--delta",
            "0.4",
            "--json");
    assertEquals(0, status, err::toString);
    JsonNode tree = new ObjectMapper().readTree(out.toString());
    assertEquals("OBEYS", tree.get("mark").textValue());
    assertEquals("bottou/thm46-fixed-step", tree.get("check").get("id").textValue());
    assertEquals(
        "(4.14)",
        tree.get("check").get("instances").get(0).get("claims").get(0).get("name").textValue());
  }

  @Test
  void aWrongLineIsNamed() throws IOException {
    change("given.gradient(w)", "given.gradients(w)");
    assertEquals(2, run("grade", mine, "--method", "sgd"));
    assertTrue(err.toString().contains("MyStep.java does not compile: line 21:"), err::toString);
  }

  @Test
  void whatIsAskedMustBeOneThing() {
    assertEquals(2, run("grade", mine));
    assertTrue(err.toString().contains("needs --theorem ID or --method NAME, and not both"));
    assertEquals(2, run("grade", "--method", "sgd"));
    assertTrue(err.toString().contains("grade needs one step: a FILE.java, or --jar and --class"));
    assertEquals(2, run("grade", mine, "--method", "adam"));
    assertTrue(err.toString().startsWith("there is no method named adam; there are sgd,"));
    assertEquals(2, run("grade", mine, "--method", "sgd", "--instance", "LS4"));
    assertEquals(2, run("grade", mine, "--theorem", "bottou/thm46-fixed-step", "--delta", "2"));
  }
}
