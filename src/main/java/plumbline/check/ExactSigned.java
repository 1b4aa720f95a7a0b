package plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hipparchus.FieldElement;
import plumbline.exact.ClosedMoments;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.recursion.Reading;
import plumbline.recursion.SignedReading;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Trial.Sides;
import plumbline.verdict.Course;
import plumbline.verdict.Exactly;

/** Signed means of exact expectations, where moments close. */
final class ExactSigned {
  private final Claim.Signed claim;
  private final Constants constants;
  private final Course.Aim aim;

  ExactSigned(Claim.Signed claim, Constants constants, Course.Aim aim) {
    this.claim = claim;
    this.constants = constants;
    this.aim = aim;
  }

  /** Empty where moments do not close. */
  Optional<Pending.Said> judge() {
    if (!SignedMean.closes(claim)) {
      return Optional.empty();
    }
    Exactly.Result result = judged();
    List<Layer.Side> sides =
        result.sides().stream()
            .map(c -> new Layer.Side(c.what(), c.k(), c.left(), c.right(), c.error()))
            .toList();
    return Optional.of(
        new Pending.Said(
            new Layer.Compared(result.arithmetic(), sides),
            result.verdict().outcome(),
            "from exact moments: " + result.verdict().sentence()));
  }

  private Exactly.Result judged() {
    Exactly judge = new Exactly(claim.relation(), aim);
    if (isSmall()) {
      try {
        return judge.inRationals(sides(Arithmetic.rationals()));
      } catch (UnsupportedOperationException irrational) {
        return judge.inDoubles(sides(Arithmetic.doubles()), this::sides);
      }
    }
    return judge.inDoubles(sides(Arithmetic.doubles()), this::sides);
  }

  private boolean isSmall() {
    return claim.coordinates().stream()
        .flatMap(c -> c.g().terms().stream())
        .map(SignedReading.Term::reading)
        .allMatch(
            reading ->
                reading.checkpoints().last() <= ExactLayer.LAST_IN_RATIONALS
                    && reading.of().problem().dimension() <= ExactLayer.MOST_COORDINATES
                    && reading.of().stepsize().isShort(ExactLayer.SHORT_BITS));
  }

  private <T extends FieldElement<T>> List<Sides<T>> sides(Arithmetic<T> in) {
    List<Sides<T>> sides = new ArrayList<>();
    for (Claim.Coordinate coordinate : claim.coordinates()) {
      SignedReading g = coordinate.g();
      List<T> left = expectation(in, g).orElseThrow();
      List<T> scales = summed(in, g, in::abs).orElseThrow();
      for (int i = 0; i < left.size(); i++) {
        long k = g.checkpoints().at().get(i);
        T right = coordinate.value().at(in, constants, k);
        T scale = scales.get(i).add(in.abs(right));
        sides.add(
            new Sides<>(
                g.what() + " at k = " + k,
                k,
                left.get(i),
                right,
                scale,
                operations(coordinate, i, scale.getReal())));
      }
    }
    return sides;
  }

  /** E g at each checkpoint. */
  static <T extends FieldElement<T>> Optional<List<T>> expectation(
      Arithmetic<T> in, SignedReading g) {
    return summed(in, g, UnaryOperator.identity());
  }

  private static <T extends FieldElement<T>> Optional<List<T>> summed(
      Arithmetic<T> in, SignedReading g, UnaryOperator<T> change) {
    List<T> sums = new ArrayList<>();
    g.checkpoints().at().forEach(k -> sums.add(in.of(0)));
    for (SignedReading.Term term : g.terms()) {
      Optional<List<T>> values = ClosedMoments.expectation(in, term.reading());
      if (values.isEmpty()) {
        return Optional.empty();
      }
      for (int i = 0; i < sums.size(); i++) {
        T value = in.of(term.factor()).multiply(values.get().get(i));
        sums.set(i, sums.get(i).add(change.apply(value)));
      }
    }
    return Optional.of(sums);
  }

  /** Roundings of the moment recursions and of the value, and what errors of constants do. */
  private double operations(Claim.Coordinate coordinate, int i, double scale) {
    long k = coordinate.g().checkpoints().at().get(i);
    Bound value = Bound.of("value", coordinate.value());
    double sum = 64 + Exactly.operations(BoundError.ofConstants(value, constants, k), scale);
    for (SignedReading.Term term : coordinate.g().terms()) {
      Reading reading = term.reading();
      sum += ClosedMoments.operations(reading, reading.checkpoints().at().get(i)) + 2;
    }
    return sum;
  }
}
