package plumbline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import plumbline.check.MutantResult.Standing;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.recursion.Fold;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Relation;
import plumbline.verdict.Course;
import plumbline.verdict.Outcome;
import plumbline.verdict.Verdict;

/**
 * The mutants of an event: probabilities and thresholds that promise more. No probability is known
 * without replicas, so none of them is classed: what simulation says of them is shown, and stays
 * outside the kill rate.
 */
final class MutatedChance {
  private static final double ROUNDING = 1e-12;

  private final MutantResult.Place place;
  private final Claim.Chance claim;
  private final Constants constants;
  private final SampledOthers sampled;
  private final Sampler sampler;

  MutatedChance(
      MutantResult.Place place,
      Claim.Chance claim,
      Constants constants,
      Options options,
      Sampler sampler) {
    this.place = place;
    this.claim = claim;
    this.constants = constants;
    this.sampled =
        new SampledOthers(constants, new Sampled(constants, options, ClaimResult.Standing.CLAIMED));
    this.sampler = sampler;
  }

  /** All of them in one simulation. */
  List<MutantResult> run(Progress progress) throws InterruptedException {
    Map<String, Task<?>> tasks = new LinkedHashMap<>();
    Map<String, Claim.Chance> planted = planted();
    for (Map.Entry<String, Claim.Chance> mutant : planted.entrySet()) {
      if (!weaker(mutant.getValue())) {
        Pending pending = sampled.chance(mutant.getValue(), Course.Aim.REFUTED);
        pending.sampled().ifPresent(own -> tasks.put(mutant.getKey(), own.task()));
      }
    }
    sampler.run(List.copyOf(tasks.values()), progress);
    List<MutantResult> results = new ArrayList<>();
    planted.forEach(
        (name, mutant) ->
            results.add(result(name, weaker(mutant), Optional.ofNullable(tasks.get(name)))));
    return results;
  }

  private Map<String, Claim.Chance> planted() {
    Map<String, Claim.Chance> mutants = new LinkedHashMap<>();
    boolean most = claim.relation() != Relation.AT_LEAST;
    Formula probability = claim.probability().times(Formula.number(most ? "4/5" : "6/5"));
    double p = probability.at(constants, claim.x().checkpoints().last());
    if (p > 0 && p < 1) {
      mutants.put(most ? "p x 4/5" : "p x 6/5", with(claim.threshold(), probability));
    }
    for (Mutants.Mutant mutant :
        Mutants.of(claim.threshold(), claim.relation(), constants, tested())) {
      boolean kind =
          mutant.name().equals(most ? "bound x 1/2" : "bound x 2")
              || mutant.name().endsWith(" dropped")
              || mutant.name().contains("^");
      if (kind) {
        mutants.put("threshold: " + mutant.name(), with(mutant.bound(), claim.probability()));
      }
    }
    return mutants;
  }

  /** Every iteration at which the threshold is read. */
  private Checkpoints tested() {
    long last = claim.x().checkpoints().last();
    return claim.x().fold() == Fold.MAX_TO
        ? new Checkpoints(LongStream.rangeClosed(1, last).boxed().toList())
        : Checkpoints.of(last);
  }

  private Claim.Chance with(Bound threshold, Formula probability) {
    long replicas = Math.min(claim.effort().mostReplicas(), MutatedMean.UNPLANNED);
    return new Claim.Chance(
        claim.name(),
        claim.x(),
        threshold,
        claim.relation(),
        probability,
        claim.effort().atMost(replicas));
  }

  /** Whether it promises no more than the theorem: a threshold that is nowhere on the bad side. */
  private boolean weaker(Claim.Chance mutant) {
    long last = claim.x().checkpoints().last();
    if (mutant.probability().at(constants, last) != claim.probability().at(constants, last)) {
      return false;
    }
    return tested().at().stream()
        .allMatch(
            k -> {
              double before = claim.threshold().at(constants, k);
              double after = mutant.threshold().at(constants, k);
              double more = after - before + ROUNDING * Math.abs(before);
              double less = before - after + ROUNDING * Math.abs(before);
              return switch (claim.relation()) {
                case AT_MOST -> more >= 0;
                case AT_LEAST -> less >= 0;
                case EQUAL -> more >= 0 && less >= 0;
              };
            });
  }

  private MutantResult result(String name, boolean weaker, Optional<Task<?>> task) {
    Optional<Verdict> verdict = task.flatMap(Task::verdict);
    return new MutantResult(
        place,
        name,
        weaker ? Standing.TRUE_HERE : Standing.NOT_CLASSED,
        Set.of(),
        verdict.map(this::measured).orElse(Double.NaN),
        "",
        weaker ? "promises no more" : Known.Basis.NOTHING.words(),
        Optional.empty(),
        task.map(t -> verdict.map(Verdict::outcome).orElse(Outcome.ERROR)),
        task.map(t -> t.replicas()).orElse(0L),
        task.flatMap(t -> t.broken()).orElse(""));
  }

  /** The violation that the interval leaves at least, where it is above 0; else at most. */
  private double measured(Verdict verdict) {
    boolean most = claim.relation() == Relation.AT_MOST;
    double least = most ? verdict.ratioLower() - 1 : 1 - verdict.ratioUpper();
    double greatest = most ? verdict.ratioUpper() - 1 : 1 - verdict.ratioLower();
    return verdict.outcome() == Outcome.REFUTED ? least : greatest;
  }
}
