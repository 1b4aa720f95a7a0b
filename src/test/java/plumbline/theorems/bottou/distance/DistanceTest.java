package plumbline.theorems.bottou.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Trial;
import plumbline.theorem.Values;

/** Numbers worked by hand, which no claim of the room asserts. */
class DistanceTest {
  private static final Arithmetic<BigFraction> IN = Arithmetic.rationals();
  private static final Bound NONE = Bound.of("0", Formula.number(0));

  private static BigFraction left(Trial trial, long k) {
    return trial.sides(IN, Constants.none(), NONE, Checkpoints.of(k)).get(0).left();
  }

  private static Walk walk(Line line, String h, String sigma, String start, String alpha) {
    return new Walk(
        line,
        Rationals.parse(h),
        BigFraction.ZERO,
        Rationals.parse(sigma),
        Walk.Where.EVERYWHERE,
        Rationals.parse(start),
        Rationals.parse(alpha),
        Walk.Lengths.FIXED);
  }

  @Test
  void theWorkedExampleOfScaledStepsComesOut() {
    BigFraction off = Rationals.parse("-0.9");
    Matrix h =
        new Matrix(
            List.of(
                new Vector(List.of(BigFraction.ONE, off)),
                new Vector(List.of(off, BigFraction.ONE))));
    Preconditioned of =
        new Preconditioned(new BigFraction(100), h, off.negate(), Rationals.of(1, 1000));
    assertEquals(
        Rationals.parse("-0.778"),
        left(new Preconditioned.Compared(of, Preconditioned.Left.DISTANCE), 2));
    assertEquals(
        Rationals.parse("1.4"),
        left(new Preconditioned.Compared(of, Preconditioned.Left.DESCENT), 2));
  }

  @Test
  void anAbsoluteValueIsWalkedDownToNineEighths() {
    // h = 2, alpha = 1/16, w_1 = 1: 1, 7/8, ..., 1/8; average 9/16
    Walk down = walk(Line.ABSOLUTE, "2", "0", "1", "1/16");
    assertEquals(Rationals.of(9, 8), left(new Expected(down, Expected.What.GAP_OF_AVERAGE), 8));
  }

  @Test
  void twoStepsOfTheNoisyHingeAreThoseWorkedByHand() {
    // from 0, alpha = 1, g = -1 + xi: w_2 is 0 or 2, its gap 1 or 0
    Walk noisy = walk(Line.HINGE, "1", "1", "0", "1");
    assertEquals(Rationals.of(1, 2), left(new Expected(noisy, Expected.What.GAP_OF_LAST), 2));
    // the averages are 0 and 1
    assertEquals(Rationals.of(1, 2), left(new Expected(noisy, Expected.What.GAP_OF_AVERAGE), 2));
  }

  @Test
  void theLastIterateReturnsToNineHundredths() {
    Walk cycle = walk(Line.ABSOLUTE, "1", "0", "9/100", "1/10");
    assertEquals(Rationals.of(9, 100), left(new Expected(cycle, Expected.What.GAP_OF_LAST), 31));
    assertEquals(Rationals.of(1, 100), left(new Expected(cycle, Expected.What.GAP_OF_LAST), 32));
  }

  @Test
  void theConstantWithoutTheTwoIsBrokenAtTheSecondIterate() {
    // c = beta = sigma = 1, noise at the minimizer alone: e_2 = 1, G^2 = 1, 1/(2 - 1)/2 = 1/2
    Walk jump =
        new Walk(
            Line.ELASTIC,
            BigFraction.ZERO,
            BigFraction.ONE,
            BigFraction.ONE,
            Walk.Where.MINIMIZER,
            BigFraction.ZERO,
            BigFraction.ONE,
            Walk.Lengths.HARMONIC);
    assertEquals(BigFraction.ONE, left(new Expected(jump, Expected.What.SQUARED_DISTANCE), 2));
    assertEquals(Rationals.of(1, 4), left(new Expected(jump, Expected.What.SQUARED_DISTANCE), 3));
  }

  @Test
  void theCosineIsFarFromItsBottomAndHasLittleSlopeNearItsTop() {
    Walk cosine = walk(Line.COSINE, "1", "0", "1/10", "1/2");
    var sides =
        new Slopes(cosine, Slopes.Share.GAP)
            .sides(
                Arithmetic.doubles(),
                Constants.none(),
                Bound.of("1", Formula.number(1)),
                Checkpoints.of(31))
            .get(0);
    assertEquals(0.304, sides.left().getReal(), 5e-4);
    assertEquals(1.995, sides.right().getReal(), 5e-4);
  }

  @Test
  void oneStepOfAbsoluteLossesIsThatWorkedByHand() {
    // at w = 0 the slopes are -1, +1, -1, -1 on (1,0), (1,1), (0,2), (2,-1): g = (-1,0), (1,1),
    // (0,-2), (-2,1), mean (-1/2, 0), mean square (1 + 2 + 4 + 5)/4 = 3; z = (1, -1/2), beta = 3/4:
    // -2 (3/4) (1/2) + (9/16) 3
    A2Identity theorem = new A2Identity();
    FiniteSum of = theorem.setting(theorem.declaration().values(Values.none()));
    Claim.Exactly claim = (Claim.Exactly) theorem.claims(of).get(0);
    Trial.Sides<BigFraction> sides =
        claim.trial().sides(IN, of.constants(), claim.bound(), Checkpoints.of(1)).get(0);
    assertEquals(Rationals.of(15, 16), sides.left());
    assertEquals(Rationals.of(15, 16), sides.right());
  }

  @Test
  void strongConvexityClaimedAHundredthTooStrongIsRefuted() {
    A2Strong theorem = new A2Strong();
    Values values = theorem.declaration().values(Values.none().with("c", "2.02"));
    A2Strong.Shrinking of = theorem.setting(values);
    Claim.Exactly claim = (Claim.Exactly) theorem.claims(of).get(0);
    assertTrue(
        claim.trial().sides(IN, theorem.constants(of), claim.bound(), claim.points()).stream()
            .anyMatch(s -> s.left().compareTo(s.right()) < 0));
  }
}
