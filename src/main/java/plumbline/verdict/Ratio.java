package plumbline.verdict;

import java.util.List;
import java.util.Map;
import plumbline.simulation.Moments;
import plumbline.theorem.Relation;

/**
 * E X (relation) r E Y within tau, for each pair. tau belongs to the statement, delta to the
 * experiment; neither stands for the other (verdicts.md, section 2). X and Y may share draws: their
 * limits are separate.
 *
 * @param relation at most: E X <= r(1+tau) E Y; at least: E X >= r(1-tau) E Y; equal: both
 * @param pairs readings and pairs; run is not used
 * @param r > 0
 * @param tau the tolerance of the statement, at least 0
 * @param delta the resolution of HOLDS, with tau + delta < 1
 */
public record Ratio(Relation relation, Pairs pairs, double r, double tau, double delta)
    implements Procedure<List<Moments>> {
  public Ratio {
    if (!(r > 0
        && r < Double.POSITIVE_INFINITY
        && tau >= 0
        && delta > 0
        && delta <= 0.5
        && tau + delta < 1)) {
      throw new IllegalArgumentException(
          "r="
              + r
              + ", tau="
              + tau
              + ", delta="
              + delta
              + "; allowed: r > 0, tau >= 0, delta in (0, 1/2], tau + delta < 1");
    }
  }

  /**
   * The level of one limit for REFUTED: alpha_claim by the limits of a pair that are consulted, by
   * the pairs.
   */
  public double level() {
    return Levels.ALPHA_CLAIM / (relation == Relation.EQUAL ? 4 : 2) / pairs.pairs().size();
  }

  @Override
  public Look at(List<Moments> evidence) {
    Map<Integer, Pairs.Limit> alpha = pairs.limits(evidence, level());
    Map<Integer, Pairs.Limit> beta = pairs.limits(evidence, Levels.BETA / 2);
    boolean refuted =
        pairs.pairs().stream()
            .anyMatch(p -> refutes(alpha.get(p.x()), alpha.get(p.y()), r * p.scale()));
    boolean holds =
        pairs.pairs().stream()
            .allMatch(p -> holds(beta.get(p.x()), beta.get(p.y()), r * p.scale()));
    return Look.ofLimits(refuted, holds).breaking(pairs.broken(evidence));
  }

  private boolean refutes(Pairs.Limit x, Pairs.Limit y, double r) {
    boolean above = x.lower() > r * (1 + tau) * y.upper();
    boolean below = x.upper() < r * (1 - tau) * y.lower();
    return speaks(y) && either(above, below);
  }

  private boolean holds(Pairs.Limit x, Pairs.Limit y, double r) {
    boolean notAbove = x.upper() <= r * (1 + tau + delta) * y.lower();
    boolean notBelow = x.lower() >= r * (1 - tau - delta) * y.upper();
    return speaks(y) && !either(!notAbove, !notBelow);
  }

  private boolean either(boolean above, boolean below) {
    return (relation != Relation.AT_LEAST && above) || (relation != Relation.AT_MOST && below);
  }

  private static boolean speaks(Pairs.Limit y) {
    return y.lower() > 0 && y.upper() < Double.POSITIVE_INFINITY;
  }

  @Override
  public Verdict conclude(List<Moments> evidence, Outcome decided) {
    Map<Integer, Pairs.Limit> alpha = pairs.limits(evidence, level());
    List<Verdict.Interval> intervals =
        pairs.pairs().stream().map(p -> interval(p, alpha.get(p.x()), alpha.get(p.y()))).toList();
    return pairs.report(evidence, at(evidence), decided, level(), intervals);
  }

  private Verdict.Interval interval(Pairs.Pair pair, Pairs.Limit x, Pairs.Limit y) {
    double lower = x.lower() / y.upper() / pair.scale();
    double upper = y.lower() > 0 ? x.upper() / y.lower() / pair.scale() : Double.POSITIVE_INFINITY;
    return new Verdict.Interval(pair.what(), lower, upper, r, r * tau);
  }
}
