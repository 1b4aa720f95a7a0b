package plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** What {@code lab} refuses. */
class LabCommandTest {
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.run(arguments, new PrintWriter(new StringWriter()), new PrintWriter(err, true));
  }

  @Test
  void aPortThatIsNoneIsRefused() {
    assertEquals(2, run("lab", "--no-browser", "--port", "70000"));
    assertTrue(err.toString().startsWith("--port 70000 is no port: write an integer of 0 to"));
  }

  @Test
  void aPortThatIsTakenIsRefused() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertEquals(2, run("lab", "--no-browser", "--port", port));
      assertTrue(err.toString().startsWith("--port " + port + " cannot be opened"), err.toString());
    }
  }
}
