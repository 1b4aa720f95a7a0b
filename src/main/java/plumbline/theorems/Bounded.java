package plumbline.theorems;

import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import plumbline.recursion.Reading;

/** Readings that cannot exceed a number, because the noise is bounded. */
final class Bounded {
  private Bounded() {}

  /** X_k &lt;= at(k) on every path. */
  record Largest(LongToDoubleFunction at, String why) {}

  static Optional<Largest> largest(Reading reading) {
    return Optional.empty();
  }
}
