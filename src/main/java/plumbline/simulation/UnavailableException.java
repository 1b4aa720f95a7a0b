package plumbline.simulation;

/** Says why a device cannot be used, in a sentence for the user. */
public final class UnavailableException extends Exception {
  private static final long serialVersionUID = 1;

  public UnavailableException(String why) {
    super(why);
  }

  public UnavailableException(String why, Throwable cause) {
    super(why, cause);
  }
}
