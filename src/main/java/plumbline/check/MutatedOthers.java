package plumbline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Rationals;
import plumbline.theorem.Claim;
import plumbline.theorem.Relation;
import plumbline.theorem.Theorem;
import plumbline.verdict.Course;
import plumbline.verdict.Outcome;
import plumbline.verdict.Verdict;

/** The mutants of claims that are no means: comparisons without chance, slopes, ratios, events. */
final class MutatedOthers {
  /** Without chance nothing is lost in noise; only rounding is left out. */
  private static final double VISIBLE = 1e-6;

  /** Where digits are out of reach, section 6 refutes from this on. */
  private static final double VISIBLE_IN_DOUBLES = 1e-2;

  private final String instance;
  private final Constants constants;
  private final Preparation preparation;
  private final SampledOthers sampled;
  private final Sampler sampler;

  MutatedOthers(String instance, Constants constants, Options options, Sampler sampler) {
    this.instance = instance;
    this.constants = constants;
    this.preparation =
        new Preparation(
            constants, options, ClaimResult.Standing.CLAIMED, claim -> Course.Aim.REFUTED);
    this.sampled =
        new SampledOthers(constants, new Sampled(constants, options, ClaimResult.Standing.CLAIMED));
    this.sampler = sampler;
  }

  /** Each mutant of the bound that the comparison is made with. */
  List<MutantResult> exactly(Claim.Exactly claim) {
    List<MutantResult> results = new ArrayList<>();
    for (Mutants.Mutant mutant : Mutants.of(claim.bound(), claim.relation())) {
      Claim.Exactly mutated =
          new Claim.Exactly(
              claim.name(),
              claim.relation(),
              claim.trial(),
              mutant.bound(),
              claim.points(),
              claim.need());
      Pending.Said said = preparation.of(mutated).get(0).said().orElseThrow();
      results.add(compared(claim, mutant.name(), said));
    }
    return results;
  }

  private MutantResult compared(Claim.Exactly claim, String mutant, Pending.Said said) {
    double worst = 0;
    String where = "nowhere";
    for (Layer.Side side : ((Layer.Compared) said.layer()).sides()) {
      double scale = Math.max(Math.abs(side.right()), Double.MIN_NORMAL);
      double excess = (side.left() - side.right()) / scale;
      double violation =
          switch (claim.relation()) {
            case AT_MOST -> excess;
            case AT_LEAST -> -excess;
            case EQUAL -> Math.abs(excess);
          };
      if (violation > worst) {
        worst = violation;
        where = side.what();
      }
    }
    double visible = claim.trial().onlyInDoubles() ? VISIBLE_IN_DOUBLES : VISIBLE;
    boolean demanded = worst >= visible;
    return new MutantResult(
        instance,
        claim.name(),
        mutant,
        standing(demanded, worst > 1e-12),
        worst,
        where,
        "no chance",
        demanded ? Optional.of(said.outcome()) : Optional.empty(),
        Optional.empty(),
        0,
        "");
  }

  private static MutantResult.Standing standing(boolean demanded, boolean violated) {
    return demanded
        ? MutantResult.Standing.DEMANDED
        : violated ? MutantResult.Standing.BELOW_RESOLUTION : MutantResult.Standing.TRUE_HERE;
  }

  /** Exponents off by a tenth. */
  List<MutantResult> slope(Claim.Slope claim, Progress progress) throws InterruptedException {
    List<MutantResult> results = new ArrayList<>();
    for (String off : Mutants.offs(claim.relation(), "-1/10", "1/10")) {
      BigFraction shift = Rationals.parse(off);
      Formula p = claim.p().plus(Formula.number(shift));
      Claim.Slope mutated =
          new Claim.Slope(
              claim.name(), claim.pairs(), claim.relation(), p, claim.tau(), claim.effort());
      Optional<Pending.Said> said = ExactRatio.slope(mutated, constants);
      results.add(
          interval(
              claim,
              "slope " + (shift.signum() > 0 ? "+ 0.1" : "- 0.1"),
              claim.tau(),
              claim.tau(),
              said,
              sampled.slope(mutated, Course.Aim.REFUTED),
              progress));
    }
    return results;
  }

  /** Ratios off by a fifth. */
  List<MutantResult> ratio(Claim.Ratio claim, Progress progress) throws InterruptedException {
    List<MutantResult> results = new ArrayList<>();
    for (String factor : Mutants.offs(claim.relation(), "4/5", "5/4")) {
      Formula r = claim.r().times(Formula.number(factor));
      double tau = claim.tau() * r.at(constants, 0);
      double resolution = Math.max(tau, claim.effort().delta() * r.at(constants, 0));
      Claim.Ratio mutated =
          new Claim.Ratio(
              claim.name(), claim.pairs(), claim.relation(), r, claim.tau(), claim.effort());
      results.add(
          interval(
              claim,
              "ratio x " + factor,
              tau,
              resolution,
              ExactRatio.ratio(mutated, constants),
              sampled.ratio(mutated, Course.Aim.REFUTED),
              progress));
    }
    return results;
  }

  /** The plan of an interval resolves what is beyond the edge by its tolerance (section 4). */
  private MutantResult interval(
      Claim claim,
      String mutant,
      double tau,
      double resolution,
      Optional<Pending.Said> said,
      Pending pending,
      Progress progress)
      throws InterruptedException {
    double worst = 0;
    String where = "nowhere";
    if (said.isPresent()) {
      for (Layer.Side side : ((Layer.Compared) said.get().layer()).sides()) {
        double beyond = beyond(claim.relation(), side.left() - side.right(), tau);
        if (beyond > worst) {
          worst = beyond;
          where = side.what();
        }
      }
    }
    boolean asked = said.isEmpty() || worst >= resolution;
    if (!asked) {
      boolean refuted = said.get().outcome() == Outcome.REFUTED;
      return new MutantResult(
          instance,
          claim.name(),
          mutant,
          standing(false, refuted),
          worst,
          where,
          "exact moments",
          said.map(Pending.Said::outcome),
          Optional.empty(),
          0,
          refuted ? "beyond the edge by less than the plan resolves" : "");
    }
    Task<?> task = pending.sampled().orElseThrow().task();
    sampler.run(List.of(task), progress);
    Outcome simulated = task.verdict().map(Verdict::outcome).orElse(Outcome.ERROR);
    boolean demanded = said.isPresent() || simulated == Outcome.REFUTED;
    return new MutantResult(
        instance,
        claim.name(),
        mutant,
        standing(demanded, true),
        said.isPresent() ? worst : Double.NaN,
        where,
        said.isPresent() ? "exact moments" : "measured",
        said.map(Pending.Said::outcome),
        Optional.of(simulated),
        task.replicas(),
        task.broken().orElse(""));
  }

  private static double beyond(Relation relation, double off, double tau) {
    return switch (relation) {
      case AT_MOST -> off - tau;
      case AT_LEAST -> -off - tau;
      case EQUAL -> Math.abs(off) - tau;
    };
  }

  /** Probabilities and thresholds that promise more; nothing but their own runs says how false. */
  List<MutantResult> chance(Claim.Chance claim, Progress progress) throws InterruptedException {
    Map<String, Claim.Chance> mutants = new LinkedHashMap<>();
    boolean most = claim.relation() != Relation.AT_LEAST;
    String[] factors = most ? new String[] {"4/5", "1/2"} : new String[] {"6/5", "2"};
    mutants.put(
        "p x " + factors[0],
        with(claim, claim.threshold(), claim.probability().times(Formula.number(factors[0]))));
    for (Mutants.Mutant mutant : Mutants.of(claim.threshold(), claim.relation())) {
      boolean kind =
          mutant.name().equals("bound x " + factors[1])
              || mutant.name().endsWith(" dropped")
              || mutant.name().contains("^");
      if (kind) {
        mutants.put(
            "threshold: " + mutant.name(), with(claim, mutant.bound(), claim.probability()));
      }
    }
    List<MutantResult> results = new ArrayList<>();
    for (Map.Entry<String, Claim.Chance> mutant : mutants.entrySet()) {
      results.add(event(mutant.getKey(), mutant.getValue(), progress));
    }
    return results;
  }

  private static Claim.Chance with(
      Claim.Chance claim, plumbline.theorem.Bound threshold, Formula probability) {
    return new Claim.Chance(
        claim.name(), claim.x(), threshold, claim.relation(), probability, claim.effort());
  }

  private MutantResult event(String name, Claim.Chance mutant, Progress progress)
      throws InterruptedException {
    double p = mutant.probability().at(constants, mutant.x().checkpoints().last());
    if (!(p > 0 && p < 1)) {
      return event(name, mutant, MutantResult.Standing.TRUE_HERE, 0, Optional.empty(), 0);
    }
    Task<?> task = sampled.chance(mutant, Course.Aim.EITHER).sampled().orElseThrow().task();
    sampler.run(List.of(task), progress);
    if (task.verdict().isEmpty()) {
      return event(
          name,
          mutant,
          MutantResult.Standing.DEMANDED,
          Double.NaN,
          Optional.of(Outcome.ERROR),
          task.replicas());
    }
    Verdict verdict = task.verdict().get();
    boolean atMost = mutant.relation() == Relation.AT_MOST;
    double least = atMost ? verdict.ratioLower() - 1 : 1 - verdict.ratioUpper();
    double greatest = atMost ? verdict.ratioUpper() - 1 : 1 - verdict.ratioLower();
    boolean refuted = verdict.outcome() == Outcome.REFUTED;
    return event(
        name,
        mutant,
        standing(refuted, greatest > 0),
        refuted ? least : greatest,
        refuted ? Optional.of(Outcome.REFUTED) : Optional.of(verdict.outcome()),
        task.replicas());
  }

  private MutantResult event(
      String name,
      Claim.Chance mutant,
      MutantResult.Standing standing,
      double violation,
      Optional<Outcome> simulated,
      long replicas) {
    return new MutantResult(
        instance,
        mutant.name(),
        name,
        standing,
        violation,
        "k = " + mutant.x().checkpoints().last(),
        "measured",
        Optional.empty(),
        simulated,
        replicas,
        "");
  }

  /** Any claim of the theorem that is no mean. */
  <S> List<MutantResult> of(Claim claim, Theorem<S> theorem, Progress progress)
      throws InterruptedException {
    if (claim instanceof Claim.Exactly exactly) {
      return exactly(exactly);
    }
    if (claim instanceof Claim.Slope slope) {
      return slope(slope, progress);
    }
    if (claim instanceof Claim.Ratio ratio) {
      return ratio(ratio, progress);
    }
    if (claim instanceof Claim.Chance chance) {
      return chance(chance, progress);
    }
    throw new IllegalArgumentException(
        theorem.declaration().id()
            + ": mutants of "
            + claim.getClass().getSimpleName()
            + " are not made: name a mean, an event, a slope, a ratio or a comparison");
  }
}
