package plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of results. */
final class Folder {
  /** Where results go if nobody says otherwise. */
  static final String STANDARD = "target/plumbline";

  /** Where those of an instance of the user's own go: the last whole run is worth more. */
  static final String YOURS = STANDARD + "/yours";

  private Folder() {}

  /** Makes sure that files can be written there, before anything is computed. */
  static void writable(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".try", ""));
    } catch (IOException | SecurityException e) {
      throw new InputException(
          "the output folder %s cannot be written (%s): name another with --out"
              .formatted(folder, Failure.words(e)));
    }
  }
}
