package plumbline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command line gave. */
record Ran(int status, String out, String err) {
  static Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.run(arguments, new PrintWriter(out), new PrintWriter(err, true));
    return new Ran(status, out.toString(), err.toString());
  }
}
