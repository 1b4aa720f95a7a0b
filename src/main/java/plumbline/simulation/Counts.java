package plumbline.simulation;

/**
 * How often an event was seen, on both sides of its threshold's rounding.
 *
 * @param count the number of replicas, at least 0
 * @param certain events certain in spite of rounding: the threshold was crossed by more than xError
 *     (s- of verdicts.md)
 * @param possible events possible within rounding: crossed by more than -xError (s+), at least
 *     {@code certain}
 */
public record Counts(long count, long certain, long possible) {
  /** The counts of no replica. */
  public static final Counts EMPTY = new Counts(0, 0, 0);

  public Counts {
    if (!(0 <= certain && certain <= possible && possible <= count)) {
      throw new IllegalArgumentException(
          "counts n="
              + count
              + ", certain="
              + certain
              + ", possible="
              + possible
              + "; allowed: 0 <= certain <= possible <= n");
    }
  }

  /** Counts of an event that no rounding can blur. */
  public static Counts sharp(long count, long events) {
    return new Counts(count, events, events);
  }

  /** The counts of both sets of replicas. */
  public Counts merge(Counts that) {
    return new Counts(
        Math.addExact(count, that.count),
        Math.addExact(certain, that.certain),
        Math.addExact(possible, that.possible));
  }
}
