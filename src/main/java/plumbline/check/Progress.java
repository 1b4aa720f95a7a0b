package plumbline.check;

import java.util.function.Supplier;

/** Hears how far a suite is. Methods are called on the thread that runs it. */
public interface Progress {
  /** A card begins; index counts from 0. */
  default void card(String id, int index, int total) {}

  /** An instance of it begins. */
  default void instance(String name) {}

  /** So many replicas of the present instance are done, of at most so many. */
  default void replicas(long done, long most) {}

  /** A card that cannot be tried as it was asked; thrown on unless somebody takes note of it. */
  default void refused(String id, IllegalArgumentException why) {
    throw why;
  }

  /**
   * What is known of the present instance so far. Its hypotheses and bounds come first, where the
   * engine allows no company and nothing was prepared ahead; then what is computed without chance;
   * then, at every look, means and their bands, which hold at all looks together. A claim that is
   * still open is INCONCLUSIVE and says that it is. Made when it is asked for.
   */
  default void soFar(Supplier<InstanceResult> instance) {}

  /** A card is finished. */
  default void done(CheckResult result) {}

  static Progress silent() {
    return new Progress() {};
  }
}
