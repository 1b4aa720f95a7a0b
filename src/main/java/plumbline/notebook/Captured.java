package plumbline.notebook;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What cells print. They run in this process and print to its standard output, so that is led here
 * meanwhile; closing puts the former one back.
 */
final class Captured implements AutoCloseable {
  private final PrintStream before = System.out;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  Captured() {
    System.setOut(stream);
  }

  /** What was printed since the last time. */
  String take() {
    stream.flush();
    synchronized (bytes) {
      String text = bytes.toString(StandardCharsets.UTF_8);
      bytes.reset();
      return text.replace("\r\n", "\n");
    }
  }

  @Override
  public void close() {
    System.setOut(before);
  }
}
