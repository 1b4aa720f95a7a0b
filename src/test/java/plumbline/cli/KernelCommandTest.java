package plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kernel} says of a folder, and what it refuses. */
class KernelCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path prefix;

  private int run(String... arguments) {
    return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private Path file() {
    return prefix.resolve("share/jupyter/kernels/plumbline-java/kernel.json").toAbsolutePath();
  }

  private void write(String json) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), json);
  }

  @Test
  void whereNothingIsInstalledItSaysSoAndTakesNothingAway() {
    assertEquals(0, run("kernel", "--prefix", prefix.toString()));
    assertEquals(0, run("kernel", "--uninstall", "--prefix", prefix.toString()));
    assertEquals(
        "not installed: %s; see `plumbline kernel --help`%nwas not installed: %s%n"
            .formatted(file(), file()),
        out.toString());
  }

  @Test
  void aKernelWhoseJarIsGoneIsNamed() throws IOException {
    Path java = Files.createFile(prefix.resolve("java"));
    Path jar = prefix.resolve("gone.jar");
    write("{\"argv\": [\"%s\", \"-jar\", \"%s\"]}".formatted(java, jar));
    assertEquals(2, run("kernel", "--prefix", prefix.toString()));
    assertSays("starts " + jar + ", which is not there any more: install again");
    Files.createFile(jar);
    assertEquals(0, run("kernel", "--prefix", prefix.toString()));
    assertEquals("installed: %s%n".formatted(file()), out.toString());
  }

  @Test
  void anothersKernelIsNotTakenAway() throws IOException {
    write("{\"argv\": [\"other\"]}");
    assertEquals(2, run("kernel", "--uninstall", "--prefix", prefix.toString()));
    assertSays("is the file of another kernel");
    assertTrue(Files.exists(file()));
  }

  /** Tests run from classes; the jar's own start is tried with Jupyter. */
  @Test
  void classesWithoutAJarAreNotInstalled() {
    assertEquals(2, run("kernel", "--install", "--prefix", prefix.toString()));
    assertSays("a kernel needs the one jar: build it with");
    assertFalse(Files.exists(prefix.resolve("share")));
  }

  @Test
  void aNameThatLeavesTheFolderIsRefused() {
    assertEquals(2, run("kernel", "--uninstall", "--name", "..", "--prefix", prefix.toString()));
    assertSays("--name ..: allowed are letters");
  }

  @Test
  void aConnectionFileThatIsNotThereIsRefused() {
    assertEquals(2, run("kernel", "--connect", prefix.resolve("none.json").toString()));
    assertSays("none.json");
  }

  private void assertSays(String part) {
    assertTrue(err.toString().contains(part), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
  }
}
