package plumbline.theorem;

import java.util.List;
import plumbline.formula.Formula;
import plumbline.recursion.Reading;
import plumbline.series.Checkpoints;

/** One assertion: one of seven shapes, crossed with a relation. */
public sealed interface Claim {
  /** Unique on its instance: "(4.14)". */
  String name();

  Relation relation();

  /** E X_k (relation) B_k at every checkpoint of the reading. */
  record Mean(String name, Reading x, Relation relation, Bound bound, Effort effort)
      implements Claim {}

  /** P(X &gt; threshold) (relation) p; the reading has one checkpoint. */
  record Chance(
      String name,
      Reading x,
      Bound threshold,
      Relation relation,
      Formula probability,
      Effort effort)
      implements Claim {}

  /** E g = value, any sign, Var g &lt;= the variance of the effort's contract. */
  record Signed(String name, Reading g, Formula value, Effort effort) implements Claim {
    @Override
    public Relation relation() {
      return Relation.EQUAL;
    }
  }

  /** E X (relation) r E Y within tau, for each pair of readings with one checkpoint each. */
  record Ratio(
      String name, List<Pair> pairs, Relation relation, Formula r, double tau, Effort effort)
      implements Claim {}

  /** ln(E Y / E X) / run (relation) p within tau, for each pair. */
  record Slope(
      String name, List<Pair> pairs, Relation relation, Formula p, double tau, Effort effort)
      implements Claim {}

  /**
   * Two readings of one checkpoint each, their positive scales, and the run between them.
   *
   * @param what "k = 64 to 256"
   * @param x the first reading
   * @param xScale a declared size of E X, so that rounding can be judged
   * @param y the second reading
   * @param yScale a declared size of E Y
   * @param run the length between them, e.g. ln(k1/k0); 1 for ratios
   */
  record Pair(String what, Reading x, double xScale, Reading y, double yScale, double run) {
    public Pair {
      if (!(run > 0) || !(xScale > 0) || !(yScale > 0)) {
        throw new IllegalArgumentException(
            "a pair needs a run and scales > 0, got " + run + ", " + xScale + ", " + yScale);
      }
    }
  }

  /** Two recursions with the same draws give the same readings; the twin must not. */
  record Coincide(String name, Reading x, Reading y, Reading twin) implements Claim {
    @Override
    public Relation relation() {
      return Relation.EQUAL;
    }
  }

  /**
   * No chance in it: left (relation) bound at every point, evaluated in every arithmetic.
   *
   * @param points the k or step numbers at which the trial is evaluated (0 where there is no k)
   */
  record Exactly(
      String name, Relation relation, Trial trial, Bound bound, Checkpoints points, Need need)
      implements Claim {}
}
