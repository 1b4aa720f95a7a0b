package plumbline.notebook;

/** A notebook that cannot be read or run, in a sentence that names the cell. */
public sealed class NotebookException extends RuntimeException permits CellException {
  private static final long serialVersionUID = 1;

  NotebookException(String message) {
    super(message);
  }

  NotebookException(String message, Throwable cause) {
    super(message, cause);
  }
}
