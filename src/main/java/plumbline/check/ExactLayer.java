package plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import plumbline.exact.ClosedMoments;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.problem.LeastSquares;
import plumbline.recursion.Reading;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Relation;
import plumbline.theorem.Trial.Sides;
import plumbline.verdict.Course;
import plumbline.verdict.Exactly;
import plumbline.verdict.Joins;
import plumbline.verdict.Outcome;

/** The theorem against exact moments, where those close: no replica, no chance. */
final class ExactLayer {
  /** Rationals grow with every step; further checkpoints are taken in doubles and in digits. */
  static final long LAST_IN_RATIONALS = 64;

  /** Matrices of rationals grow with the cube. */
  static final int MOST_COORDINATES = 3;

  static final int SHORT_BITS = 24;

  /**
   * Multiplications in digits, a few microseconds each with what goes with them, that a claim is
   * worth which does not count.
   */
  static final double MOST_SHOWN = 2e6;

  /** What an exact layer says. */
  record Said(Layer.Exact layer, Outcome outcome, String sentence) {}

  private final Reading reading;
  private final Relation relation;
  private final Bound bound;
  private final Constants constants;
  private final Course.Aim aim;
  private final boolean digits;

  /**
   * @param counts whether the claim does; of one that is only shown, where digits would take long,
   *     as on a large table, it is said what doubles tell
   */
  ExactLayer(
      Reading reading,
      Relation relation,
      Bound bound,
      Constants constants,
      Course.Aim aim,
      boolean counts) {
    this.reading = reading;
    this.relation = relation;
    this.bound = bound;
    this.constants = constants;
    this.aim = aim;
    this.digits = counts || !isLong(reading);
  }

  /**
   * Whether the moments' recursion up to the last checkpoint is more than what is shown is worth.
   */
  static boolean isLong(Reading reading) {
    double d = reading.of().problem().dimension();
    double rows = reading.of().problem() instanceof LeastSquares ls ? ls.inputs().height() : 1;
    return d * d * Math.max(d, rows) * reading.checkpoints().last() > MOST_SHOWN;
  }

  /** Empty where moments do not close. */
  Optional<Said> judge() {
    if (!ClosedMoments.close(reading.of())
        || ClosedMoments.expectation(Arithmetic.doubles(), at(List.of(1L))).isEmpty()) {
      return Optional.empty();
    }
    List<Layer.Point> points = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    List<String> words = new ArrayList<>();
    List<Long> near =
        rational()
            ? reading.checkpoints().at().stream().filter(k -> k <= LAST_IN_RATIONALS).toList()
            : List.of();
    List<Long> far = reading.checkpoints().at().stream().filter(k -> !near.contains(k)).toList();
    if (!near.isEmpty() && !inRationals(near, points, outcomes, words)) {
      far = reading.checkpoints().at();
    }
    if (!far.isEmpty()) {
      inDoubles(far, points, outcomes, words);
    }
    String arithmetic =
        far.isEmpty() ? "rationals" : far.size() < points.size() ? "rationals, doubles" : "doubles";
    Outcome outcome = Joins.worst(outcomes);
    return Optional.of(
        new Said(new Layer.Exact(arithmetic, points), outcome, sentence(outcome, points, words)));
  }

  private boolean inRationals(
      List<Long> at, List<Layer.Point> points, List<Outcome> outcomes, List<String> words) {
    try {
      List<Sides<BigFraction>> sides = sides(Arithmetic.rationals(), at);
      Exactly.Result result = new Exactly(relation, aim).inRationals(sides);
      for (int i = 0; i < sides.size(); i++) {
        Sides<BigFraction> s = sides.get(i);
        points.add(
            new Layer.Point(
                s.k(),
                s.right().doubleValue(),
                s.left().doubleValue(),
                0,
                s.right().isZero() ? "none" : Rationals.show(s.left().divide(s.right()))));
      }
      outcomes.add(result.verdict().outcome());
      words.add(result.verdict().sentence());
      return true;
    } catch (UnsupportedOperationException irrational) {
      return false;
    }
  }

  private void inDoubles(
      List<Long> at, List<Layer.Point> points, List<Outcome> outcomes, List<String> words) {
    Exactly exactly = new Exactly(relation, aim);
    List<Sides<Binary64>> sides = sides(Arithmetic.doubles(), at);
    Exactly.Result result =
        digits ? exactly.inDoubles(sides, in -> sides(in, at)) : exactly.onlyInDoubles(sides);
    for (Exactly.Compared c : result.sides()) {
      points.add(
          new Layer.Point(
              c.k(),
              c.right(),
              c.left(),
              8 * Drift.UNIT * operations(c.k(), Math.abs(c.left()) + Math.abs(c.right())),
              Numbers.show(c.left() / c.right())));
    }
    outcomes.add(result.verdict().outcome());
    words.add(result.verdict().sentence());
  }

  private <T extends FieldElement<T>> List<Sides<T>> sides(Arithmetic<T> in, List<Long> at) {
    List<T> values = ClosedMoments.expectation(in, at(at)).orElseThrow();
    List<Sides<T>> sides = new ArrayList<>();
    for (int i = 0; i < at.size(); i++) {
      long k = at.get(i);
      T right = bound.at(in, constants, k);
      T scale = in.abs(values.get(i));
      for (Bound.Term term : bound.terms()) {
        scale = scale.add(in.abs(term.formula().at(in, constants, k)));
      }
      double operations = operations(k, scale.getReal());
      sides.add(new Sides<>("k = " + k, k, values.get(i), right, scale, operations));
    }
    return sides;
  }

  /** Roundings of the moment recursion and of the bound, and what errors of constants do. */
  private double operations(long k, double scale) {
    return ClosedMoments.operations(reading, k)
        + 64
        + Exactly.operations(BoundError.ofConstants(bound, constants, k), scale);
  }

  private Reading at(List<Long> checkpoints) {
    return new Reading(
        reading.of(), reading.quantity(), reading.fold(), new Checkpoints(checkpoints));
  }

  /** Few, short numbers: rationals then stay small enough to carry 64 steps. */
  private boolean rational() {
    return reading.of().problem().dimension() <= MOST_COORDINATES
        && bound.terms().stream()
            .flatMap(term -> term.formula().names().stream())
            .distinct()
            .map(constants::exact)
            .allMatch(ExactLayer::isShort)
        && reading.of().stepsize().isShort(SHORT_BITS);
  }

  private static boolean isShort(BigFraction value) {
    return value.getNumerator().bitLength() + value.getDenominator().bitLength() <= SHORT_BITS;
  }

  private String sentence(Outcome outcome, List<Layer.Point> points, List<String> words) {
    if (outcome != Outcome.HOLDS) {
      return String.join("; ", words);
    }
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (Layer.Point p : points) {
      if (p.bound() != 0) {
        least = Math.min(least, p.value() / p.bound());
        greatest = Math.max(greatest, p.value() / p.bound());
      }
    }
    String where =
        points.size() == 1
            ? "at k = " + points.get(0).k() + ", from exact moments: "
            : "at " + points.size() + " checkpoints, from exact moments: ";
    if (points.stream().allMatch(p -> p.error() == 0 && p.ratio().equals("1"))) {
      return where + "value over bound is 1" + (points.size() == 1 ? "" : " at every one");
    }
    if (points.size() == 1) {
      return where + "value over bound is " + Numbers.show(greatest);
    }
    return where
        + "value over bound between "
        + Numbers.show(least)
        + " and "
        + Numbers.show(greatest);
  }
}
