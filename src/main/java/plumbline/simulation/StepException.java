package plumbline.simulation;

import java.util.Locale;

/** Says what a {@link ScalarStep} did that no step may do, in a sentence for its author. */
public final class StepException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long step;
  private final boolean impatient;

  StepException(String what) {
    super(what);
    step = 0;
    impatient = false;
  }

  private StepException(long step, String what) {
    super(what);
    this.step = step;
    impatient = false;
  }

  StepException(String what, Throwable cause) {
    this(0, what, cause);
  }

  /**
   * @param step the number of the step that threw
   */
  StepException(long step, String what, Throwable cause) {
    super(what, cause);
    this.step = step;
    impatient = false;
  }

  private StepException(double seconds) {
    super(
        String.format(
            Locale.ROOT,
            "the steps took more than %.0f s in all: allow more time, or try fewer instances",
            seconds));
    step = 0;
    impatient = true;
  }

  /** All steps together took longer than they might, which is nobody's error. */
  static StepException impatient(double seconds) {
    return new StepException(seconds);
  }

  /** Whether nothing is wrong but that it took too long. */
  public boolean isImpatient() {
    return impatient;
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
