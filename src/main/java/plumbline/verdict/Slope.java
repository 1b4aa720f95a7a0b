package plumbline.verdict;

import java.util.List;
import java.util.Map;
import plumbline.simulation.Moments;
import plumbline.theorem.Relation;

/**
 * ln(E Y/E X)/run (relation) p within tau, the local slope of each pair. The intervals of pairs are
 * never intersected: different pairs have different true slopes, and a true claim would become
 * empty (verdicts.md, section 2).
 *
 * @param relation at most: slope <= p + tau; at least: slope >= p - tau; equal: both
 * @param pairs readings, and pairs with their runs
 * @param p the claimed slope; a decay like k^-b has slope -b, and "O(k^-b)" is at most
 * @param tau the tolerance of the statement, at least 0
 */
public record Slope(Relation relation, Pairs pairs, double p, double tau)
    implements Procedure<List<Moments>> {
  public Slope {
    if (!(Double.isFinite(p) && tau >= 0 && tau < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("p=" + p + ", tau=" + tau + "; allowed: finite, tau >= 0");
    }
  }

  /**
   * The level of one limit for REFUTED: alpha_claim by the number M of distinct limits that the
   * rule consults.
   */
  public double level() {
    Pairs.Sides sides =
        relation == Relation.EQUAL
            ? Pairs.Sides.BOTH
            : relation == Relation.AT_MOST ? Pairs.Sides.LOWER_END : Pairs.Sides.UPPER_END;
    return Levels.ALPHA_CLAIM / pairs.consulted(sides);
  }

  @Override
  public Look at(List<Moments> evidence) {
    boolean refuted = intervals(evidence, level()).stream().anyMatch(this::outside);
    boolean holds = intervals(evidence, Levels.BETA / 2).stream().allMatch(this::inside);
    return Look.ofLimits(refuted, holds).breaking(pairs.broken(evidence));
  }

  private boolean outside(Verdict.Interval i) {
    return (relation != Relation.AT_LEAST && i.lower() > p + tau)
        || (relation != Relation.AT_MOST && i.upper() < p - tau);
  }

  private boolean inside(Verdict.Interval i) {
    return (relation == Relation.AT_LEAST || i.upper() <= p + tau)
        && (relation == Relation.AT_MOST || i.lower() >= p - tau);
  }

  List<Verdict.Interval> intervals(List<Moments> evidence, double level) {
    Map<Integer, Pairs.Limit> limits = pairs.limits(evidence, level);
    return pairs.pairs().stream()
        .map(
            pair -> {
              Pairs.Limit x = limits.get(pair.x());
              Pairs.Limit y = limits.get(pair.y());
              double shift = StrictMath.log(pair.scale());
              double lower = shift + end(y.lower(), x.upper(), Double.NEGATIVE_INFINITY);
              double upper = shift + end(y.upper(), x.lower(), Double.POSITIVE_INFINITY);
              return new Verdict.Interval(
                  pair.what(), lower / pair.run(), upper / pair.run(), p, tau);
            })
        .toList();
  }

  /** ln(top/bottom); open where a lower limit is 0 or an upper one infinite. */
  private static double end(double top, double bottom, double open) {
    boolean usable =
        top > 0
            && bottom > 0
            && top < Double.POSITIVE_INFINITY
            && bottom < Double.POSITIVE_INFINITY;
    return usable ? StrictMath.log(top / bottom) : open;
  }

  @Override
  public Verdict conclude(List<Moments> evidence, Outcome decided) {
    return pairs.report(evidence, at(evidence), decided, level(), intervals(evidence, level()));
  }
}
