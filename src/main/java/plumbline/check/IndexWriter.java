package plumbline.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Writes, while the jar is built, what {@code list} says of the cards that have a check, so that it
 * need not make a theorem.
 */
public final class IndexWriter {
  private IndexWriter() {}

  /** Argument: the file to write. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(
        file,
        Catalogue.load().theorems().values().stream()
            .map(theorem -> Checked.of(theorem).line() + "\n")
            .collect(Collectors.joining()));
  }
}
