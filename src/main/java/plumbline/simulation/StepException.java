package plumbline.simulation;

/** Says what a {@link ScalarStep} did that no step may do, in a sentence for its author. */
public final class StepException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StepException(String what) {
    super(what);
  }

  StepException(String what, Throwable cause) {
    super(what, cause);
  }

  /** At a place: "step 3 of replica 17 returned null: return the next iterate". */
  static StepException at(long replica, long k, String what) {
    return new StepException("step " + k + " of replica " + replica + " " + what);
  }
}
