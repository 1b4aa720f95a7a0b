package plumbline.theorems.bottou.nonconvex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Trial;

/** Numbers worked by hand, which no claim of the room asserts. */
class NonconvexTest {
  private static final Arithmetic<BigFraction> IN = Arithmetic.rationals();
  private static final Bound ONE = Bound.of("1", Formula.number(1));

  private static Trial.Sides<BigFraction> sides(Trial trial, long k) {
    return trial.sides(IN, Constants.none(), ONE, Checkpoints.of(k)).get(0);
  }

  private static Norms sg(String alpha, String sigma, String start, String level) {
    return new Norms(
        Norms.Kind.SG,
        1,
        Rationals.parse(level),
        BigFraction.ONE,
        Rationals.parse(alpha),
        Rationals.parse(sigma),
        Rationals.parse(start));
  }

  private static BestFixed run(String m, String fixed) {
    return new BestFixed(
        new BigFraction(2),
        BigFraction.ONE,
        BigFraction.ZERO,
        Rationals.parse(m),
        new BigFraction(2),
        Rationals.parse(fixed));
  }

  @Test
  void theWaveOfTrianglesIsPeriodic() {
    Norms wave = sg("1", "1", "0", "1");
    assertEquals(Rationals.of(1, 2), wave.slope(IN, Rationals.of(1, 2)));
    assertEquals(Rationals.of(1, 2), wave.slope(IN, Rationals.of(3, 2)));
    assertEquals(Rationals.of(-1, 2), wave.slope(IN, Rationals.of(5, 2)));
    assertEquals(Rationals.of(-1, 2), wave.slope(IN, Rationals.of(7, 2)));
    assertEquals(Rationals.of(1, 2), wave.slope(IN, Rationals.of(9, 2)));
    assertEquals(Rationals.of(-1, 2), wave.slope(IN, Rationals.of(-1, 2)));
    assertEquals(Rationals.of(-1, 2), wave.slope(IN, Rationals.of(-3, 2)));
  }

  @Test
  void oneNoisyStepIsThatWorkedByHand() {
    // from 1, alpha = 1/2, xi = 1 or -1: w_2 = 1 or 0, G = 1, then 1 or 0
    Trial.Sides<BigFraction> share =
        sides(new Norms.Compared(sg("1/2", "1", "1", "1/2"), Norms.Left.SHARE), 2);
    assertEquals(Rationals.of(3, 4), share.left());
    // the bound 1 times E(G_1 + G_2)
    assertEquals(Rationals.of(3, 2), share.right());
    assertEquals(
        Rationals.of(1, 2),
        sides(new Norms.Compared(sg("1/2", "1", "1", "1/2"), Norms.Left.LEAST), 2).left());
  }

  @Test
  void theAverageOfTwoStepsIsThatWorkedByHand() {
    // c = 2, w_1 = 2, M = 3, alpha = 1/8: 16, then 4 (9/16 * 4 + 3/64); their mean
    BigFraction second = Rationals.of(9, 16).multiply(4).add(Rationals.of(3, 64)).multiply(4);
    assertEquals(second.add(16).divide(2), sides(new BestFixed.Average(run("3", "1/8")), 2).left());
  }

  @Test
  void theStepsizeIsTheShorterOfTwo() {
    // Delta = 4, L = 2: 1/L for few steps, sqrt(8/(6 K)) for many
    assertEquals(0.5, run("3", "0").stepsize(Arithmetic.doubles(), 1).getReal());
    assertEquals(
        Math.sqrt(8.0 / 6000), run("3", "0").stepsize(Arithmetic.doubles(), 1000).getReal(), 1e-15);
  }

  @Test
  void fractionsOfManyStepsAreRefusedUnlessTheFirstStepEndsAtTheMinimum() {
    // 16 in the first step and 0 from then on
    assertEquals(
        Rationals.of(1, 65536), sides(new BestFixed.Average(run("0", "0")), 1 << 20).left());
    BestFixed multiplied =
        new BestFixed(
            new BigFraction(2),
            BigFraction.ONE,
            BigFraction.ONE,
            BigFraction.ZERO,
            new BigFraction(2),
            BigFraction.ZERO);
    for (BestFixed of : List.of(run("3", "0"), run("0", "1/8"), multiplied)) {
      Trial average = new BestFixed.Average(of);
      assertThrows(UnsupportedOperationException.class, () -> sides(average, 128), of.toString());
    }
  }

  @Test
  void withNoiseTheAverageIsInTheEndHalfOfItsBound() {
    BestFixed of = run("3", "0");
    double average =
        new BestFixed.Average(of)
            .sides(Arithmetic.doubles(), of.constants(), ONE, Checkpoints.of(1L << 30))
            .get(0)
            .left()
            .getReal();
    double bound = 2 * Math.sqrt(2.0 * 2 * 3 * 4 / (1L << 30));
    assertEquals(0.5, average / bound, 0.01);
  }

  @Test
  void betweenAMinimumAndASaddleTheBoxDecides() {
    Box at = new Box(BigFraction.ZERO, Rationals.of(1, 4), BigFraction.ZERO, Rationals.of(1, 4));
    // half-width 1/4 reaches the degenerate point, 1/2 the saddles: 1/4 (1/4 - 1/2)
    assertEquals(BigFraction.ZERO, sides(new Box.Value(at, Box.Read.LEAST), 1).left());
    assertEquals(Rationals.of(-1, 16), sides(new Box.Value(at, Box.Read.LEAST), 2).left());
    // 1/4 (1/4 + 1/2) + 1/4
    assertEquals(Rationals.of(7, 16), sides(new Box.Value(at, Box.Read.GREATEST), 2).left());
  }

  @Test
  void offTheLineTheGradientIsNotZero() {
    Box off = new Box(Rationals.of(1, 2), BigFraction.ONE, BigFraction.ZERO, BigFraction.ONE);
    assertEquals(Rationals.of(17, 16), sides(new Box.Value(off, Box.Read.GRADIENT), 1).left());
    Box degenerate = new Box(BigFraction.ZERO, BigFraction.ZERO, BigFraction.ZERO, BigFraction.ONE);
    assertTrue(sides(new Box.Value(degenerate, Box.Read.GRADIENT), 1).left().isZero());
  }
}
