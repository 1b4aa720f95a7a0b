package plumbline.simulation;

/**
 * A reading that is no data: not a number, or negative where it cannot be. Its claim is an ERROR.
 */
public final class ReadingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /**
   * @param message what was read, and what is allowed
   */
  public ReadingException(String message) {
    super(message);
  }
}
