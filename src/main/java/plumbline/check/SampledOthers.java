package plumbline.check;

import java.util.List;
import plumbline.formula.Constants;
import plumbline.quantity.Quantity;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;
import plumbline.simulation.Channel;
import plumbline.simulation.Moments;
import plumbline.theorem.Claim;
import plumbline.theorem.Effort;
import plumbline.theorem.Relation;
import plumbline.verdict.Admission;
import plumbline.verdict.Chance;
import plumbline.verdict.Course;
import plumbline.verdict.Levels;
import plumbline.verdict.Outcome;
import plumbline.verdict.Pairs;
import plumbline.verdict.Procedure;
import plumbline.verdict.Ratio;
import plumbline.verdict.Slope;

/** Lays out what claims about chances, ratios and slopes need of a simulation. */
final class SampledOthers {
  private final Constants constants;
  private final Sampled sampled;

  SampledOthers(Constants constants, Sampled sampled) {
    this.constants = constants;
    this.sampled = sampled;
  }

  /** P(X &gt; threshold); along a path, up to where rounding may decide the event. */
  Pending chance(Claim.Chance claim, Course.Aim aim) {
    Reading x = claim.x();
    long declared = x.checkpoints().last();
    boolean path = x.fold() == Fold.MAX_TO;
    // relative to its own start the first ratio is 1 by construction: it is left out
    long first =
        !path ? declared : x.quantity() == Quantity.LOSS_OVER_START ? Math.min(2, declared) : 1;
    long last = lastAdmitted(claim, first);
    double p = claim.probability().at(constants, declared);
    if (last < first) {
      return open(
          claim,
          "chance",
          claim.effort(),
          "rounding may decide the event at k = " + first + ": no replica is drawn");
    }
    double delta = sampled.delta(claim.effort().delta());
    Channel channel =
        new Channel(
            x.quantity(),
            path ? Channel.Gather.MAX : Channel.Gather.AT,
            first,
            last,
            k -> claim.threshold().at(constants, k));
    double variation = (1 - p) / p;
    long most = sampled.most(variation, delta, 1, claim.effort().mostReplicas(), Sampled.cost(x));
    Task<?> task =
        new Task.Events(
            new Task.Source(x.of(), channel),
            new Chance(claim.relation(), p, 1 - p, delta),
            most,
            aim);
    return Pending.sampled(
        claim.name(),
        "chance",
        Preparation.words(claim.relation()),
        sampled.standing(),
        claim.effort().need(),
        new Pending.Sampling(
            task,
            delta,
            most,
            List.of(new Pending.Point("k = " + last, last, p)),
            last < declared ? "k > " + last + " is below rounding" : "",
            new Pending.Meant("probability", p, 0)),
        List.of(
            new Curve("claimed", Curve.Role.BOUND, List.of((double) last), List.of(p), List.of())));
  }

  /** The last iteration up to which a reading's error is below eta times every threshold. */
  private long lastAdmitted(Claim.Chance claim, long first) {
    Rounding rounding =
        new Rounding(claim.x(), Rounding.Subject.ORACLES, k -> claim.threshold().at(constants, k));
    long last = claim.x().checkpoints().last();
    for (long k = first; k <= last; k++) {
      double threshold = claim.threshold().at(constants, k);
      double error = rounding.at(k) + BoundError.of(claim.threshold(), constants, k);
      if (Admission.of(Relation.EQUAL, threshold, error) != Admission.Standing.STATISTICAL) {
        return k - 1;
      }
    }
    return last;
  }

  Pending slope(Claim.Slope claim, Course.Aim aim) {
    double p = claim.p().at(constants, 0);
    Laid laid = Laid.of(claim.pairs(), claim.effort().tail());
    if (laid.pairs().isEmpty()) {
      return open(claim, "slope", claim.effort(), laid.leftOut());
    }
    Slope slope = new Slope(claim.relation(), laid.pairs().get(), p, claim.tau());
    double run = laid.pairs().get().pairs().stream().mapToDouble(Pairs.Pair::run).min().orElse(1);
    double most = Levels.mostForInterval(laid.variation(), slope.level(), run, claim.tau());
    Pending.Meant meant = new Pending.Meant("slope", p, claim.tau());
    return interval(claim, claim.effort(), laid, slope, most, aim, meant);
  }

  Pending ratio(Claim.Ratio claim, Course.Aim aim) {
    double r = claim.r().at(constants, 0);
    double delta = sampled.delta(claim.effort().delta());
    Laid laid = Laid.of(claim.pairs(), claim.effort().tail());
    if (laid.pairs().isEmpty()) {
      return open(claim, "ratio", claim.effort(), laid.leftOut());
    }
    Ratio ratio = new Ratio(claim.relation(), laid.pairs().get(), r, claim.tau(), delta);
    double most =
        Levels.mostForInterval(laid.variation(), ratio.level(), 1, Math.max(claim.tau(), delta));
    Pending.Meant meant = new Pending.Meant("ratio", r, claim.tau());
    return interval(claim, claim.effort(), laid, ratio, most, aim, meant);
  }

  private Pending interval(
      Claim claim,
      Effort effort,
      Laid laid,
      Procedure<List<Moments>> procedure,
      double planned,
      Course.Aim aim,
      Pending.Meant meant) {
    long most = sampled.capped(planned, effort.mostReplicas(), laid.cost());
    Task<?> task =
        new Task.Means(laid.sources(), List.of(), claim.relation(), procedure, most, aim);
    return Pending.sampled(
        claim.name(),
        meant.what(),
        Preparation.words(claim.relation()),
        sampled.standing(),
        effort.need(),
        new Pending.Sampling(
            task, sampled.delta(effort.delta()), most, laid.points(), laid.leftOut(), meant),
        List.of());
  }

  /** A claim of which rounding leaves nothing to be seen. */
  private Pending open(Claim claim, String kind, Effort effort, String why) {
    return Pending.said(
        claim.name(),
        kind,
        Preparation.words(claim.relation()),
        sampled.standing(),
        effort.need(),
        Pending.Said.withoutReplicas(Outcome.INCONCLUSIVE, why),
        List.of());
  }
}
