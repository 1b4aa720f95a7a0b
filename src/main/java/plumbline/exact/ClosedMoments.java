package plumbline.exact;

import java.util.List;
import java.util.Optional;
import org.hipparchus.FieldElement;
import org.hipparchus.util.Binary64;
import plumbline.formula.Arithmetic;
import plumbline.quantity.Quantity;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;

/**
 * Expectations of readings without chance, where the moments of the iterates close: the objective
 * is quadratic or least squares, and the method's operations are linear. The recursion of the
 * moments is derived mechanically from the recursion's data.
 */
public final class ClosedMoments {
  /** Steps that are carried in rationals whatever their length. */
  private static final long LONG_STEPS = 4;

  private ClosedMoments() {}

  /** Whether mean and covariance of the iterates obey a recursion of their own. */
  public static boolean close(Recursion r) {
    return AffineRecursion.of(r).isPresent();
  }

  /**
   * E X at each checkpoint; empty where moments do not close, for MAX_TO, and for quantities that
   * are neither a quadratic form nor a coordinate.
   *
   * @throws UnsupportedOperationException in rationals, where a stepsize is irrational or the data
   *     are long
   */
  public static <T extends FieldElement<T>> Optional<List<T>> expectation(
      Arithmetic<T> in, Reading reading) {
    Optional<AffineRecursion> of =
        reading.quantity().isSigned() ? linear(reading) : closing(reading);
    if (of.isEmpty()) {
      return Optional.empty();
    }
    if (in.isExact() && reading.checkpoints().last() > LONG_STEPS && of.get().isLong()) {
      throw new UnsupportedOperationException("rationals of so many digits grow at every step");
    }
    return Optional.of(Lately.values(in, reading, () -> sequence(in, of.get(), reading)));
  }

  @SuppressWarnings("unchecked") // doubles are the one arithmetic whose numbers are Binary64
  private static <T extends FieldElement<T>> Folded<T, ?> sequence(
      Arithmetic<T> in, AffineRecursion of, Reading reading) {
    if (in instanceof Arithmetic.Doubles doubles) {
      Readout<Binary64, double[][]> readout =
          new Readout<>(of, reading, doubles, new DoubleAlgebra());
      return (Folded<T, ?>) new Folded<>(doubles, readout, reading.fold());
    }
    return boxedSequence(in, of, reading);
  }

  private static <T extends FieldElement<T>> Folded<T, T[][]> boxedSequence(
      Arithmetic<T> in, AffineRecursion of, Reading reading) {
    return new Folded<>(in, new Readout<>(of, reading, in, new FieldAlgebra<>(in)), reading.fold());
  }

  /** The same in boxed numbers, also for doubles: the primitive loops are tested against it. */
  static <T extends FieldElement<T>> List<T> boxed(
      Arithmetic<T> in, AffineRecursion of, Reading reading) {
    Folded<T, T[][]> sequence = boxedSequence(in, of, reading);
    return reading.checkpoints().at().stream().map(sequence::at).toList();
  }

  static Optional<AffineRecursion> closing(Reading reading) {
    if (reading.fold() == Fold.MAX_TO) {
      return Optional.empty();
    }
    return AffineRecursion.of(reading.of()).filter(of -> of.form(reading.quantity()).isPresent());
  }

  /**
   * A coordinate's mean needs no form; where a step draws twice, which gradient is meant is open.
   */
  private static Optional<AffineRecursion> linear(Reading reading) {
    return AffineRecursion.of(reading.of())
        .filter(of -> reading.quantity() == Quantity.COORDINATE || of.gradients() == 1);
  }

  /**
   * How many roundings stand between the data and E X_k, for the tolerance 8 u operations: along a
   * chain of k steps, each a product of two matrices with their building, then the form and the
   * sum. It is a count, not a bound: cancellation in I - alpha A is not in it.
   */
  public static double operations(Reading reading, long k) {
    return AffineRecursion.of(reading.of())
        .map(
            of -> {
              double size = (double) of.states().size() * of.dimension();
              double sampled = of.sample().map(s -> s.inputs().height() + 8.0).orElse(0.0);
              double step = 2 * size + 6 + 2 * of.dimension() + sampled;
              double fold = reading.fold() == Fold.AT ? 0 : k;
              return k * step + fold + 2.0 * of.dimension() * of.dimension() + 2;
            })
        .orElse(Double.NaN);
  }

  /**
   * Var X / (E X)^2 at each checkpoint, in doubles; 0 where nothing is random.
   *
   * <p>For AT this is the number itself (for additive noise that is not Gaussian, on coupled
   * problems too large for fourth moments, an upper bound by those of Gaussian noise). For MEAN_TO
   * and WEIGHTED_SUM_TO it is the greatest value over k = 1..K, which bounds that of every
   * non-negative combination under any dependence (Minkowski).
   *
   * @return empty where moments do not close, where a fourth moment is infinite, or where it is out
   *     of reach
   */
  public static Optional<List<Double>> squaredVariation(Reading reading) {
    return closing(reading).flatMap(of -> new Variation(of, reading).squared());
  }
}
