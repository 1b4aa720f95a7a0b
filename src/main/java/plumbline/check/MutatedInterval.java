package plumbline.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import plumbline.check.MutantResult.Standing;
import plumbline.check.MutantResult.Witness;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Rationals;
import plumbline.theorem.Claim;
import plumbline.theorem.Effort;
import plumbline.theorem.Relation;
import plumbline.verdict.Course;
import plumbline.verdict.Levels;
import plumbline.verdict.Outcome;
import plumbline.verdict.Verdict;

/**
 * The mutants of a slope or a ratio: the claimed number is off. Where moments close, how far beyond
 * the edge the exact number lies says which witness must see it; simulation must where that is 1.5
 * times the half-width of the interval after the claim's own replicas.
 */
final class MutatedInterval {
  private static final double FACTOR = 1.5;

  private final MutantResult.Place place;
  private final Constants constants;
  private final SampledOthers sampled;
  private final Sampler sampler;

  MutatedInterval(MutantResult.Place place, Constants constants, Options options, Sampler sampler) {
    this.place = place;
    this.constants = constants;
    this.sampled =
        new SampledOthers(constants, new Sampled(constants, options, ClaimResult.Standing.CLAIMED));
    this.sampler = sampler;
  }

  /**
   * One error before its run.
   *
   * @param beyond how far beyond the edge, in units of the half-width; NaN if moments do not close
   */
  private record Planted(
      String name, Optional<Pending.Said> said, Pending pending, double beyond, String where) {
    boolean simulation(double halfWidth) {
      return beyond >= FACTOR * halfWidth;
    }
  }

  /** Exponents off by a tenth. */
  List<MutantResult> slope(Claim.Slope claim, Progress progress) throws InterruptedException {
    List<Planted> planted = new ArrayList<>();
    boolean closed = ExactRatio.slope(claim, constants).isPresent();
    for (String off : Mutants.offs(claim.relation(), "-1/10", "1/10")) {
      BigFraction shift = Rationals.parse(off);
      Formula p = claim.p().plus(Formula.number(shift));
      Claim.Slope mutated =
          new Claim.Slope(
              claim.name(),
              claim.pairs(),
              claim.relation(),
              p,
              claim.tau(),
              effort(claim.effort(), closed));
      planted.add(
          planted(
              "slope " + (shift.signum() > 0 ? "+ 0.1" : "- 0.1"),
              claim.relation(),
              1,
              claim.tau(),
              ExactRatio.slope(mutated, constants),
              sampled.slope(mutated, Course.Aim.REFUTED)));
    }
    double run = claim.pairs().stream().mapToDouble(Claim.Pair::run).min().orElseThrow();
    return run(planted, Laid.of(claim.pairs(), claim.effort().tail()).variation(), run, progress);
  }

  /** Ratios off by a fifth and by half, as bounds are. */
  List<MutantResult> ratio(Claim.Ratio claim, Progress progress) throws InterruptedException {
    List<Planted> planted = new ArrayList<>();
    boolean closed = ExactRatio.ratio(claim, constants).isPresent();
    for (String factor : factors(claim.relation())) {
      Formula r = claim.r().times(Formula.number(factor));
      Claim.Ratio mutated =
          new Claim.Ratio(
              claim.name(),
              claim.pairs(),
              claim.relation(),
              r,
              claim.tau(),
              effort(claim.effort(), closed));
      planted.add(
          planted(
              "ratio x " + factor,
              claim.relation(),
              r.at(constants, 0),
              claim.tau(),
              ExactRatio.ratio(mutated, constants),
              sampled.ratio(mutated, Course.Aim.REFUTED)));
    }
    return run(planted, Laid.of(claim.pairs(), claim.effort().tail()).variation(), 1, progress);
  }

  private static List<String> factors(Relation relation) {
    return switch (relation) {
      case AT_MOST -> List.of("4/5", "1/2");
      case AT_LEAST -> List.of("5/4", "2");
      case EQUAL -> List.of("4/5", "5/4");
    };
  }

  /** Where nothing is known nothing plans the replicas. */
  private static Effort effort(Effort own, boolean closed) {
    return closed ? own : own.atMost(Math.min(own.mostReplicas(), MutatedMean.UNPLANNED));
  }

  /**
   * @param unit what the number is measured in: 1 for a slope, the claimed one for a ratio
   */
  private static Planted planted(
      String name,
      Relation relation,
      double unit,
      double tau,
      Optional<Pending.Said> said,
      Pending pending) {
    double worst = said.isPresent() ? 0 : Double.NaN;
    String where = "";
    if (said.isPresent()) {
      for (Layer.Side side : ((Layer.Compared) said.get().layer()).sides()) {
        double beyond = beyond(relation, (side.left() - side.right()) / unit, tau);
        if (beyond > worst) {
          worst = beyond;
          where = side.what();
        }
      }
    }
    return new Planted(name, said, pending, worst, where);
  }

  private static double beyond(Relation relation, double off, double tau) {
    return switch (relation) {
      case AT_MOST -> off - tau;
      case AT_LEAST -> -off - tau;
      case EQUAL -> Math.abs(off) - tau;
    };
  }

  /** All of them in one simulation. */
  private List<MutantResult> run(
      List<Planted> planted, double variation, double run, Progress progress)
      throws InterruptedException {
    List<Task<?>> tasks = new ArrayList<>();
    for (Planted p : planted) {
      if (p.said().isEmpty() || p.simulation(halfWidth(p, variation, run))) {
        task(p).ifPresent(tasks::add);
      }
    }
    sampler.run(tasks, progress);
    return planted.stream()
        .map(p -> result(p, halfWidth(p, variation, run), task(p).filter(tasks::contains)))
        .toList();
  }

  /** Empty where rounding leaves no pair. */
  private static Optional<Task<?>> task(Planted p) {
    return p.pending().sampled().map(Pending.Sampling::task);
  }

  private static double halfWidth(Planted p, double variation, double run) {
    double own = p.pending().sampled().map(Pending.Sampling::planned).orElse(0L);
    double width = Levels.halfWidth(variation, own, Levels.ALPHA_CLAIM / 4, run);
    return width > 0 ? width : Double.POSITIVE_INFINITY; // no contract, no interval
  }

  private MutantResult result(Planted p, double halfWidth, Optional<Task<?>> task) {
    Set<Witness> asked = EnumSet.noneOf(Witness.class);
    if (p.beyond() >= MutatedOthers.VISIBLE) {
      asked.add(Witness.EXACT);
    }
    if (p.simulation(halfWidth)) {
      asked.add(Witness.SIMULATION);
    }
    return new MutantResult(
        place,
        p.name(),
        standing(p, asked),
        asked,
        p.beyond(),
        p.where(),
        p.said().isPresent() ? Known.Basis.MOMENTS.words() : Known.Basis.NOTHING.words(),
        p.said().map(Pending.Said::outcome),
        task.map(t -> t.verdict().map(Verdict::outcome).orElse(Outcome.ERROR)),
        task.map(t -> t.replicas()).orElse(0L),
        task.flatMap(t -> t.broken())
            .orElse(
                asked.contains(Witness.EXACT) && !asked.contains(Witness.SIMULATION)
                    ? "within 1.5 half-widths of the edge"
                    : ""));
  }

  private static Standing standing(Planted p, Set<Witness> asked) {
    if (!asked.isEmpty()) {
      return Standing.DEMANDED;
    }
    if (p.said().isEmpty()) {
      return Standing.NOT_CLASSED;
    }
    return p.beyond() > 0 ? Standing.BELOW_RESOLUTION : Standing.TRUE_HERE;
  }
}
