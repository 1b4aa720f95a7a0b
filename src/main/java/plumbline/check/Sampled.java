package plumbline.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import org.hipparchus.util.Binary64;
import plumbline.exact.ClosedMoments;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.quantity.Quantity;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;
import plumbline.simulation.Channel;
import plumbline.theorem.Claim;
import plumbline.theorem.Need;
import plumbline.theorem.Relation;
import plumbline.theorem.Tail;
import plumbline.verdict.Chance;
import plumbline.verdict.Course;
import plumbline.verdict.Levels;
import plumbline.verdict.Mean;
import plumbline.verdict.Outcome;
import plumbline.verdict.Ratio;
import plumbline.verdict.Slope;

/** Lays out what claims need of a simulation: channels, contracts, weights, replicas. */
final class Sampled {
  /** The resolution at which the simulator is held to exact moments. */
  private static final double SIMULATOR_DELTA = 0.02;

  /** Without a contract nothing but a leaning can come of more. */
  private static final long MOST_WITHOUT_CONTRACT = 1 << 16;

  private static final long MOST = 1 << 23;

  /** Ns a coordinate and step, for --time: a fixed model, so that n_max is the same everywhere. */
  static final double MODEL_NANOSECONDS = 10;

  private final Constants constants;
  private final Options options;
  private final ClaimResult.Standing standing;

  Sampled(Constants constants, Options options, ClaimResult.Standing standing) {
    this.constants = constants;
    this.options = options;
    this.standing = standing;
  }

  /** The claim against simulation; empty where every checkpoint is left to the exact layer. */
  Optional<Pending> mean(
      String name, Claim.Mean claim, Course.Aim aim, List<Curve> lines, boolean exactDecides) {
    LongToDoubleFunction bound = k -> claim.bound().at(constants, k);
    Components components =
        new Components(claim.x(), claim.relation(), bound, claim.effort().tail(), exactDecides);
    if (components.isEmpty() || components.decided() != Outcome.HOLDS) {
      return exactDecides
          ? Optional.empty()
          : Optional.of(withoutReplicas(claim, components, lines));
    }
    double delta = delta(claim.effort().delta());
    boolean beside = exactDecides && standing == ClaimResult.Standing.CLAIMED;
    return Optional.of(
        pending(
            name,
            beside ? ClaimResult.Standing.BESIDE_EXACT : standing,
            claim.effort().need(),
            claim.relation(),
            components,
            delta,
            claim.effort().mostReplicas(),
            aim,
            lines));
  }

  /** A bound that decides alone, or a claim none of whose checkpoints is statistical. */
  private Pending withoutReplicas(Claim.Mean claim, Components components, List<Curve> lines) {
    Outcome outcome =
        components.decided() == Outcome.HOLDS ? Outcome.INCONCLUSIVE : components.decided();
    return Pending.said(
        claim.name(),
        "mean",
        Preparation.words(claim.relation()),
        standing,
        claim.effort().need(),
        new Pending.Said(
            new Layer.Compared("no replica", List.of()),
            outcome,
            outcome == Outcome.INCONCLUSIVE
                ? "no checkpoint is statistical, and no exact layer is known: "
                    + components.leftOut()
                : "the bound alone decides: " + components.leftOut()),
        lines);
  }

  /** The simulator against exact moments: an equality that tries the engine itself. */
  Optional<Pending> simulator(Claim.Mean claim, List<Curve> lines) {
    Map<Long, Double> exact = exact(claim.x());
    Tail tail = claim.effort().tail();
    if (tail instanceof Tail.Max max) {
      tail =
          new Tail.Max(
              k ->
                  max.largestRatio().applyAsDouble(k)
                      * claim.bound().at(constants, k)
                      / exact.get(k),
              max.why());
    }
    Components components = new Components(claim.x(), Relation.EQUAL, exact::get, tail, true);
    if (components.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        pending(
            "simulator on " + claim.name(),
            ClaimResult.Standing.SIMULATOR,
            tail instanceof Tail.None ? Need.MAY_STAY_OPEN : Need.MUST_DECIDE,
            Relation.EQUAL,
            components,
            delta(SIMULATOR_DELTA),
            Long.MAX_VALUE,
            Course.Aim.EITHER,
            lines.stream().filter(c -> c.role() == Curve.Role.EXACT).toList()));
  }

  /** E X by checkpoint; empty where moments do not close. */
  static Optional<Map<Long, Double>> closed(Reading reading) {
    return ClosedMoments.expectation(Arithmetic.doubles(), reading).map(v -> exact(reading));
  }

  private static Map<Long, Double> exact(Reading reading) {
    List<Binary64> values = ClosedMoments.expectation(Arithmetic.doubles(), reading).orElseThrow();
    Map<Long, Double> exact = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      exact.put(reading.checkpoints().at().get(i), values.get(i).getReal());
    }
    return exact;
  }

  private Pending pending(
      String name,
      ClaimResult.Standing as,
      Need need,
      Relation relation,
      Components components,
      double delta,
      long mostReplicas,
      Course.Aim aim,
      List<Curve> lines) {
    Mean procedure = Mean.of(relation, delta, components.checkpoints(), components.windows());
    double weight = procedure.components().get(0).weight();
    long most = most(components.variation(), delta, weight, mostReplicas, components.cost());
    Task<?> task =
        new Task.Means(components.sources(), components.fixed(), relation, procedure, most, aim);
    return Pending.sampled(
        name,
        "mean",
        Preparation.words(relation),
        as,
        need,
        new Pending.Sampling(task, delta, most, components.points(), components.leftOut(), null),
        lines);
  }

  Pending chance(Claim.Chance claim, Course.Aim aim) {
    Reading x = claim.x();
    long last = x.checkpoints().last();
    double p = claim.probability().at(constants, last);
    double delta = delta(claim.effort().delta());
    boolean path = x.fold() == Fold.MAX_TO;
    // relative to its own start the first ratio is 1 by construction: it is left out
    long first = !path ? last : x.quantity() == Quantity.LOSS_OVER_START ? Math.min(2, last) : 1;
    Channel channel =
        new Channel(
            x.quantity(),
            path ? Channel.Gather.MAX : Channel.Gather.AT,
            first,
            last,
            k -> claim.threshold().at(constants, k));
    double variation = (1 - p) / p;
    long most = most(variation, delta, 1, claim.effort().mostReplicas(), cost(x));
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
        standing,
        claim.effort().need(),
        new Pending.Sampling(
            task,
            delta,
            most,
            List.of(new Pending.Point("k = " + last, last, p)),
            "",
            new Pending.Meant("probability", p, 0)),
        List.of(
            new Curve("claimed", Curve.Role.BOUND, List.of((double) last), List.of(p), List.of())));
  }

  Pending slope(Claim.Slope claim, Course.Aim aim) {
    double p = claim.p().at(constants, 0);
    Laid laid = Laid.of(claim.pairs(), claim.effort().tail());
    double run = claim.pairs().stream().mapToDouble(Claim.Pair::run).min().orElseThrow();
    double most =
        Levels.mostForInterval(laid.variation(), Levels.ALPHA_CLAIM / 4, run, claim.tau());
    return interval(
        claim.name(),
        "slope",
        claim.relation(),
        claim.effort(),
        laid,
        new Slope(claim.relation(), laid.pairs(), p, claim.tau()),
        most,
        aim,
        new Pending.Meant("slope", p, claim.tau()));
  }

  Pending ratio(Claim.Ratio claim, Course.Aim aim) {
    double r = claim.r().at(constants, 0);
    double delta = delta(claim.effort().delta());
    Laid laid = Laid.of(claim.pairs(), claim.effort().tail());
    double most =
        Levels.mostForInterval(
            laid.variation(), Levels.ALPHA_CLAIM / 4, 1, Math.max(claim.tau(), delta));
    return interval(
        claim.name(),
        "ratio",
        claim.relation(),
        claim.effort(),
        laid,
        new Ratio(claim.relation(), laid.pairs(), r, claim.tau(), delta),
        most,
        aim,
        new Pending.Meant("ratio", r, claim.tau()));
  }

  private Pending interval(
      String name,
      String kind,
      Relation relation,
      plumbline.theorem.Effort effort,
      Laid laid,
      plumbline.verdict.Procedure<List<plumbline.simulation.Moments>> procedure,
      double planned,
      Course.Aim aim,
      Pending.Meant meant) {
    long most = capped(planned, effort.mostReplicas(), laid.cost());
    Task<?> task = new Task.Means(laid.sources(), List.of(), relation, procedure, most, aim);
    return Pending.sampled(
        name,
        kind,
        Preparation.words(relation),
        standing,
        effort.need(),
        new Pending.Sampling(task, delta(effort.delta()), most, laid.points(), "", meant),
        List.of());
  }

  double delta(double own) {
    return options.delta().orElse(own);
  }

  private long most(double variation, double delta, double weight, long mostReplicas, double cost) {
    boolean contract = !Double.isNaN(variation);
    double v = contract ? variation : 2;
    double planned = Levels.most(v, v, delta, weight);
    return capped(
        contract ? planned : Math.min(planned, MOST_WITHOUT_CONTRACT), mostReplicas, cost);
  }

  long capped(double planned, long mostReplicas, double cost) {
    double most = Math.min(Math.min(planned, mostReplicas), MOST);
    if (standing == ClaimResult.Standing.SHOWN) {
      most = Math.min(most, 4096);
    }
    if (options.seconds().isPresent()) {
      most = Math.min(most, options.seconds().getAsDouble() * 1e9 / MODEL_NANOSECONDS / cost);
    }
    return (long) Math.max(16, Math.ceil(most));
  }

  /** Coordinates times steps of one replica. */
  static double cost(Reading reading) {
    return (double) reading.of().problem().dimension() * reading.checkpoints().last();
  }
}
