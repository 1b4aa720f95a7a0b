package plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.FieldElement;
import plumbline.exact.ClosedMoments;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.recursion.Reading;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Relation;
import plumbline.verdict.Joins;
import plumbline.verdict.Outcome;

/** Ratios and slopes of exact expectations, where moments close. */
final class ExactRatio {
  /** The error of the logarithm of E Y / E X, in units of u: of both expectations. */
  private static final double SAFETY = 8;

  private ExactRatio() {}

  static Optional<Pending.Said> slope(Claim.Slope claim, Constants constants) {
    double p = claim.p().at(constants, 0);
    return judge(
        "slope",
        claim.pairs(),
        claim.relation(),
        p,
        p - claim.tau(),
        p + claim.tau(),
        error(claim.p(), constants),
        (pair, ratio) -> StrictMath.log(ratio) / pair.run());
  }

  static Optional<Pending.Said> ratio(Claim.Ratio claim, Constants constants) {
    double r = claim.r().at(constants, 0);
    // the claim is E X (relation) r E Y: the ratio wanted is E X / E Y
    return judge(
        "ratio",
        claim.pairs(),
        claim.relation(),
        r,
        r * (1 - claim.tau()),
        r * (1 + claim.tau()),
        error(claim.r(), constants),
        (pair, ratio) -> 1 / ratio);
  }

  /** Of the claimed number. */
  private static double error(Formula claimed, Constants constants) {
    return BoundError.of(Bound.of("claimed", claimed), constants, 0);
  }

  /** From E Y / E X to the number that is claimed. */
  private interface Wanted {
    double of(Claim.Pair pair, double ratio);

    /** How far it moves when the ratio moves by a relative error. */
    default double moved(Claim.Pair pair, double ratio, double error) {
      return Math.abs(of(pair, ratio * (1 + error)) - of(pair, ratio / (1 + error)));
    }
  }

  /** The relative error of a ratio of expectations in doubles. */
  private static double error(Claim.Pair pair) {
    return SAFETY * Drift.UNIT * (operations(pair.x()) + operations(pair.y()));
  }

  private static double operations(Reading reading) {
    return ClosedMoments.operations(reading, reading.checkpoints().last());
  }

  private static Optional<Pending.Said> judge(
      String what,
      List<Claim.Pair> pairs,
      Relation relation,
      double target,
      double least,
      double greatest,
      double claimedError,
      Wanted wanted) {
    List<Layer.Side> sides = new ArrayList<>();
    List<Outcome> outcomes = new java.util.ArrayList<>();
    for (Claim.Pair pair : pairs) {
      Optional<Double> ratio = ratio(Arithmetic.doubles(), pair);
      if (ratio.isEmpty()) {
        return Optional.empty();
      }
      double value = wanted.of(pair, ratio.get());
      double slack = wanted.moved(pair, ratio.get(), error(pair)) + claimedError;
      Outcome outcome = place(relation, value, least, greatest, slack);
      if (outcome == Outcome.REFUTED) {
        for (int digits : new int[] {40, 80}) {
          double again = wanted.of(pair, ratio(Arithmetic.digits(digits), pair).orElseThrow());
          boolean still = place(relation, again, least, greatest, slack) == Outcome.REFUTED;
          outcome = still ? outcome : Outcome.INCONCLUSIVE;
        }
      }
      outcomes.add(outcome);
      sides.add(new Layer.Side(pair.what(), 0, value, target, slack));
    }
    Outcome worst = Joins.worst(outcomes);
    StringBuilder words = new StringBuilder("exactly: ");
    for (Layer.Side side : sides) {
      words
          .append(words.length() > 9 ? "; " : "")
          .append(what)
          .append(" over ")
          .append(side.what())
          .append(" is ")
          .append(Numbers.show(side.left()));
    }
    words
        .append(", claimed ")
        .append(Preparation.words(relation))
        .append(' ')
        .append(Numbers.show(target))
        .append(greatest > least ? " within " + Numbers.show((greatest - least) / 2) : "");
    return Optional.of(
        new Pending.Said(new Layer.Compared("doubles", sides), worst, words.toString()));
  }

  private static Outcome place(
      Relation relation, double value, double least, double greatest, double slack) {
    boolean above = relation != Relation.AT_LEAST && value > greatest + slack;
    boolean below = relation != Relation.AT_MOST && value < least - slack;
    if (above || below) {
      return Outcome.REFUTED;
    }
    boolean inside =
        (relation == Relation.AT_LEAST || value <= greatest - slack)
            && (relation == Relation.AT_MOST || value >= least + slack);
    return inside ? Outcome.HOLDS : Outcome.INCONCLUSIVE;
  }

  private static <T extends FieldElement<T>> Optional<Double> ratio(
      Arithmetic<T> in, Claim.Pair pair) {
    Optional<T> x = value(in, pair.x());
    Optional<T> y = value(in, pair.y());
    return x.isEmpty() || y.isEmpty()
        ? Optional.empty()
        : Optional.of(y.get().divide(x.get()).getReal());
  }

  private static <T extends FieldElement<T>> Optional<T> value(Arithmetic<T> in, Reading reading) {
    return ClosedMoments.expectation(in, reading).map(values -> values.get(values.size() - 1));
  }
}
