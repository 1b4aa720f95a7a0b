package plumbline.cli;

import java.nio.file.Path;
import plumbline.check.CheckResult;
import plumbline.check.Results;

/** What a run prints while it goes on. */
interface Said {
  /** A card that is finished. */
  void card(CheckResult result, double seconds);

  /** A card that cannot be tried as it was asked; the command fails, unless it is one of many. */
  default void refused(String id, IllegalArgumentException why) {
    throw why;
  }

  /** The end. */
  void summary(Results results, Path folder, long seed);
}
