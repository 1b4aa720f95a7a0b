package plumbline.check;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.util.Binary64;
import plumbline.series.Digits;
import plumbline.simulation.Moments;
import plumbline.theorem.Relation;
import plumbline.theorem.Trial.Sides;
import plumbline.verdict.Admission;
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
 * @param error of such a ratio: proved where nothing is random, else its mean over replicas
 * @param right what every ratio is compared with: 1, 0 where B_k = 0, and what a mutant claims
 * @param certain whether nothing random enters, so that one replica is all of them
 */
record Pointwise(
    Task.Source source, long k, double scale, double error, double right, boolean certain) {
  /** The smallest violation, relative to the bound, that is surely refuted here. */
  static final double RESOLVED = 2 * Exactly.PLAIN_VIOLATION / (1 - Exactly.PLAIN_VIOLATION);

  /** Mean errors that none of 2^23 replicas exceeds but with probability 1e-13: Markov. */
  private static final double ANY_REPLICA = 1e20;

  /** The same readings against another number, in units of the scale. */
  Pointwise against(double other) {
    return new Pointwise(source, k, scale, error, other, certain);
  }

  /** Whether a violation by {@link #RESOLVED} must be refuted, and none within rounding holds. */
  boolean resolves() {
    return certain && error <= Levels.ETA * right;
  }

  /** Whether rounding leaves nothing to be shown: a plain violation is still seen. */
  boolean isBelowRounding() {
    return certain && right != 0 && !resolves();
  }

  /** What these ratios say, in replica order. */
  Outcome judge(Relation relation, double[] ratios) {
    double[] read = new double[ratios.length];
    for (int i = 0; i < ratios.length; i++) {
      try {
        double ratio = Admission.ratio(ratios[i], admitted(), Admission.Overflow.LARGE);
        read[i] = Math.min(Moments.CAP, ratio);
      } catch (IllegalArgumentException noData) {
        return Outcome.ERROR;
      }
    }
    return right == 0 && relation != Relation.AT_LEAST ? zero(read) : one(relation, read[0]);
  }

  private double admitted() {
    return certain ? error : ANY_REPLICA * error;
  }

  private Outcome one(Relation relation, double ratio) {
    double size = ratio + Math.abs(right);
    Sides<Binary64> sides =
        new Sides<>(
            "k = " + k,
            k,
            new Binary64(ratio),
            new Binary64(right),
            new Binary64(size),
            Exactly.operations(error, size));
    Outcome outcome =
        new Exactly(relation, Course.Aim.EITHER).onlyInDoubles(List.of(sides)).verdict().outcome();
    // an error that is no small part of the bound would make anything hold
    return outcome == Outcome.HOLDS && !resolves() ? Outcome.INCONCLUSIVE : outcome;
  }

  /** X = 0: refuted by one replica; shown by one that is 0 exactly, where there is no other. */
  private Outcome zero(double[] read) {
    double greatest = Arrays.stream(read).max().orElseThrow();
    if (greatest > admitted()) {
      return Outcome.REFUTED;
    }
    return certain && greatest == 0 ? Outcome.HOLDS : Outcome.INCONCLUSIVE;
  }

  /** What was read here, in words. */
  String words(Outcome outcome, double ratio) {
    if (outcome == Outcome.ERROR) {
      return "a reading at k = " + k + " is no number, or below 0 by more than rounding";
    }
    return right == 0
        ? "a reading of " + Digits.column(ratio) + " at k = " + k + ", where the bound is 0"
        : "value/bound = " + Digits.column(ratio) + " at k = " + k + ", where nothing is random";
  }
}
