package plumbline.theorems;

import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import java.util.function.Supplier;
import org.hipparchus.fraction.BigFraction;
import plumbline.exact.ClosedMoments;
import plumbline.formula.Constants;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.Problem;
import plumbline.problem.Quadratic;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Effort;
import plumbline.theorem.Tail;

/**
 * The tail contract that a reading allows (verdicts: GaussianQuadratic, ClosedForm, Inherited, Max,
 * None), the first that is proved.
 */
public final class Contracts {
  /** A largest ratio whose replicas cost less than the worst squared variation over k would. */
  private static final double CHEAP = 20;

  private Contracts() {}

  /** The contract of X/B for this reading X and bound B. */
  public static Tail of(Reading reading, Bound bound, Constants constants) {
    return of(reading, k -> bound.at(constants, k));
  }

  /** The contract of X/scale for this reading X. */
  public static Tail of(Reading reading, LongToDoubleFunction scale) {
    Problem problem = reading.of().problem();
    Oracle oracle = reading.of().oracle();
    if (heavy(oracle)) {
      return Tail.none();
    }
    if (problem instanceof Quadratic && additiveGaussian(oracle)) {
      return new Tail.GaussianQuadratic("additive Gaussian noise on a quadratic, fixed stepsizes");
    }
    Optional<Tail> bounded =
        Bounded.largest(reading)
            // over long runs in several variables it can outgrow the doubles
            .filter(l -> Double.isFinite(l.at().applyAsDouble(reading.checkpoints().last())))
            .map(largest -> max(largest, scale));
    Optional<Tail> closed = closed(reading);
    // of a mean over k the closed form knows only the worst k; a maximum is often cheaper there
    return (cheap(bounded, reading) ? bounded : closed.or(() -> bounded)).orElseGet(Tail::none);
  }

  private static boolean cheap(Optional<Tail> bounded, Reading reading) {
    return reading.fold() != Fold.AT
        && bounded.isPresent()
        && bounded.get() instanceof Tail.Max max
        && max.largestRatio().applyAsDouble(reading.checkpoints().last()) < CHEAP;
  }

  /** The effort of a claim: sharp ones must be decided, unless nothing is known of their tail. */
  public static Effort effort(boolean sharp, Tail tail) {
    return sharp && !(tail instanceof Tail.None) ? Effort.sharp(tail) : Effort.usual(tail);
  }

  private static boolean heavy(Oracle oracle) {
    boolean factor =
        !oracle.multiplicative().isZero() && oracle.multiplicativeLaw() == Law.STUDENT4;
    boolean added =
        oracle.totalVariance().compareTo(BigFraction.ZERO) > 0
            && oracle.additiveLaw() == Law.STUDENT4;
    return factor || added;
  }

  private static boolean additiveGaussian(Oracle oracle) {
    return oracle.batch() == 0
        && oracle.multiplicative().isZero()
        && oracle.additiveLaw() == Law.GAUSSIAN;
  }

  /** Asked at k = 1 whether there is one; computed to the last checkpoint when first used. */
  private static Optional<Tail> closed(Reading reading) {
    Reading first =
        new Reading(reading.of(), reading.quantity(), reading.fold(), Checkpoints.of(1));
    if (ClosedMoments.squaredVariation(first).isEmpty()) {
      return Optional.empty();
    }
    Once<Optional<List<Double>>> values = new Once<>(() -> ClosedMoments.squaredVariation(reading));
    return Optional.of(
        new Tail.ClosedForm(
            k ->
                values
                    .get()
                    .map(v -> v.get(reading.checkpoints().at().indexOf(k)))
                    .orElse(Double.POSITIVE_INFINITY),
            "the fourth moments close: exact recursion"));
  }

  private static Tail max(Bounded.Largest largest, LongToDoubleFunction scale) {
    return new Tail.Max(k -> largest.at().applyAsDouble(k) / scale.applyAsDouble(k), largest.why());
  }

  /** A value computed when first asked for. */
  private static final class Once<T> implements Supplier<T> {
    private final Supplier<T> make;
    private T value;

    Once(Supplier<T> make) {
      this.make = make;
    }

    @Override
    public synchronized T get() {
      if (value == null) {
        value = make.get();
      }
      return value;
    }
  }
}
