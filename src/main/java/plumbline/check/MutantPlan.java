package plumbline.check;

import java.util.List;
import java.util.OptionalDouble;
import plumbline.exact.ClosedMoments;
import plumbline.theorem.Claim;
import plumbline.theorem.Relation;
import plumbline.verdict.Levels;
import plumbline.verdict.Mean;
import plumbline.verdict.Power;

/** How many replicas show a mutant of a mean claim, component by component. */
final class MutantPlan {
  private final Claim.Mean claim;
  private final Mean procedure;
  private double closedVariation = -1;

  MutantPlan(Claim.Mean claim, Mean procedure) {
    this.claim = claim;
    this.procedure = procedure;
  }

  private double weight(int i) {
    return procedure.components().get(i).weight();
  }

  double variation(int i) {
    double v = Components.planned(procedure.components().get(i).contract());
    // refuting an upper bound needs no contract: the true variation plans it, not that of a maximum
    double closed = claim.relation() == Relation.AT_MOST ? closedVariation() : v;
    return Double.isNaN(v) ? (closed > 0 ? closed : 2) : closed > 0 ? Math.min(v, closed) : v;
  }

  /** The greatest CV^2 of the reading where it closes, else 0. */
  private double closedVariation() {
    if (closedVariation < 0) {
      closedVariation =
          ClosedMoments.squaredVariation(claim.x()).stream()
              .flatMap(List::stream)
              .mapToDouble(Double::doubleValue)
              .max()
              .orElse(0);
    }
    return closedVariation;
  }

  /** The delta99 of a run of so many replicas; where only measured, at least that of the run. */
  double delta99(int i, long n) {
    double threshold = Levels.refuting() - StrictMath.log(weight(i));
    double v = variation(i);
    OptionalDouble above = Power.upper(n, v, threshold + halves());
    OptionalDouble below =
        claim.relation() == Relation.AT_MOST ? above : Power.lower(n, v, v, threshold + halves());
    double none = Double.POSITIVE_INFINITY;
    return Math.max(
        claim.relation() == Relation.AT_LEAST ? 0 : above.orElse(none), below.orElse(none));
  }

  private double halves() {
    return claim.relation() == Relation.EQUAL ? StrictMath.log(2) : 0;
  }
}
