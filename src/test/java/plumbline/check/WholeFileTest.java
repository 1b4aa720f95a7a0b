package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  private static final byte[] NEW = "new\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @Test
  void theNewContentsReplaceTheOldAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("results.json");
    Files.writeString(file, "old and longer\n");
    WholeFile.write(file, NEW);
    assertEquals("new\n", Files.readString(file));
    assertEquals(List.of("results.json"), names());
  }

  @Test
  void itIsReadableByWhoeverMayReadAnyNewFile() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path plain = Files.writeString(folder.resolve("plain"), "x");
    Path file = folder.resolve("results.json");
    WholeFile.write(file, NEW);
    assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(file));
  }

  @Test
  void resultsAreReadableByWhoeverMayReadAnyNewFile() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path plain = Files.writeString(folder.resolve("plain"), "x");
    Path file = ResultsFile.write(folder, plumbline.plot.Samples.results());
    assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(file));
  }

  @Test
  void aFileThatCannotBeWrittenLeavesTheOldOne() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("results.json"));
    Files.writeString(taken.resolve("inside"), "old\n");
    assertThrows(IOException.class, () -> WholeFile.write(taken, NEW));
    assertEquals("old\n", Files.readString(taken.resolve("inside")));
    assertEquals(List.of("results.json"), names());
  }

  @Test
  void aPartThatCannotBeWrittenLeavesTheOldFile() throws IOException {
    Path file = Files.writeString(folder.resolve("results.json"), "old\n");
    Path part = WholeFile.part(file);
    Files.writeString(Files.createDirectory(part).resolve("in the way"), "");
    assertThrows(IOException.class, () -> WholeFile.write(file, NEW));
    assertEquals("old\n", Files.readString(file));
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
