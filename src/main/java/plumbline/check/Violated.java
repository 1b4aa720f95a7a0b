package plumbline.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.formula.Constants;
import plumbline.theorem.Claim;
import plumbline.theorem.Relation;

/**
 * A mutant of a mean claim beside the claim itself: by how much it is violated where that is known,
 * and what it claims in units of the true bound.
 *
 * @param mutant the changed bound
 * @param claim the claim with the true one
 * @param constants of the setting
 * @param by how much it is violated, relative to the false bound, at each checkpoint where that is
 *     known
 */
record Violated(
    Mutants.Mutant mutant, Claim.Mean claim, Constants constants, Map<Long, Double> by) {
  /** A violation that rounding in doubles could make. */
  static final double ROUNDING = 1e-9;

  /** A bound of 0 or less is tested as this share of the true one: harder to refute. */
  private static final double NOTHING = 1e-9;

  static Violated of(Mutants.Mutant mutant, Claim.Mean claim, Constants constants, Known known) {
    Map<Long, Double> by = new LinkedHashMap<>();
    for (long k : claim.x().checkpoints().at()) {
      if (known.values().containsKey(k)) {
        double bound = mutant.bound().at(constants, k);
        by.put(k, violation(claim.relation(), known.values().get(k), bound));
      }
    }
    return new Violated(mutant, claim, constants, by);
  }

  /** How much x exceeds the bound, relative to it; 0 within rounding. */
  static double violation(Relation relation, double x, double bound) {
    double above = bound > 0 ? x / bound - 1 : x > bound ? Double.POSITIVE_INFINITY : 0;
    double violation =
        switch (relation) {
          case AT_MOST -> above;
          case AT_LEAST -> bound > 0 ? -above : 0;
          case EQUAL -> Math.abs(above);
        };
    return Double.isNaN(violation) || Math.abs(violation) < ROUNDING ? 0 : violation;
  }

  double at(long k) {
    return by.getOrDefault(k, 0.0);
  }

  Optional<Long> worst() {
    return by.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  /** B'_k/B_k. */
  double ratio(long k) {
    return mutant.bound().at(constants, k) / claim.bound().at(constants, k);
  }

  /** B'/B from one iteration to another, as it is tested; empty where it is not constant. */
  OptionalDouble ratio(long from, long to) {
    double ratio = ratio(from);
    boolean constant = Double.isFinite(ratio); // a division by 0 claims nothing
    for (long k = from; k <= to && constant; k++) {
      constant = Math.abs(ratio(k) - ratio) <= ROUNDING * Math.abs(ratio);
    }
    return constant ? OptionalDouble.of(tested(ratio)) : OptionalDouble.empty();
  }

  /** E R at most 0 or less implies at most this; a lower bound of 0 or less says nothing. */
  private double tested(double ratio) {
    return Math.max(claim.relation() == Relation.AT_LEAST ? 0 : NOTHING, ratio);
  }

  /** The checkpoint as the mutant claims it; empty where it claims nothing. */
  Optional<Pointwise> at(Pointwise point) {
    double bound = mutant.bound().at(constants, point.k());
    boolean vacuous = claim.relation() == Relation.AT_LEAST && bound <= 0;
    boolean claims = Double.isFinite(bound) && !vacuous;
    return claims ? Optional.of(point.against(bound / point.scale())) : Optional.empty();
  }

  /** Whether it claims no more than the theorem, wherever it is tested. */
  boolean isWeaker() {
    return claim.x().checkpoints().at().stream()
        .allMatch(
            k -> {
              double ratio = ratio(k);
              return switch (claim.relation()) {
                case AT_MOST -> ratio >= 1 - ROUNDING;
                case AT_LEAST -> ratio <= 1 + ROUNDING;
                case EQUAL -> Math.abs(ratio - 1) <= ROUNDING;
              };
            });
  }
}
