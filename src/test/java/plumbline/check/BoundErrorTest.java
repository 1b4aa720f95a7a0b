package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.theorem.Bound;

/** Expected numbers are worked by hand. */
class BoundErrorTest {
  private static final Bound BOUND =
      Bound.of(
          Bound.term("floor", Formula.name("a")),
          Bound.term("slope", Formula.name("b").times(Formula.k())));

  private static Constants constants(double a, double b) {
    return Constants.none()
        .with("a", new Constant(new BigFraction(3), a, "measured"))
        .with("b", new Constant(new BigFraction(2), b, "measured"));
  }

  /**
   * At k = 8 an error of 1/8 in a moves the bound by 1/8, one of 1/64 in b by 1/8: twice the sum.
   */
  @Test
  void errorsOfConstantsMoveABoundByWhatItMakesOfThem() {
    assertEquals(0.5, BoundError.ofConstants(BOUND, constants(0.125, 0.015625), 8));
    assertEquals(0.25, BoundError.ofConstants(BOUND, constants(0.125, 0), 8));
    assertEquals(0, BoundError.ofConstants(BOUND, constants(0, 0), 8));
  }

  /** 1/(b - 31/16): b within 1/32 takes 16 down to 32/3 and up to 32, so the greater move is 16. */
  @Test
  void anErrorIsTakenToBothEndsWhereTermsCancel() {
    Bound steep =
        Bound.of("steep", Formula.number(1).over(Formula.name("b").minus(Formula.number("31/16"))));
    assertEquals(32, BoundError.ofConstants(steep, constants(0, 0.03125), 1));
  }

  /** 64 roundings for each of k + 1 = 9, of terms 3 and 16. */
  @Test
  void withoutErrorsOfConstantsRoundingIsLeft() {
    double error = BoundError.of(BOUND, constants(0, 0), 8);
    assertEquals(64 * 9 * 19, error / 0x1p-53, 1e-9);
    assertTrue(BoundError.of(BOUND, constants(0.125, 0), 8) > 0.25);
  }
}
