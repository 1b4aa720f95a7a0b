package plumbline.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.util.Binary64;
import plumbline.exact.ClosedMoments;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.problem.Problem;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Need;
import plumbline.theorem.Relation;
import plumbline.theorem.Tail;
import plumbline.verdict.Course;
import plumbline.verdict.Levels;
import plumbline.verdict.Mean;
import plumbline.verdict.NoMeans;
import plumbline.verdict.Outcome;

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
    Components components =
        new Components(
            claim.x(),
            claim.relation(),
            scale(claim.bound(), constants),
            claim.effort().tail(),
            exactDecides);
    if (components.decided() != Outcome.HOLDS || components.isEmpty()) {
      return exactDecides
          ? Optional.empty()
          : Optional.of(withoutMeans(name, claim, components, aim, lines));
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

  static Components.Scale scale(Bound bound, Constants constants) {
    return new Components.Scale(
        k -> bound.at(constants, k), k -> BoundError.of(bound, constants, k));
  }

  /** A bound that decides alone, or a claim none of whose checkpoints is statistical. */
  private Pending withoutMeans(
      String name, Claim.Mean claim, Components components, Course.Aim aim, List<Curve> lines) {
    Outcome alone = components.decided();
    if (alone == Outcome.HOLDS && !components.pointwise().isEmpty()) {
      return pending(name, claim, components, aim, lines);
    }
    if (alone == Outcome.HOLDS) {
      alone = components.isVacuous() ? Outcome.NOT_APPLICABLE : Outcome.INCONCLUSIVE;
    }
    String why =
        components.decided() == Outcome.HOLDS
            ? "no checkpoint is statistical: "
            : "the bound alone decides: ";
    return Pending.said(
        name,
        "mean",
        Preparation.words(claim.relation()),
        standing,
        claim.effort().need(),
        Pending.Said.withoutReplicas(alone, why + components.leftOut()),
        lines);
  }

  /** Deterministic checkpoints alone: one replica is all of them. */
  private Pending pending(
      String name, Claim.Mean claim, Components components, Course.Aim aim, List<Curve> lines) {
    Task<?> task =
        new Task.Means(
            List.of(),
            components.pointwise(),
            claim.relation(),
            new NoMeans(components.withoutChance()),
            1,
            aim);
    return Pending.sampled(
        name,
        "mean",
        Preparation.words(claim.relation()),
        standing,
        claim.effort().need(),
        new Pending.Sampling(
            task, delta(claim.effort().delta()), 1, List.of(), components.leftOut(), null),
        lines);
  }

  /** The simulator against exact moments: an equality that tries the engine itself. */
  Optional<Pending> simulator(Claim.Mean claim, List<Curve> lines) {
    Map<Long, Double> exact = closed(claim.x()).orElseThrow();
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
    Components components =
        new Components(
            claim.x(),
            Relation.EQUAL,
            new Components.Scale(exact::get, k -> exact.get(k) * relativeError(claim.x(), k)),
            tail,
            true);
    if (components.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        pending(
            "simulator on " + claim.name(),
            ClaimResult.Standing.SIMULATOR,
            tail instanceof Tail.None || options.seconds().isPresent()
                ? Need.MAY_STAY_OPEN
                : Need.MUST_DECIDE,
            Relation.EQUAL,
            components,
            delta(SIMULATOR_DELTA),
            Long.MAX_VALUE,
            Course.Aim.EITHER,
            lines.stream().filter(c -> c.role() == Curve.Role.EXACT).toList()));
  }

  /** Of an exact moment in doubles. */
  private static double relativeError(Reading reading, long k) {
    return 8 * Drift.UNIT * ClosedMoments.operations(reading, k);
  }

  /** E X by checkpoint; empty where moments do not close. */
  static Optional<Map<Long, Double>> closed(Reading reading) {
    return ClosedMoments.expectation(Arithmetic.doubles(), reading)
        .map(values -> byCheckpoint(reading, values));
  }

  private static Map<Long, Double> byCheckpoint(Reading reading, List<Binary64> values) {
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
    // an equality spends half its level on each side
    double weight = procedure.components().get(0).weight() / (relation == Relation.EQUAL ? 2 : 1);
    long most = most(components.variation(), delta, weight, mostReplicas, components.cost());
    Task<?> task =
        new Task.Means(
            components.sources(), components.pointwise(), relation, procedure, most, aim);
    return Pending.sampled(
        name,
        "mean",
        Preparation.words(relation),
        as,
        need,
        new Pending.Sampling(
            task,
            delta,
            most,
            components.points(),
            components.withoutChance(),
            components.leftOut(),
            null),
        lines);
  }

  /** The resolution: that of the claim, or of the run. */
  double delta(double own) {
    return options.delta().orElse(own);
  }

  ClaimResult.Standing standing() {
    return standing;
  }

  /** n_max of a claim about means. */
  long most(double variation, double delta, double weight, long mostReplicas, double cost) {
    boolean contract = !Double.isNaN(variation);
    double v = contract ? variation : 2;
    double planned = Levels.most(v, v, delta, weight);
    return capped(
        contract ? planned : Math.min(planned, MOST_WITHOUT_CONTRACT), mostReplicas, cost);
  }

  /** A planned n_max, under the caps of the claim, of the run and of the catalogue. */
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

  /** Coordinates times steps of one replica, and the products of the whole sums that are read. */
  static double cost(Reading reading) {
    return cost(reading, reading.checkpoints().last());
  }

  /** The same up to this iteration. */
  static double cost(Reading reading, long last) {
    Problem problem = reading.of().problem();
    long read = reading.fold() == Fold.AT ? reading.checkpoints().size() : last;
    double steps = (double) problem.dimension() * last;
    // a product of a whole sum, without a draw, takes an eighth of a coordinate's step
    return steps + (double) (problem.work(0) - problem.dimension()) * read / 8;
  }
}
