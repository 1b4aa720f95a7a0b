package plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.check.MutantResult.Standing;
import plumbline.check.MutantResult.Witness;
import plumbline.formula.Constants;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Trial;
import plumbline.verdict.Course;
import plumbline.verdict.Outcome;

/** The mutants of claims that are no means: comparisons without chance, slopes, ratios, events. */
final class MutatedOthers {
  /** Without chance nothing is lost in noise; only rounding is left out. */
  static final double VISIBLE = 1e-6;

  /** Where digits are out of reach, section 6 refutes from this on. */
  private static final double VISIBLE_IN_DOUBLES = 1e-2;

  private final MutantResult.Place place;
  private final Constants constants;
  private final Options options;
  private final Sampler sampler;

  MutatedOthers(MutantResult.Place place, Constants constants, Options options, Sampler sampler) {
    this.place = place;
    this.constants = constants;
    this.options = options;
    this.sampler = sampler;
  }

  /** Any claim of the theorem that is no mean. */
  List<MutantResult> of(Claim claim, Progress progress) throws InterruptedException {
    if (claim instanceof Claim.Exactly exactly) {
      return exactly(exactly);
    }
    if (claim instanceof Claim.Slope slope) {
      return new MutatedInterval(place, constants, options, sampler).slope(slope, progress);
    }
    if (claim instanceof Claim.Ratio ratio) {
      return new MutatedInterval(place, constants, options, sampler).ratio(ratio, progress);
    }
    if (claim instanceof Claim.Chance chance) {
      return new MutatedChance(place, chance, constants, options, sampler).run(progress);
    }
    throw new IllegalArgumentException(
        "mutants of "
            + claim.getClass().getSimpleName()
            + " "
            + claim.name()
            + " are not made: name a mean, an event, a slope, a ratio or a comparison");
  }

  /** Each mutant of the bound that the comparison is made with. */
  private List<MutantResult> exactly(Claim.Exactly claim) {
    Preparation preparation =
        new Preparation(
            constants, options, ClaimResult.Standing.CLAIMED, any -> Course.Aim.REFUTED);
    List<MutantResult> results = new ArrayList<>();
    for (Mutants.Mutant mutant :
        Mutants.of(claim.bound(), claim.relation(), constants, claim.points())) {
      results.add(
          compared(claim, mutant.name(), said(preparation, claim, claim.trial(), mutant.bound())));
    }
    claim
        .trial()
        .mutants()
        .forEach(
            (name, trial) ->
                results.add(compared(claim, name, said(preparation, claim, trial, claim.bound()))));
    return results;
  }

  private static Pending.Said said(
      Preparation preparation, Claim.Exactly claim, Trial trial, Bound bound) {
    Pending.Said everywhere = at(preparation, claim, trial, bound);
    return everywhere.outcome() == Outcome.ERROR
        ? at(preparation, claim, new WhereDefined(trial), bound)
        : everywhere;
  }

  private static Pending.Said at(
      Preparation preparation, Claim.Exactly claim, Trial trial, Bound bound) {
    Claim.Exactly mutated =
        new Claim.Exactly(
            claim.name(), claim.relation(), trial, bound, claim.points(), claim.need());
    return preparation.of(mutated).get(0).said().orElseThrow();
  }

  private MutantResult compared(Claim.Exactly claim, String mutant, Pending.Said said) {
    double worst = 0;
    String where = "";
    for (Layer.Side side : ((Layer.Compared) said.layer()).sides()) {
      // where 0 is claimed, by what the terms that should cancel amount to
      double excess =
          side.right() == 0
              ? Math.signum(side.left()) * side.error()
              : (side.left() - side.right()) / Math.abs(side.right());
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
    boolean exact = ((Layer.Compared) said.layer()).arithmetic().equals("rationals");
    // both sides are known to a double here, so that 1e-16 may be none
    boolean demanded = exact ? worst > 1e-12 : worst >= visible;
    return new MutantResult(
        place,
        mutant,
        demanded
            ? Standing.DEMANDED
            : worst > 1e-12 ? Standing.BELOW_RESOLUTION : Standing.TRUE_HERE,
        demanded ? Set.of(Witness.EXACT) : Set.of(),
        worst,
        where,
        "no chance",
        demanded ? Optional.of(said.outcome()) : Optional.empty(),
        Optional.empty(),
        0,
        demanded ? "there is no chance in it" : "");
  }
}
