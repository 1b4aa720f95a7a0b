package plumbline.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.exact.ClosedMoments;
import plumbline.simulation.Moments;
import plumbline.theorem.Claim;
import plumbline.theorem.Relation;
import plumbline.verdict.Contract;
import plumbline.verdict.Levels;
import plumbline.verdict.Mean;
import plumbline.verdict.Power;

/**
 * How many replicas show a mutant of a mean claim, component by component, and what the claim's own
 * run resolves.
 *
 * <p>CV^2 is the true one where fourth moments close, else that of the contract; where there is
 * neither, that of the sample after the claim's own run (verdicts.md, section 7), since refuting an
 * upper bound needs no contract.
 */
final class MutantPlan {
  private static final long MOST = 1 << 23;
  private static final double FEWEST = 256;

  private final Claim.Mean claim;
  private final Mean procedure;
  private final long own;
  private final List<OptionalDouble> known;
  private Optional<List<Moments>> seen = Optional.empty();

  /**
   * @param components checkpoints first, as in the procedure
   * @param own n_max of the claim itself
   */
  MutantPlan(Claim.Mean claim, Components components, Mean procedure, long own) {
    this.claim = claim;
    this.procedure = procedure;
    this.own = own;
    Optional<List<Double>> closed = ClosedMoments.squaredVariation(claim.x());
    this.known =
        components.points().stream()
            .limit(components.checkpoints().size())
            .map(
                point ->
                    closed
                        .map(v -> v.get(claim.x().checkpoints().at().indexOf(point.k())))
                        .map(OptionalDouble::of)
                        .orElseGet(OptionalDouble::empty))
            .toList();
  }

  private Contract contract(int i) {
    return procedure.components().get(i).contract();
  }

  private double weight(int i) {
    return procedure.components().get(i).weight();
  }

  /** n_max of the claim itself. */
  long own() {
    return own;
  }

  /** Whether the claim's own run must tell the variation of some checkpoint. */
  boolean mustSee() {
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).isEmpty() && Double.isNaN(contract(i).planned())) {
        return true;
      }
    }
    return false;
  }

  /** The summaries of the claim's own run. */
  void see(List<Moments> evidence) {
    seen = Optional.of(evidence);
  }

  private double variation(int i) {
    double contracted = contract(i).planned();
    if (known.get(i).isPresent()) {
      double v = known.get(i).getAsDouble();
      return Double.isNaN(contracted) ? v : Math.min(v, contracted);
    }
    return Double.isNaN(contracted) && seen.isPresent() ? seen.get().get(i).cv2() : contracted;
  }

  /** What the claim's own run would have refuted at the i-th checkpoint, HOLDS stopping nothing. */
  double delta99(int i) {
    return delta99(i, seen.map(s -> s.get(i).count()).orElse(own), variation(i));
  }

  private double delta99(int i, long n, double v) {
    double none = Double.POSITIVE_INFINITY;
    if (Double.isNaN(v)) {
      return none;
    }
    double halves = claim.relation() == Relation.EQUAL ? StrictMath.log(2) : 0;
    double threshold = Levels.refuting() - StrictMath.log(weight(i)) + halves;
    double above =
        claim.relation() == Relation.AT_LEAST ? 0 : Power.upper(n, v, threshold).orElse(none);
    double below =
        claim.relation() == Relation.AT_MOST
            ? 0
            : proved(i) ? Power.lower(n, v, contract(i).planned(), threshold).orElse(none) : none;
    return Math.max(above, below);
  }

  /** A mean that is too small is refuted under a proved contract only (section 8, 6). */
  private boolean proved(int i) {
    return contract(i).name().filter(name -> !name.equals("assumed")).isPresent();
  }

  /**
   * n_max for this violation at the i-th checkpoint: 4 n_plan, or four times what delta99 asks
   * where ratios hardly vary and n_plan forgets what evidence on a constant costs; never less than
   * the claim's own run, whose summaries are there to be read.
   */
  long most(int i, double violation) {
    double v = variation(i);
    if (Double.isNaN(v)) {
      return own;
    }
    double wanted = Math.min(violation, 1000);
    double n = Math.max(FEWEST, Levels.planned(v, wanted, weight(i)));
    while (n < MOST && delta99(i, (long) n, v) > wanted) {
      n *= 1.5;
    }
    return Math.max(own, (long) Math.ceil(Math.min(MOST, 4 * n)));
  }
}
