package plumbline.cli;

/** The command line or an input is wrong: one sentence that says what, got, allowed, what to do. */
final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  InputException(String sentence) {
    super(sentence.replaceAll("\\s*\\R\\s*", " "));
  }

  /** Runs a step whose {@link IllegalArgumentException} says what is wrong with an input. */
  static <T> T guard(java.util.function.Supplier<T> step) {
    try {
      return step.get();
    } catch (IllegalArgumentException e) {
      throw new InputException(e.getMessage());
    }
  }
}
