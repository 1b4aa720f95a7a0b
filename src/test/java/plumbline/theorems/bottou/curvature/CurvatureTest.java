package plumbline.theorems.bottou.curvature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Trial.Sides;
import plumbline.theorem.Values;

/** Numbers derived by hand, and helpers that must not say yes to everything. */
class CurvatureTest {
  private static final Arithmetic<BigFraction> EXACT = Arithmetic.rationals();

  @Test
  void differencesAreExactUpToDegreeSixAndNotBeyond() {
    Differences<BigFraction> differences = new Differences<>(EXACT);
    assertEquals(
        new BigFraction(5),
        differences.slope(h -> h.pow(6).add(h.pow(5)).subtract(h.pow(2)).add(h.multiply(5))));
    // (45 * 2 - 9 * 256 + 2 * 2187)/60
    assertEquals(new BigFraction(36), differences.slope(h -> h.pow(7)));
  }

  @Test
  void oneLinearUnitHasTheSlopeThatAHandFinds() {
    // W = 1/4, x = 1/2, t = 2/3: (1/8 - 2/3)/2
    DenseLayer layer = DenseLayer.of(values("m", "1", "n", "1", "f", "IDENTITY", "eta", "1"));
    LinearAlgebra<BigFraction> field = LinearAlgebra.exact();
    assertEquals(
        List.of(List.of(Rationals.of(-13, 48))),
        layer.slopes(field, field.lift(layer.weights()), BigFraction.ONE));
    assertEquals(
        List.of(List.of(Rationals.of(-13, 24))),
        layer.slopes(field, List.of(List.of(Rationals.of(1, 8))), new BigFraction(2)),
        "twice as steep in the units of W/2");
  }

  @Test
  void aTransposedGradientIsNoGradient() {
    DenseLayer layer = DenseLayer.of(values("m", "2", "n", "2", "f", "CUBIC", "eta", "1"));
    var right = new Backpropagated(layer, Backpropagated.Part.WEIGHTS, Backpropagated.Slip.NONE);
    assertTrue(equal(right.sides(EXACT, Constants.none(), one(), Checkpoints.of(0))));
    assertFalse(
        equal(
            right
                .mutants()
                .get("x g_a' added to W as it is")
                .sides(EXACT, Constants.none(), one(), Checkpoints.of(0))));
  }

  @Test
  void newtonOnACubicLeavesNineFourteenths() {
    Parabola cubic =
        new Parabola(
            new BigFraction(4),
            BigFraction.ONE,
            BigFraction.ZERO,
            new BigFraction(3),
            Rationals.of(1, 7));
    // 3 - (12 + 9/2)/7
    assertEquals(Rationals.of(9, 14), cubic.path(EXACT, cubic.eta(), 1).get(1));
  }

  @Test
  void conjugateDirectionsEndWhereSteepestDescentDoesNot() {
    Quadratics two = quadratics("2", "9", "WORST", "1");
    assertTrue(zero(two, ConjugatePath.Memory.LAST, 2));
    assertFalse(zero(two, ConjugatePath.Memory.LAST, 1));
    assertFalse(zero(two, ConjugatePath.Memory.NONE, 2));
    assertFalse(zero(quadratics("2", "9", "WORST", "9/10"), ConjugatePath.Memory.LAST, 2));
  }

  @Test
  void twoEigenvaluesAreGoneInTwoStepsInAnyDimension() {
    assertTrue(zero(quadratics("5", "9", "WORST", "1"), ConjugatePath.Memory.LAST, 2));
    assertFalse(zero(quadratics("5", "9", "EQUAL", "1"), ConjugatePath.Memory.LAST, 4));
  }

  @Test
  void oneExactStepFromTheWorstStartLeavesSixteenTwentyFifths() {
    Quadratics worst = quadratics("2", "9", "WORST", "1");
    BigFraction after = new ConjugateEnergy(worst).values(EXACT, Checkpoints.of(0, 1)).get(1);
    assertEquals(Rationals.of(16, 25), after.divide(worst.firstEnergy()));
  }

  @Test
  void theUnitStepConvergesBelowTheRootAndNotAbove() {
    assertTrue(Math.abs(iterated(1.08, 30)) < 1e-12);
    assertTrue(Math.abs(iterated(1.0886, 60)) < 1e-12);
    assertTrue(Math.abs(iterated(1.0887, 30)) > 2);
    assertTrue(Math.abs(iterated(1.10, 20)) > 2);
  }

  private static double iterated(double w, int steps) {
    double at = w;
    for (int i = 0; i < steps && Math.abs(at) < 5; i++) {
      at -= Math.sinh(2 * at) / 2;
    }
    return at;
  }

  @Test
  void theLineSearchOfTheExampleIsThatOfABruteForceSearch() {
    Bowl bowl = new Bowl(new BigFraction(3), new BigFraction(3), BigFraction.ZERO);
    assertEquals(0.030605, bowl.bestStep().doubleValue(), 5e-7);
    double best = value(bowl, bowl.bestStep().doubleValue());
    for (int i = 0; i <= 1000; i++) {
      assertTrue(value(bowl, i / 1000.0) >= best, "at " + i);
    }
    assertEquals(4.92567, best, 1e-5);
  }

  /** From (1, 4): sinh 8 = 1490.478826, 1 - 16/sinh 8 = .98926519, 1 - 8/sinh 8 = .99463260. */
  @Test
  void oneCommonStepFromOneAndFourLeavesBetweenHalvesOfTheseSquares() {
    SeparatedOptimisation theorem = new SeparatedOptimisation();
    var start = new SeparatedSteps.Start(BigFraction.ONE, new BigFraction(4), BigFraction.ZERO);
    Constants constants = theorem.constants(start);
    assertEquals(.48932281, bound(theorem.claims(start), "one common step").at(constants, 4), 5e-9);
    assertEquals(
        .49464700, bound(theorem.claims(start), "one common step, at most").at(constants, 4), 5e-9);
  }

  private static Bound bound(List<Claim> claims, String name) {
    return claims.stream()
        .filter(claim -> claim.name().equals(name))
        .map(claim -> ((Claim.Exactly) claim).bound())
        .findFirst()
        .orElseThrow();
  }

  private static double value(Bowl bowl, double step) {
    Arithmetic<Binary64> in = Arithmetic.doubles();
    return bowl.after(in, in.of(Rationals.of(step))).getReal();
  }

  @Test
  void theDefectRoundTheSlitIsAnEighth() {
    Surface slit = new Surface(BigFraction.ZERO, BigFraction.ZERO, Surface.Domain.SLIT);
    var sides =
        new MixedDifference(slit, MixedDifference.Right.INTEGRAL, 4)
            .sides(EXACT, Constants.none(), one(), Checkpoints.of(4));
    assertEquals(Rationals.of(1, 8), sides.get(0).left());
    assertEquals(BigFraction.ZERO, sides.get(0).right());
  }

  @Test
  void fourPointsStallAtSeventeenThirtySeconds() {
    var points =
        new SingleExamples.Examples(
            Matrix.parse("1; 1; 2; 2"), Vector.parse("1 -1 1/2 -1/2"), Vector.parse("7"));
    List<BigFraction> whole =
        new SingleExamples(points, BigFraction.ONE).values(EXACT, Checkpoints.of(0, 1, 2));
    assertEquals(List.of(new BigFraction(49), Rationals.of(17, 32), Rationals.of(17, 32)), whole);
    // half the way: w/2 + y/(2x), so 49/4 + 17/128
    List<BigFraction> half =
        new SingleExamples(points, Rationals.of(1, 2)).values(EXACT, Checkpoints.of(0, 1));
    assertEquals(Rationals.of(1585, 128), half.get(1));
  }

  @Test
  void anIndefiniteHessianHasNoRoot() {
    HessianRescaling theorem = new HessianRescaling();
    assertTrue(refuted(theorem, Values.none().with("sign", "NEGATIVE")));
    assertFalse(refuted(theorem, Values.none()));
  }

  private static <S> boolean refuted(Theorem<S> theorem, Values values) {
    S setting = theorem.setting(theorem.declaration().values(values));
    return theorem.hypotheses().stream()
        .anyMatch(h -> h.test().apply(setting) instanceof Status.Refuted);
  }

  private static boolean zero(Quadratics of, ConjugatePath.Memory memory, int steps) {
    var path = ConjugatePath.of(LinearAlgebra.exact(), of, steps, memory);
    List<BigFraction> last = path.gradients().get(path.gradients().size() - 1);
    return last.stream().allMatch(BigFraction::isZero);
  }

  private static Quadratics quadratics(String d, String kappa, String start, String share) {
    return Quadratics.of(values("d", d, "kappa", kappa, "start", start, "share", share));
  }

  private static Values values(String... pairs) {
    Values values = Values.none();
    for (int i = 0; i < pairs.length; i += 2) {
      values = values.with(pairs[i], pairs[i + 1]);
    }
    return values;
  }

  private static Bound one() {
    return Bound.of("one", Formula.number(1));
  }

  private static boolean equal(List<Sides<BigFraction>> sides) {
    return !sides.isEmpty() && sides.stream().allMatch(s -> s.left().equals(s.right()));
  }
}
