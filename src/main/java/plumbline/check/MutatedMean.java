package plumbline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.formula.Constants;
import plumbline.recursion.Reading;
import plumbline.series.Checkpoints;
import plumbline.theorem.Claim;
import plumbline.theorem.Relation;
import plumbline.verdict.Course;
import plumbline.verdict.Levels;
import plumbline.verdict.Mean;
import plumbline.verdict.Outcome;
import plumbline.verdict.Verdict;

/**
 * The mutants of one mean claim (verdicts.md, section 8): classed by exact moments, or by the
 * interval of an ordinary run where moments do not close; then refuted without chance and by
 * simulation.
 */
final class MutatedMean {
  /** A violation that rounding in doubles could make. */
  private static final double ROUNDING = 1e-9;

  /**
   * A bound of 0 or less is tested as this share of the true one: harder to refute, and defined.
   */
  private static final double NOTHING = 1e-9;

  /** Coordinates times steps that one claim may cost: about a minute of one core. */
  private static final double BUDGET = 6e9;

  private static final long MOST = 1 << 23;
  private static final long LEAST = 4096;
  private static final double FACTOR = 1.5;

  private final String instance;
  private final Claim.Mean claim;
  private final Constants constants;
  private final double delta;
  private final Sampler sampler;
  private final Optional<Map<Long, Double>> exact;
  private final Components components;
  private final Mean procedure;
  private final MutantPlan plan;
  private Optional<Verdict> measured = Optional.empty();

  MutatedMean(
      String instance, Claim.Mean claim, Constants constants, double delta, Sampler sampler) {
    this.instance = instance;
    this.claim = claim;
    this.constants = constants;
    this.delta = delta;
    this.sampler = sampler;
    this.exact = Sampled.closed(claim.x());
    components =
        new Components(
            claim.x(),
            claim.relation(),
            Sampled.scale(claim.bound(), constants),
            claim.effort().tail(),
            exact.isPresent());
    procedure = Mean.of(claim.relation(), delta, components.checkpoints(), components.windows());
    plan = new MutantPlan(claim, procedure);
  }

  /** A mutant, how much it is violated at each checkpoint, and what is demanded of it. */
  private record Classed(
      Mutants.Mutant mutant,
      Map<Long, Double> violations,
      Optional<Long> alone,
      Optional<Long> simulated,
      long most) {
    /** Where the exact layer sees it, though nothing is demanded. */
    Optional<Long> visible() {
      return violations.entrySet().stream()
          .filter(e -> e.getValue() > ROUNDING)
          .max(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey);
    }

    double worst() {
      return violations.values().stream().mapToDouble(v -> v).max().orElse(Double.NaN);
    }
  }

  List<MutantResult> run(Progress progress) throws InterruptedException {
    if (exact.isEmpty()) {
      measure(progress);
    }
    List<Classed> all = new ArrayList<>();
    for (Mutants.Mutant mutant : Mutants.of(claim.bound(), claim.relation())) {
      all.add(classed(mutant));
    }
    List<Classed> sampled = all.stream().filter(c -> c.simulated().isPresent()).toList();
    Optional<MutantTask> task = task(sampled);
    if (task.isPresent()) {
      sampler.run(List.of(task.get()), progress);
    }
    List<MutantResult> results = new ArrayList<>();
    for (Classed c : all) {
      int i = sampled.indexOf(c);
      results.add(
          result(
              c,
              i < 0 ? Optional.empty() : Optional.of(task.orElseThrow().outcome(i)),
              i < 0 ? 0 : task.orElseThrow().replicas(i)));
    }
    return results;
  }

  /** An ordinary run of the claim itself, for its lower limits. */
  private void measure(Progress progress) throws InterruptedException {
    if (components.isEmpty() || components.checkpoints().isEmpty()) {
      return;
    }
    double v = Double.isNaN(components.variation()) ? 2 : components.variation();
    double most = Levels.most(v, v, delta, procedure.components().get(0).weight());
    Task.Means task =
        new Task.Means(
            components.sources(),
            List.of(),
            claim.relation(),
            procedure,
            capped(Double.isNaN(components.variation()) ? Math.min(most, 1 << 16) : most),
            Course.Aim.EITHER);
    sampler.run(List.of(task), progress);
    measured = task.verdict();
  }

  private long capped(double most) {
    return (long) Math.ceil(Math.min(Math.min(most, MOST), BUDGET / components.cost()));
  }

  private Classed classed(Mutants.Mutant mutant) {
    Map<Long, Double> violations = new LinkedHashMap<>();
    for (long k : claim.x().checkpoints().at()) {
      value(k).ifPresent(x -> violations.put(k, violation(x, mutant.bound().at(constants, k))));
    }
    Optional<Long> alone =
        exact.isEmpty()
            ? Optional.empty()
            : violations.entrySet().stream()
                .filter(e -> e.getValue() >= FACTOR * delta)
                .map(Map.Entry::getKey)
                .findFirst();
    double planned = Double.POSITIVE_INFINITY;
    for (int i = 0; i < components.checkpoints().size(); i++) {
      double violation = violations.getOrDefault(k(i), 0.0);
      if (violation > ROUNDING) {
        planned = Math.min(planned, MutantTask.planned(plan.variation(i), violation, weight(i)));
      }
    }
    // a plan for hardly any variance asks for less than evidence on constants needs
    long most = Math.max(LEAST, capped(planned));
    Optional<Long> simulated = Optional.empty();
    for (int i = 0; i < components.checkpoints().size() && simulated.isEmpty(); i++) {
      double threshold = FACTOR * Math.max(delta, plan.delta99(i, most));
      if (violations.getOrDefault(k(i), 0.0) >= threshold) {
        simulated = Optional.of(k(i));
      }
    }
    return new Classed(mutant, violations, alone, simulated, most);
  }

  /** E X_k; or, where only measured, the end of its interval that speaks for the bound. */
  private Optional<Double> value(long k) {
    if (exact.isPresent()) {
      return Optional.ofNullable(exact.get().get(k));
    }
    for (int i = 0; i < components.checkpoints().size() && measured.isPresent(); i++) {
      if (k(i) == k && claim.relation() != Relation.EQUAL) {
        Verdict.Part part = measured.get().parts().get(i);
        double end = claim.relation() == Relation.AT_MOST ? part.lower() : part.upper();
        return Optional.of(end * claim.bound().at(constants, k));
      }
    }
    return Optional.empty();
  }

  private double violation(double x, double bound) {
    double above = bound > 0 ? x / bound - 1 : x > bound ? Double.POSITIVE_INFINITY : 0;
    double violation =
        switch (claim.relation()) {
          case AT_MOST -> above;
          case AT_LEAST -> bound > 0 ? -above : 0;
          case EQUAL -> Math.abs(above);
        };
    return Double.isNaN(violation) || Math.abs(violation) < ROUNDING ? 0 : violation;
  }

  private long k(int i) {
    return components.points().get(i).k();
  }

  private double weight(int i) {
    return procedure.components().get(i).weight();
  }

  private Optional<MutantTask> task(List<Classed> sampled) {
    if (sampled.isEmpty()) {
      return Optional.empty();
    }
    List<Mean> procedures = sampled.stream().map(c -> procedure.mutant(ratios(c))).toList();
    return Optional.of(
        new MutantTask(
            components.sources(),
            procedure,
            procedures,
            sampled.stream().map(Classed::most).toList()));
  }

  /** B'/B for each checkpoint, and for each window in which it is constant. */
  private List<OptionalDouble> ratios(Classed c) {
    List<OptionalDouble> ratios = new ArrayList<>();
    for (int i = 0; i < components.points().size(); i++) {
      long from = k(i);
      double ratio = ratio(c, from);
      boolean constant = Double.isFinite(ratio); // a division by 0 claims nothing
      if (i >= components.checkpoints().size()) {
        for (long k = from; k < 2 * from && constant; k++) {
          constant = Math.abs(ratio(c, k) - ratio) <= ROUNDING * Math.abs(ratio);
        }
      }
      ratios.add(constant ? OptionalDouble.of(tested(ratio)) : OptionalDouble.empty());
    }
    return ratios;
  }

  private double ratio(Classed c, long k) {
    return c.mutant().bound().at(constants, k) / claim.bound().at(constants, k);
  }

  /** E R at most 0 or less implies at most this; a lower bound of 0 or less says nothing. */
  private double tested(double ratio) {
    if (claim.relation() == Relation.AT_LEAST) {
      return Math.max(0, ratio);
    }
    return Math.max(NOTHING, ratio);
  }

  private MutantResult result(Classed c, Optional<Outcome> simulated, long replicas) {
    boolean demanded = c.alone().isPresent() || simulated.isPresent();
    Optional<Outcome> outcome = c.alone().or(c::visible).flatMap(k -> exactly(c.mutant(), k));
    String where =
        c.simulated()
            .or(c::alone)
            .or(
                () ->
                    c.violations().entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey))
            .map(k -> "k = " + k)
            .orElse("nowhere");
    MutantResult.Standing standing =
        demanded
            ? MutantResult.Standing.DEMANDED
            : c.worst() > 0
                ? MutantResult.Standing.BELOW_RESOLUTION
                : MutantResult.Standing.TRUE_HERE;
    return new MutantResult(
        instance,
        claim.name(),
        c.mutant().name(),
        exact.isEmpty() && !demanded ? undemanded(c) : standing,
        c.worst(),
        where,
        exact.isPresent() ? "exact moments" : "measured",
        outcome,
        simulated,
        replicas,
        demanded && simulated.isEmpty()
            ? "by simulation below its resolution; left out: " + components.leftOut()
            : "");
  }

  /** By the upper limits of the run: true where they stay below the false bound as well. */
  private MutantResult.Standing undemanded(Classed c) {
    boolean below = measured.isPresent() && claim.relation() == Relation.AT_MOST;
    for (int i = 0; i < components.checkpoints().size() && below; i++) {
      double ratio = ratio(c, k(i));
      below = measured.get().parts().get(i).upper() <= ratio;
    }
    return below ? MutantResult.Standing.TRUE_HERE : MutantResult.Standing.BELOW_RESOLUTION;
  }

  /** Without chance, at the first checkpoint where it must fail. */
  private Optional<Outcome> exactly(Mutants.Mutant mutant, long k) {
    Reading reading =
        new Reading(claim.x().of(), claim.x().quantity(), claim.x().fold(), Checkpoints.of(k));
    return new ExactLayer(reading, claim.relation(), mutant.bound(), constants, Course.Aim.REFUTED)
        .judge()
        .map(ExactLayer.Said::outcome);
  }
}
