package plumbline.check;

import java.util.List;
import org.hipparchus.util.Binary64;
import plumbline.theorem.Relation;
import plumbline.theorem.Trial.Sides;
import plumbline.verdict.Course;
import plumbline.verdict.Exactly;
import plumbline.verdict.Levels;
import plumbline.verdict.Outcome;

/**
 * A checkpoint that is judged reading by reading and not by a mean (verdicts.md, sections 3 and 6):
 * nothing random enters there, or the bound is 0.
 *
 * @param source what is read, as a ratio to {@code scale}
 * @param k the iteration
 * @param scale B_k, and 1 where B_k = 0
 * @param error of such a ratio, proved
 * @param right what every ratio is compared with: 1, 0 where B_k = 0, and what a mutant claims
 * @param certain whether nothing random enters, so that one replica is all of them
 */
record Pointwise(
    Task.Source source, long k, double scale, double error, double right, boolean certain) {
  /**
   * The smallest violation, relative to the bound, that doubles alone refute: section 6 asks for a
   * difference of 1 % of the sum of both sides.
   */
  static final double RESOLVED = 2 * 0.01 / (1 - 0.01);

  /** The same readings against another number, in units of the scale. */
  Pointwise against(double other) {
    return new Pointwise(source, k, scale, error, other, certain);
  }

  /** Whether a violation of that much must be refuted. */
  boolean resolves() {
    return certain && error < Levels.ETA;
  }

  /** What these ratios say, in replica order. */
  Outcome judge(Relation relation, double[] ratios) {
    if (right == 0 && relation != Relation.AT_LEAST) {
      return zero(ratios);
    }
    double ratio = ratios[0];
    double size = Math.abs(ratio) + Math.abs(right);
    Sides<Binary64> sides =
        new Sides<>(
            "k = " + k,
            k,
            new Binary64(ratio),
            new Binary64(right),
            new Binary64(size),
            Exactly.operations(error, size));
    return new Exactly(relation, Course.Aim.EITHER)
        .onlyInDoubles(List.of(sides))
        .verdict()
        .outcome();
  }

  /** X = 0: refuted by one replica; shown by one that is 0 exactly, where there is no other. */
  private Outcome zero(double[] ratios) {
    boolean identity = certain;
    for (double x : ratios) {
      if (!(x <= error)) {
        return Double.isNaN(x) ? Outcome.ERROR : Outcome.REFUTED;
      }
      identity &= x == 0;
    }
    return identity ? Outcome.HOLDS : Outcome.INCONCLUSIVE;
  }

  /** What became of it, in words. */
  String words(Outcome outcome) {
    return switch (outcome) {
      case REFUTED -> "violated at k = " + k + ", " + what();
      case INCONCLUSIVE -> "left open at k = " + k + ", " + what();
      case ERROR -> "a reading at k = " + k + " is no number";
      default -> "holds at k = " + k + ", " + what();
    };
  }

  private String what() {
    return certain ? "where nothing is random" : "where the bound is 0";
  }
}
