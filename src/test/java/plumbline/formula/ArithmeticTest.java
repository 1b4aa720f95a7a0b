package plumbline.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import plumbline.series.Rationals;

class ArithmeticTest {
  private static final Arithmetic<Dfp> FORTY = Arithmetic.digits(40);
  private static final Arithmetic<BigFraction> RATIONALS = Arithmetic.rationals();
  private static final Arithmetic<Binary64> DOUBLES = Arithmetic.doubles();

  private static BigFraction exactly(Dfp x) {
    return Rationals.parse(new BigDecimal(x.toString()).toString());
  }

  private static void assertClose(BigFraction expected, Dfp x, String relative) {
    BigFraction off = exactly(x).subtract(expected).abs();
    BigFraction allowed = expected.abs().multiply(Rationals.parse(relative));
    assertTrue(off.compareTo(allowed) <= 0, x + " for " + expected);
  }

  @Test
  void longNumeratorsKeepTheirPowersOfTen() {
    // 66 and 66 digits; the quotient is 0.99999999999999986647...
    BigFraction x =
        new BigFraction(
            new BigInteger("105312291668557172635658312753424485248854028896154150379105996997"),
            new BigInteger("105312291668557186697918027683670432318895095400549111254310977536"));
    assertClose(x, FORTY.of(x), "1e-40");
    assertClose(x, Arithmetic.digits(80).of(x), "1e-80");
    BigFraction huge = new BigFraction(BigInteger.TEN.pow(200).add(BigInteger.ONE));
    assertClose(huge, FORTY.of(huge), "1e-40");
  }

  @Test
  void theLibraryStillLosesThemSoTheRoundingIsNeeded() {
    // where this fails, Arithmetic.of can read numerators as they are
    Dfp read = new DfpField(44).newDfp("1" + "0".repeat(59) + "1");
    assertNotEquals(60, read.log10());
  }

  @Property(tries = 200, seed = "20260105")
  void fractionsAreRoundedToTheirDigits(
      @ForAll @BigRange(min = "-1e120", max = "1e120") BigInteger top,
      @ForAll @BigRange(min = "1", max = "1e120") BigInteger bottom,
      @ForAll @IntRange(min = 0, max = 300) int shift) {
    BigFraction x = new BigFraction(top, bottom.shiftLeft(shift));
    assertClose(x, FORTY.of(x), "1e-40");
    assertEquals(x.doubleValue(), DOUBLES.of(x).getReal());
    assertEquals(x, RATIONALS.of(x));
  }

  @Test
  void theRootOfTwoAndTheConstantE() {
    // 50 digits of each
    assertClose(
        Rationals.parse("1.4142135623730950488016887242096980785696718753769"),
        FORTY.sqrt(FORTY.of(2)),
        "1e-40");
    assertClose(
        Rationals.parse("2.7182818284590452353602874713526624977572470937000"),
        FORTY.exp(FORTY.of(1)),
        "1e-39");
    assertClose(
        Rationals.parse("0.69314718055994530941723212145817656807550013436026"),
        FORTY.ln(FORTY.of(2)),
        "1e-39");
  }

  @Test
  void elementaryFunctionsInDoublesAreStrict() {
    assertEquals(StrictMath.exp(0.7), DOUBLES.exp(new Binary64(0.7)).getReal());
    assertEquals(StrictMath.log(0.7), DOUBLES.ln(new Binary64(0.7)).getReal());
    assertEquals(Math.sqrt(0.7), DOUBLES.sqrt(new Binary64(0.7)).getReal());
  }

  @Test
  void rootsOfSquaresAreRational() {
    assertEquals(new BigFraction(3, 7), RATIONALS.sqrt(new BigFraction(9, 49)));
    assertEquals(BigFraction.ZERO, RATIONALS.sqrt(BigFraction.ZERO));
    assertThrows(UnsupportedOperationException.class, () -> RATIONALS.sqrt(new BigFraction(2, 49)));
    assertThrows(UnsupportedOperationException.class, () -> RATIONALS.sqrt(new BigFraction(9, 50)));
    assertThrows(RuntimeException.class, () -> RATIONALS.sqrt(new BigFraction(-4)));
    assertThrows(UnsupportedOperationException.class, () -> RATIONALS.exp(BigFraction.ZERO));
    assertThrows(UnsupportedOperationException.class, () -> RATIONALS.ln(BigFraction.ONE));
  }

  @Test
  void comparisonIsByValueInEach() {
    assertTrue(RATIONALS.compare(new BigFraction(1, 3), new BigFraction(2, 6)) == 0);
    assertTrue(RATIONALS.compare(new BigFraction(1, 3), new BigFraction(1, 2)) < 0);
    assertTrue(DOUBLES.compare(new Binary64(-0.0), new Binary64(0.0)) == 0);
    assertTrue(DOUBLES.compare(new Binary64(2), new Binary64(1)) > 0);
    Dfp third = FORTY.of(new BigFraction(1, 3));
    Dfp above = third.add(FORTY.of(Rationals.parse("1e-38")));
    assertTrue(FORTY.compare(third, above) < 0 && FORTY.compare(above, third) > 0);
    assertTrue(FORTY.compare(third, FORTY.of(new BigFraction(1, 3))) == 0);
    assertEquals(above, FORTY.max(third, above));
    assertEquals(0, FORTY.abs(FORTY.of(-2)).subtract(FORTY.of(2)).getReal());
  }

  @Property(tries = 100, seed = "20260106")
  void powersAreRepeatedProducts(
      @ForAll @IntRange(min = -9, max = 9) int base,
      @ForAll @IntRange(min = -12, max = 12) int exponent) {
    BigFraction x = new BigFraction(2L * base + 1, 4);
    BigFraction expected = BigFraction.ONE;
    for (int i = 0; i < Math.abs(exponent); i++) {
      expected = expected.multiply(x);
    }
    expected = exponent < 0 ? expected.reciprocal() : expected;
    assertEquals(expected, RATIONALS.power(x, exponent));
    assertClose(expected, FORTY.power(FORTY.of(x), exponent), "1e-38");
    assertEquals(
        expected.doubleValue(),
        DOUBLES.power(DOUBLES.of(x), exponent).getReal(),
        4e-15 * expected.abs().doubleValue());
  }
}
