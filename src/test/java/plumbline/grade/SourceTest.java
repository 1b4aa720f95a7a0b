package plumbline.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.simulation.ScalarStep;

class SourceTest {
  private static final String STEP =
      """
      import plumbline.simulation.ScalarStep;
      public final class Mine implements ScalarStep {
        private final Helper helper = new Helper();
        public double[] step(double[] w, Given given, long k) {
          return helper.same(w);
        }
        static final class Helper {
          double[] same(double[] w) {
            return w;
          }
        }
      }
      """;

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return file;
  }

  private static String refused(Path file) {
    return assertThrows(IllegalArgumentException.class, () -> Source.compiled(file)).getMessage();
  }

  @Test
  void aSourceIsCompiledInMemoryAndEachStepIsANewObject() throws IOException {
    Supplier<ScalarStep> steps = Source.compiled(file("Mine.java", STEP));
    ScalarStep one = steps.get();
    assertEquals(2, one.step(new double[] {1, 2}, null, 1).length);
    assertNotSame(one, steps.get());
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void anErrorIsToldWithItsLine() throws IOException {
    String said = refused(file("Mine.java", STEP.replace("return w;", "return v;")));
    assertTrue(said.contains("Mine.java does not compile: line 9: cannot find symbol"), said);
  }

  @Test
  void noStepAndTwoStepsAreRefused() throws IOException {
    assertTrue(
        refused(file("None.java", "class None {}"))
            .contains("has no classes that implement plumbline.simulation.ScalarStep"));
    String two = STEP + STEP.replace("import plumbline.simulation.ScalarStep;", "");
    assertTrue(
        refused(
                file(
                    "Mine.java",
                    two.replace("public final class Mine", "class Mine")
                        .replaceFirst("class Mine", "class Other")))
            .contains("has 2 classes (Mine, Other)"));
  }

  @Test
  void aConstructorWithArgumentsIsRefused() throws IOException {
    String said =
        refused(file("Mine.java", STEP.replace("private final Helper", "Mine(int d) {} Helper")));
    assertTrue(said.startsWith("Mine has no constructor without arguments"), said);
  }

  @Test
  void whatIsNoSourceIsRefused() throws IOException {
    assertTrue(refused(folder.resolve("Gone.java")).contains("is no source file"));
    assertTrue(refused(file("Mine.txt", STEP)).contains("name a file that ends in .java"));
  }

  @Test
  void aClassIsFoundInAFolderOfClasses() throws IOException {
    Path source = file("Mine.java", STEP);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
    assertEquals(0, status);
    assertEquals("Mine", Source.loaded(folder, "Mine").get().getClass().getName());
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> Source.loaded(folder, "Other"))
            .getMessage()
            .contains("has no class Other: write its full name"));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> Source.loaded(folder, "Mine$Helper"))
            .getMessage()
            .endsWith("does not implement plumbline.simulation.ScalarStep"));
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> Source.loaded(folder.resolve("no.jar"), "Mine"))
            .getMessage()
            .contains("is not there"));
  }
}
