package plumbline.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.hipparchus.FieldElement;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import plumbline.series.Rationals;

/** What a number says of its own rounding, against the same computation in 60 digits. */
class CountedTest {
  private static final Counting<Binary64> IN = new Counting<>(Arithmetic.doubles());
  private static final double U = 0x1p-53;

  /** A computation in any arithmetic. */
  private interface Computation {
    <T extends FieldElement<T>> T of(Arithmetic<T> in, BigFraction x, BigFraction y);
  }

  /** What share of the error that is said there is. */
  private static double assertWithinItsWord(Computation computation, String x, String y) {
    Counted<Binary64> counted = computation.of(IN, Rationals.parse(x), Rationals.parse(y));
    Arithmetic<Dfp> digits = Arithmetic.digits(60);
    Dfp exact = computation.of(digits, Rationals.parse(x), Rationals.parse(y));
    double off = exact.subtract(digits.of(Rationals.of(counted.value().getReal()))).abs().getReal();
    double said = counted.operations() * U * counted.scale().getReal();
    assertTrue(off <= said, x + ", " + y + ": off by " + off + ", said " + said);
    assertTrue(
        counted.scale().getReal() >= Math.abs(counted.value().getReal()), "scale " + counted);
    return off / said;
  }

  /** (x + y)^2 - x^2 - 2xy, which is y^2 after much cancellation. */
  private static final Computation CANCELS =
      new Computation() {
        @Override
        public <T extends FieldElement<T>> T of(
            Arithmetic<T> in, BigFraction left, BigFraction right) {
          T x = in.of(left);
          T y = in.of(right);
          T sum = x.add(y);
          return sum.multiply(sum).subtract(x.multiply(x)).subtract(x.multiply(y).multiply(2));
        }
      };

  /** exp(x)/(1 + y) - ln(2 + cos(xy)) + sqrt(|sin y|). */
  private static final Computation FUNCTIONS =
      new Computation() {
        @Override
        public <T extends FieldElement<T>> T of(
            Arithmetic<T> in, BigFraction left, BigFraction right) {
          T x = in.of(left);
          T y = in.of(right);
          T quotient = in.exp(x).divide(in.of(1).add(y));
          T logarithm = in.ln(in.of(2).add(in.cos(x.multiply(y))));
          return quotient.subtract(logarithm).add(in.sqrt(in.abs(in.sin(y))));
        }
      };

  @Test
  void theErrorIsWithinWhatIsSaidAndWhatIsSaidIsNotFarFromIt() {
    SplittableRandom random = new SplittableRandom(20261128);
    double cancels = 0;
    double functions = 0;
    for (int i = 0; i < 500; i++) {
      String x = Double.toString(Math.rint(random.nextDouble(-4, 4) * 1e6) / 1e6);
      String y = Double.toString(Math.rint(random.nextDouble(0.001, 4) * 1e6) / 1e6);
      cancels = Math.max(cancels, assertWithinItsWord(CANCELS, x, y));
      functions = Math.max(functions, assertWithinItsWord(FUNCTIONS, x, y));
    }
    // a count that says far more than there is would excuse everything; a dozen roundings of
    // either sign, with derivatives taken at their largest, lose a factor of ten (0.098 and more
    // are seen), and a count that is wrong by another ten is found
    assertTrue(cancels > 0.01, "the largest share of what is said is " + cancels);
    assertTrue(functions > 0.01, "the largest share of what is said is " + functions);
    assertWithinItsWord(CANCELS, "123456789.1", "0.000001234");
  }

  @Test
  void whatCancelsIsNotForgotten() {
    Counted<Binary64> difference =
        CANCELS.of(IN, Rationals.parse("1000000.1"), Rationals.parse("0.001"));
    // y^2 = 1e-6 out of terms of 1e12
    assertTrue(difference.scale().getReal() > 1e12, "" + difference.scale());
  }

  @Test
  void ofTheRootOfARoundedZeroNothingIsKnown() {
    Counted<Binary64> zero = IN.of(Rationals.parse("1.00000000000000000001")).subtract(IN.of(1));
    assertEquals(0, zero.value().getReal());
    assertTrue(Double.isNaN(IN.sqrt(zero).scale().getReal()));
    assertEquals(0, IN.sqrt(IN.of(0)).scale().getReal());
  }

  @Test
  void aProductWithoutCancellationHasItsOwnSize() {
    Counted<Binary64> product = IN.of(3).multiply(IN.of(7)).divide(IN.of(4));
    assertEquals(5.25, product.value().getReal());
    assertEquals(5.25, product.scale().getReal());
    assertEquals(2, product.operations());
  }

  @Test
  void theLargerOfTwoIsAsUncertainAsEither() {
    BiFunction<Counted<Binary64>, Counted<Binary64>, Counted<Binary64>> max = IN::max;
    Counted<Binary64> sharp = IN.of(2);
    Counted<Binary64> blurred = IN.of(100).subtract(IN.of(99)).add(IN.of(1));
    assertEquals(blurred.scale(), max.apply(sharp, blurred).scale());
    assertEquals(blurred.operations(), max.apply(blurred, sharp).operations());
  }
}
