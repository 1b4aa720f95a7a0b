package plumbline.cli;

import java.io.Console;
import plumbline.verdict.Outcome;

/** Sober colours for a terminal; none where the output is piped or NO_COLOR is set. */
final class Colours {
  private final boolean on;

  Colours() {
    on = wanted();
  }

  /** Whether standard output is a terminal that takes colours and the user has not refused them. */
  static boolean wanted() {
    String no = System.getenv("NO_COLOR");
    String terminal = System.getenv("TERM");
    return (no == null || no.isEmpty()) && terminal() && !"dumb".equals(terminal);
  }

  /** Whether a person sits there. */
  static boolean terminal() {
    Console console = System.console();
    return console != null && System.getenv("TERM") != null && isTerminal(console);
  }

  /** From Java 22 on there may be a console where there is no terminal, and a method that tells. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }

  String good(String text) {
    return paint("32", text);
  }

  String bad(String text) {
    return paint("1;31", text);
  }

  String open(String text) {
    return paint("33", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  String strong(String text) {
    return paint("1", text);
  }

  String of(Outcome outcome, String text) {
    return switch (outcome) {
      case HOLDS -> good(text);
      case REFUTED, ERROR -> bad(text);
      case INCONCLUSIVE -> open(text);
      case NOT_APPLICABLE -> faint(text);
    };
  }

  private String paint(String code, String text) {
    return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
