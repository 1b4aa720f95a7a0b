package plumbline.check;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears whole or not at all: what was there stays until the new one is written. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes beside the file, then moves into its place. Who may read it is what the process allows
   * for any new file.
   *
   * @param file in a folder that exists
   * @throws IOException if the folder is missing or cannot be written; an older file is then as it
   *     was
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    // not createTempFile: its files are readable by their owner only
    Path part = part(file);
    try {
      Files.write(part, bytes);
      try {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Its own for every process and thread. */
  static Path part(Path file) {
    long process = ProcessHandle.current().pid();
    return file.resolveSibling(
        "." + file.getFileName() + "." + process + "." + Thread.currentThread().getId());
  }
}
