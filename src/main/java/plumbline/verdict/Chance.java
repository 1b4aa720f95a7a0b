package plumbline.verdict;

import java.util.List;
import plumbline.simulation.Counts;
import plumbline.theorem.Relation;

/**
 * P(A) (relation) p, from counts. Exact on both sides; no contract (verdicts.md, section 2). delta
 * is relative to p: state the rarer of an event and its complement. p = 0 can be refuted and never
 * HOLDS.
 *
 * @param relation at most, at least or equal
 * @param p the claimed probability, in [0, 1]
 * @param complement p' = 1 - p, passed separately: 1 - p in doubles loses a small p'
 * @param delta the resolution of HOLDS, in (0, 1/2]
 */
public record Chance(Relation relation, double p, double complement, double delta)
    implements Procedure<Counts> {
  public Chance {
    if (!(p >= 0 && complement >= 0 && Math.abs(p + complement - 1) < 1e-12)) {
      throw new IllegalArgumentException(
          "p=" + p + " with 1 - p=" + complement + "; allowed: in [0, 1], with sum 1");
    }
    if (!(delta > 0 && delta <= 0.5)) {
      throw new IllegalArgumentException("delta=" + delta + "; allowed: in (0, 1/2]");
    }
  }

  private int grid() {
    return LogBern.gridFor(p);
  }

  /** Against P(A) <= p, from the certain events. */
  private double up(Counts c) {
    return LogBern.of(c.count(), c.certain(), p, complement, grid());
  }

  /** Against P(A) >= p, from the possible events. */
  private double down(Counts c) {
    return LogBern.of(c.count(), c.count() - c.possible(), complement, p, grid());
  }

  /** Against P(A) >= p(1 + delta). */
  private double above(Counts c) {
    double rest = complement - p * delta; // 1 - p1, without the cancellation of 1 - p(1 + delta)
    return rest < 0
        ? Double.POSITIVE_INFINITY
        : LogBern.of(c.count(), c.count() - c.possible(), rest, p * (1 + delta), grid());
  }

  /** Against P(A) <= p(1 - delta). */
  private double below(Counts c) {
    return LogBern.of(c.count(), c.certain(), p * (1 - delta), complement + p * delta, grid());
  }

  @Override
  public Look at(Counts c) {
    switch (relation) {
      case AT_MOST:
        return Look.of(up(c), above(c));
      case AT_LEAST:
        return Look.of(down(c), below(c));
      default:
        return Look.of(
            LogSumExp.of(up(c), down(c)) - StrictMath.log(2), Math.min(above(c), below(c)));
    }
  }

  @Override
  public Verdict conclude(Counts c, Outcome decided) {
    Look look = at(c);
    double refuting = Levels.ALPHA_CLAIM / (relation == Relation.EQUAL ? 2 : 1);
    double lower = lower(c, relation == Relation.AT_LEAST ? Levels.BETA : refuting);
    double upper = upper(c, relation == Relation.AT_MOST ? Levels.BETA : refuting);
    double delta99 = power(c.count(), Levels.threshold(refuting));
    boolean said = decided == Outcome.HOLDS || decided == Outcome.REFUTED;
    String note = decided == Outcome.REFUTED && look.holds() ? "violated by less than delta" : "";
    String text =
        decided
            + (decided == Outcome.HOLDS ? " within " + Say.percent(delta) : "")
            + (note.isEmpty() ? "" : " (" + note + ")")
            + (said ? " grade=exact" : "")
            + (" n="
                + c.count()
                + " events="
                + c.certain()
                + (c.possible() > c.certain() ? " to " + c.possible() : ""))
            + (" probability in ["
                + Say.number(lower * p)
                + ", "
                + Say.number(upper * p)
                + "] against "
                + Say.number(p))
            + (" logE=" + Say.number(look.logE()) + "/" + Say.number(Levels.refuting()))
            + "; would have refuted: "
            + (Double.isNaN(delta99) ? "none" : ">= " + Say.percent(delta99) + " (99 %)");
    return new Verdict(
        decided,
        said ? "exact" : "",
        c.count(),
        look.logE(),
        Levels.refuting(),
        delta99,
        false,
        lower,
        upper,
        List.of(),
        List.of(),
        note,
        text);
  }

  /** L/p, less eta; NaN where p = 0. */
  private double lower(Counts c, double level) {
    double limit = c.count() == 0 ? 0 : Limits.lowerEvents(c.count(), c.certain(), grid(), level);
    return p == 0 ? Double.NaN : Math.max(0, limit / p - Levels.ETA);
  }

  /** U/p, plus eta; NaN where p = 0. */
  private double upper(Counts c, double level) {
    double limit = c.count() == 0 ? 1 : Limits.upperEvents(c.count(), c.possible(), grid(), level);
    return p == 0 ? Double.NaN : limit / p + Levels.ETA;
  }

  private double power(long n, double threshold) {
    if (n == 0) {
      return Double.NaN;
    }
    double above = Power.chanceAbove(n, p, complement, threshold).orElse(Double.NaN);
    double below = Power.chanceBelow(n, p, complement, threshold).orElse(Double.NaN);
    switch (relation) {
      case AT_MOST:
        return above;
      case AT_LEAST:
        return below;
      default:
        return Math.max(above, below);
    }
  }
}
