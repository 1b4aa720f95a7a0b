package plumbline.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes, while the jar is built, which cards have a check: one id a line. So {@code list} need not
 * make a theorem.
 */
public final class IndexWriter {
  /** The list of one jar. */
  public static final String RESOURCE = "plumbline/cards/checked.txt";

  private IndexWriter() {}

  /** Argument: the file to write. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, String.join("\n", Catalogue.load().theorems().keySet()) + "\n");
  }
}
