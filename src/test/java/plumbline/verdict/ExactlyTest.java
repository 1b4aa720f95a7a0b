package plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.hipparchus.FieldElement;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
import plumbline.theorem.Relation;
import plumbline.theorem.Trial.Sides;

class ExactlyTest {
  private static final Exactly EQUAL = new Exactly(Relation.EQUAL, Course.Aim.EITHER);
  private static final Exactly AT_MOST = new Exactly(Relation.AT_MOST, Course.Aim.EITHER);

  /** Two computations of one comparison, in any arithmetic. */
  private interface Both {
    <T extends FieldElement<T>> List<Sides<T>> in(Arithmetic<T> arithmetic);
  }

  private static <T extends FieldElement<T>> List<Sides<T>> sides(
      T left, T right, T scale, double operations) {
    return List.of(new Sides<>("k = 1", 1, left, right, scale, operations));
  }

  private static Exactly.Result judge(Exactly exactly, Both both) {
    return exactly.inDoubles(both.in(Arithmetic.doubles()), both::in);
  }

  /**
   * (1-a)^k against exp(k ln(1-a)), a = 1/(3k), k = 1e5, with a tolerance for ten operations only.
   */
  private static final Both POWERS =
      new Both() {
        @Override
        public <T extends FieldElement<T>> List<Sides<T>> in(Arithmetic<T> at) {
          T base = at.of(1).subtract(at.of(new BigFraction(1, 300_000)));
          T left = at.power(base, 100_000);
          T right = at.exp(at.ln(base).multiply(at.of(100_000)));
          return sides(left, right, left.add(right), 10);
        }
      };

  /** 1/3 against 1/3 + shift. */
  private static Both thirds(String shift) {
    return new Both() {
      @Override
      public <T extends FieldElement<T>> List<Sides<T>> in(Arithmetic<T> at) {
        BigDecimal s = new BigDecimal(shift);
        T extra =
            at.of(
                new BigFraction(s.unscaledValue())
                    .divide(new BigFraction(java.math.BigInteger.TEN.pow(s.scale()))));
        T third = at.of(new BigFraction(1, 3));
        return sides(third, third.add(extra), third.add(third), 2);
      }
    };
  }

  @Test
  void in_rationals_there_is_nothing_between() {
    BigFraction third = new BigFraction(1, 3);
    BigFraction less = third.subtract(new BigFraction(1, 1_000_000_000));
    assertEquals(
        Outcome.HOLDS, EQUAL.inRationals(sides(third, third, third, 1)).verdict().outcome());
    assertEquals(
        Outcome.REFUTED, EQUAL.inRationals(sides(less, third, third, 1)).verdict().outcome());
    assertEquals(
        Outcome.HOLDS, AT_MOST.inRationals(sides(less, third, third, 1)).verdict().outcome());
    assertEquals(
        Outcome.REFUTED, AT_MOST.inRationals(sides(third, less, third, 1)).verdict().outcome());
    Exactly atLeast = new Exactly(Relation.AT_LEAST, Course.Aim.EITHER);
    assertEquals(
        Outcome.REFUTED, atLeast.inRationals(sides(less, third, third, 1)).verdict().outcome());
  }

  /** A side beyond the doubles has no difference that could be printed. */
  @Test
  void no_difference_is_said_where_none_is_a_number() {
    Both beyond =
        new Both() {
          @Override
          public <T extends FieldElement<T>> List<Sides<T>> in(Arithmetic<T> at) {
            T huge = at.power(at.of(10), 400);
            return sides(huge, at.of(3), huge, 400);
          }
        };
    String said = judge(AT_MOST, beyond).verdict().sentence();
    assertEquals("REFUTED k = 1: infinity against 3 in 40 and 80 digits", said);
  }

  @Test
  void doubles_alone_never_refute() {
    Sides<Binary64> s = POWERS.in(Arithmetic.doubles()).get(0);
    double tolerance = 8 * 0x1p-53 * s.operations() * s.scale().getReal();
    double gap = Math.abs(s.left().getReal() - s.right().getReal());
    assertTrue(
        gap > 10 * tolerance,
        "the control: one precision would refute a true identity, gap " + gap / tolerance);
    Exactly.Result result = judge(EQUAL, POWERS);
    assertEquals(Outcome.HOLDS, result.verdict().outcome());
    assertEquals("40 and 80 digits", result.arithmetic());
  }

  @Test
  void a_difference_beyond_the_tolerance_is_refuted_in_digits() {
    assertEquals(Outcome.REFUTED, judge(EQUAL, thirds("0.00000000001")).verdict().outcome());
    assertEquals(Outcome.HOLDS, judge(AT_MOST, thirds("0.00000000001")).verdict().outcome());
    assertEquals(Outcome.REFUTED, judge(AT_MOST, thirds("-0.00000000001")).verdict().outcome());
    assertEquals("doubles", judge(EQUAL, thirds("0")).arithmetic());
  }

  @Test
  void where_refuted_is_expected_the_digits_are_asked_first() {
    String tiny = "-0.00000000000000000001";
    assertEquals(Outcome.HOLDS, judge(AT_MOST, thirds(tiny)).verdict().outcome());
    Exactly misprint = new Exactly(Relation.AT_MOST, Course.Aim.REFUTED);
    assertEquals(Outcome.REFUTED, judge(misprint, thirds(tiny)).verdict().outcome());
    assertEquals(Outcome.HOLDS, judge(misprint, thirds("0")).verdict().outcome());
  }

  @Test
  void only_in_doubles_there_is_a_wide_middle() {
    Binary64 one = new Binary64(1);
    // q = 100 u
    assertEquals(
        Outcome.HOLDS,
        EQUAL.onlyInDoubles(sides(one, new Binary64(1 + 1e-14), one, 100)).verdict().outcome());
    assertEquals(
        Outcome.INCONCLUSIVE,
        EQUAL.onlyInDoubles(sides(one, new Binary64(1.001), one, 100)).verdict().outcome());
    assertEquals(
        Outcome.REFUTED,
        EQUAL.onlyInDoubles(sides(one, new Binary64(1.02), one, 100)).verdict().outcome());
    assertEquals(
        Outcome.INCONCLUSIVE,
        EQUAL.onlyInDoubles(sides(one, new Binary64(1.02), one, 1e11)).verdict().outcome());
    assertEquals(
        Outcome.HOLDS,
        AT_MOST.onlyInDoubles(sides(one, new Binary64(1.02), one, 100)).verdict().outcome());
    assertEquals(
        Outcome.ERROR,
        EQUAL.onlyInDoubles(sides(one, new Binary64(Double.NaN), one, 1)).verdict().outcome());
  }

  @Test
  void a_worked_number_is_judged_by_its_last_digit() {
    Function<Arithmetic<Dfp>, Dfp> twoThirds = at -> at.of(new BigFraction(2, 3));
    BigDecimal half = new BigDecimal("0.0005");
    assertEquals(
        Outcome.HOLDS, Exactly.worked(2 / 3.0, 1e-15, new BigDecimal("0.667"), half, 1, twoThirds));
    assertEquals(
        Outcome.REFUTED,
        Exactly.worked(2 / 3.0, 1e-15, new BigDecimal("0.666"), half, 1, twoThirds));
    assertEquals(
        Outcome.HOLDS, Exactly.worked(2 / 3.0, 1, new BigDecimal("0.667"), half, 1, twoThirds));
    assertEquals(Outcome.ERROR, Exactly.worked(Double.NaN, 0, BigDecimal.ONE, half, 1, twoThirds));
  }

  @Test
  void comparing_nothing_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> EQUAL.inRationals(List.of()));
  }

  @Test
  void coincidence_needs_a_twin_that_differs() {
    assertEquals(Outcome.HOLDS, coincide(1e-14, 1e-15, .1, OptionalDouble.empty()));
    assertEquals(Outcome.INCONCLUSIVE, coincide(1e-14, 1e-15, 1e-10, OptionalDouble.empty()));
    assertEquals(Outcome.INCONCLUSIVE, coincide(0, 0, 0, OptionalDouble.empty()));
    assertEquals(Outcome.INCONCLUSIVE, coincide(1e-11, 1e-15, .1, OptionalDouble.empty()));
  }

  @Test
  void a_difference_is_refuted_only_if_digits_repeat_it() {
    assertEquals(Outcome.REFUTED, coincide(1e-2, 1e-15, .1, OptionalDouble.of(.009)));
    assertEquals(Outcome.INCONCLUSIVE, coincide(1e-2, 1e-15, .1, OptionalDouble.of(.001)));
    assertEquals(Outcome.INCONCLUSIVE, coincide(1e-2, 1e-15, .1, OptionalDouble.empty()));
    assertEquals(Outcome.ERROR, coincide(Double.NaN, 1e-15, .1, OptionalDouble.empty()));
  }

  private static Outcome coincide(
      double difference, double rounding, double twin, OptionalDouble repeated) {
    return new Coincide(difference, rounding, twin).judge(() -> repeated).outcome();
  }
}
