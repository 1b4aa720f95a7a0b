package plumbline.theorems.bottou.natural;

import java.util.stream.LongStream;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Need;
import plumbline.theorem.Relation;
import plumbline.theorem.Trial;

/** Claims without chance, which must all be decided. */
final class Exact {
  static final Checkpoints ONCE = Checkpoints.of(0);

  private Exact() {}

  static Claim equal(String name, Trial trial, Bound bound, Checkpoints points) {
    return new Claim.Exactly(name, Relation.EQUAL, trial, bound, points, Need.MUST_DECIDE);
  }

  static Claim atMost(String name, Trial trial, Bound bound, Checkpoints points) {
    return new Claim.Exactly(name, Relation.AT_MOST, trial, bound, points, Need.MUST_DECIDE);
  }

  static Claim atLeast(String name, Trial trial, Bound bound, Checkpoints points) {
    return new Claim.Exactly(name, Relation.AT_LEAST, trial, bound, points, Need.MUST_DECIDE);
  }

  /** first, first + 1, ..., last. */
  static Checkpoints range(long first, long last) {
    return Checkpoints.of(LongStream.rangeClosed(first, last).toArray());
  }
}
