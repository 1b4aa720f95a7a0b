package plumbline.simulation;

/** Says what a {@link ScalarStep} did that no step may do, in a sentence for its author. */
public final class StepException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long step;

  StepException(String what) {
    super(what);
    step = 0;
  }

  private StepException(long step, String what) {
    super(what);
    this.step = step;
  }

  StepException(String what, Throwable cause) {
    super(what, cause);
    step = 0;
  }

  /** The number of the step that failed; 0 where it was none in particular. */
  public long step() {
    return step;
  }

  /**
   * Of a step whose iterates differ when a replica is run again.
   *
   * @param step the first that gave another iterate
   */
  public static StepException unrepeated(long step) {
    return new StepException(
        0,
        "step "
            + step
            + " gave another iterate when its replica was run again with the same draws: what a"
            + " step remembers stands in fields of its object (not static), and it draws nothing"
            + " for itself");
  }

  /** At a place: "step 3 of replica 17 returned null: return the next iterate". */
  static StepException at(long replica, long k, String what) {
    return new StepException(k, "step " + k + " of replica " + replica + " " + what);
  }
}
