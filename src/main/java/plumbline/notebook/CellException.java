package plumbline.notebook;

import java.util.List;

/** A cell that does not compile, throws, or was interrupted. */
final class CellException extends NotebookException {
  private static final long serialVersionUID = 1;

  private final String kind;
  private final String words;
  private final List<String> trace;

  /**
   * @param message a sentence that goes on from "cell 3"
   * @param kind the exception's class, "CompileError" or "Interrupted"
   * @param words what the compiler or the exception says
   * @param trace where, a line each
   */
  CellException(String message, String kind, String words, List<String> trace, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.words = words;
    this.trace = List.copyOf(trace);
  }

  String kind() {
    return kind;
  }

  String words() {
    return words;
  }

  List<String> trace() {
    return trace;
  }
}
