package plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotCommandTest {
  private static final String SG = "bottou/thm46-fixed-step";

  @TempDir private Path folder;

  /** A picture is looked at later, and alone: it says what it shows. */
  @Test
  void thePictureSaysWhichClaimIsDrawnAndWhere() throws IOException {
    assertTrue(drawn(SG, "--from", "LS4").contains("(4.14) on LS4</title>"));
    assertTrue(
        drawn(SG, "--from", "LS4", "--set", "alpha=1/5")
            .contains("(4.14) on LS4, with alpha = 1/5</title>"));
  }

  @Test
  void aBrokenHypothesisDrawsTheBoundThatIsLeftAndNotWhatHappensInstead() throws IOException {
    String svg = drawn(SG, "--from", "LS4", "--set", "alpha=1/2");
    assertTrue(
        svg.contains(
            "(4.14) on LS4, with alpha = 1/2: a hypothesis fails, so nothing is claimed</title>"),
        svg.substring(0, 2000));
  }

  @Test
  void aUsersDataAreNamed() throws IOException {
    Path table = Files.writeString(folder.resolve("t.csv"), "x,y\n1,1\n1,3\n2,2\n");
    assertTrue(
        drawn(SG, "--data", table.toString(), "--target", "y", "--set", "alpha=1/10")
            .contains("(4.14) on y in t.csv, with alpha = 1/10</title>"));
  }

  private String drawn(String... arguments) throws IOException {
    Path picture = folder.resolve("p.svg");
    List<String> all =
        new ArrayList<>(List.of("plot", "--device", "cpu", "-o", picture.toString()));
    all.addAll(List.of(arguments));
    Ran ran = Ran.run(all.toArray(String[]::new));
    assertEquals(0, ran.status(), ran.err());
    return Files.readString(picture);
  }
}
