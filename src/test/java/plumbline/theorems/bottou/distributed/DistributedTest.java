package plumbline.theorems.bottou.distributed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Trial.Sides;

class DistributedTest {
  private static final Bound NONE = Bound.of("none", Formula.number(0));

  @Test
  void theTestOfSchurAndCohnKnowsPolynomialsWithKnownRoots() {
    // (z - 1/2)(z + 1/2), (z - 1/2)(z - 3/2), z^2 - z + 1 on the circle
    assertTrue(SchurCohn.stable(new double[] {1, 0, -0.25}));
    assertFalse(SchurCohn.stable(new double[] {1, -2, 0.75}));
    assertFalse(SchurCohn.stable(new double[] {1, -1, 1}));
    // (z - 9/10)^3
    assertTrue(SchurCohn.stable(new double[] {1, -2.7, 2.43, -0.729}));
    assertFalse(SchurCohn.stable(new double[] {1, -3.03, 3.0603, -1.030301}));
  }

  @Test
  void limitsAreThoseOfTheTable() {
    double[] printed = {2, 1, 0.618034, 0.284630, 0.149460};
    int[] delays = {0, 1, 2, 5, 10};
    for (int i = 0; i < delays.length; i++) {
      assertEquals(printed[i], SchurCohn.limit(delays[i]), 5e-7, "delay " + delays[i]);
    }
  }

  @Test
  void theLargestRootAtTheFastestStepsizeIsDouble() {
    // tau = 2: (z - 2/3)^2 (z + 1/3); a double root is found to a few digits only
    assertEquals(2.0 / 3, SchurCohn.radius(4.0 / 27, 2), 1e-5);
    // z^2 - z + 2 has |z| = sqrt 2
    assertEquals(Math.sqrt(2), SchurCohn.radius(2, 1), 1e-12);
  }

  @Test
  void anAngleBelowTheLimitHasAShorterStep() {
    Delay delay = new Delay(2, BigFraction.ONE, new BigFraction(99, 100));
    assertEquals(0.989951, delay.factor(), 5e-7);
    assertEquals(0.596876, delay.step(), 5e-7);
    // the pair of roots at this stepsize is that long
    assertEquals(delay.factor(), SchurCohn.radius(delay.step(), 2), 1e-12);
  }

  @Test
  void stationaryMomentsAndTheirRecursionAgree() {
    Asynchronous descent =
        new Asynchronous(
            Asynchronous.UNIFORM,
            3,
            BigFraction.ZERO,
            new BigFraction(2),
            new BigFraction(1, 10),
            new BigFraction(5));
    double stationary = descent.stationary(BigFraction.ONE).get(0).doubleValue();
    List<Sides<Binary64>> gap =
        new DelayMoments(descent, DelayMoments.What.GAP)
            .sides(Arithmetic.doubles(), descent.constants(), NONE, Checkpoints.of(1, 200));
    // one step: alpha^2 M = 1/20, times L/2
    assertEquals(0.05, gap.get(0).left().getReal(), 1e-15);
    assertEquals(stationary, gap.get(1).left().getReal(), 1e-12);
  }

  @Test
  void aThirdOfDelaysOfOneAtAHalfGivesTwentyOneSeventeenths() {
    Asynchronous descent =
        new Asynchronous(
            Asynchronous.SOMETIMES,
            1,
            new BigFraction(1, 3),
            BigFraction.ONE,
            new BigFraction(1, 2),
            BigFraction.ONE);
    // without delay c_0 = a/(2 - a) = 1/3
    assertEquals(new BigFraction(7, 17), descent.stationary(BigFraction.ONE).get(0));
    assertTrue(descent.settles(BigFraction.ONE));
  }

  @Test
  void momentsBeyondTheLimitDoNotSettle() {
    Asynchronous descent =
        new Asynchronous(
            Asynchronous.FIXED,
            2,
            BigFraction.ZERO,
            BigFraction.ONE,
            new BigFraction(1),
            BigFraction.ONE);
    // 0.63 is above 0.618, 0.6 below
    assertFalse(descent.settles(new BigFraction(63, 100)));
    assertTrue(descent.settles(new BigFraction(60, 100)));
  }

  @Test
  void meanDelaysAreThoseOfTheLaws() {
    assertEquals(new BigFraction(2), law(Asynchronous.UNIFORM).meanDelay());
    assertEquals(new BigFraction(4), law(Asynchronous.FIXED).meanDelay());
    assertEquals(new BigFraction(1), law(Asynchronous.SOMETIMES).meanDelay());
  }

  private static Asynchronous law(String law) {
    return new Asynchronous(
        law, 4, new BigFraction(1, 4), BigFraction.ONE, BigFraction.ONE, BigFraction.ONE);
  }
}
