package plumbline.theorems.bottou.assumptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/** Numbers derived by hand, and inputs that the helpers must object to. */
class AssumptionsTest {
  private static final LinearAlgebra<BigFraction> EXACT = LinearAlgebra.exact();

  @Test
  void theFourOutcomesOfTheBiasedOracleAreThoseOfTheCard() {
    Noisy s1 =
        noisy(new Lemma42(), Map.of("c", "2", "h", "1/2", "s2", "1", "M", "4", "start", "3"));
    List<BigFraction> draws =
        s1.draws().at(EXACT, EXACT.lift(s1.point(1))).stream().map(g -> g.get(0)).toList();
    assertEquals(numbers("8", "4", "2", "-2"), draws);
    assertEquals(q("18"), s1.constants().exact("D"));
    assertEquals(q("22"), s1.constants().exact("S"));
  }

  @Test
  void oneOfFourPointsHasAVarianceOfThirteenQuartersAtOne() {
    Noisy ls4 = noisy(new A43cVariance(), Map.of("problem", "LS4"));
    List<BigFraction> w = EXACT.lift(ls4.point(1));
    assertEquals(q("19/2"), ls4.draws().second(EXACT, w));
    assertEquals(numbers("5/2"), ls4.draws().mean(EXACT, w));
  }

  @Test
  void twiceTheUphillOutcomesOfOnePlusMinusTwoAreMinusOneAndOne() {
    Noisy late = noisy(new Lemma42(), Map.of("M", "4"));
    assertEquals(q("-1"), late.constants().exact("D_up"));
    assertEquals(q("1"), late.constants().exact("S_up"));
  }

  @Test
  void everyPairHasTwoDifferentPoints() {
    int seen = 0;
    for (Objective of : List.of(Library.ls4(), Library.ls3(), Single.NETWORK)) {
      Pairs pairs = Pairs.adversarial(of);
      for (long k = 1; k <= Pairs.SCATTERED + 8; k++) {
        assertTrue(pairs.at(k).move().squaredNorm().signum() > 0, "pair " + k);
        seen++;
      }
    }
    assertEquals(96, seen);
  }

  @Test
  void everyDirectionOfTheHalfCircleIsADirection() {
    for (long k : Turned.DIRECTIONS.at()) {
      assertTrue(Turned.direction(k).squaredNorm().signum() > 0);
    }
    assertEquals(Vector.parse("6 8"), Turned.direction(8));
    assertEquals(Vector.parse("-8 6"), Turned.direction(22));
    assertEquals(Vector.parse("-7 7"), Turned.direction(21));
  }

  @Test
  void theShearHasItsSpectrumInAndItsSymmetricPartOutOfTheInterval() {
    Turned shear = Turned.of(values(new RescaledCase(), Map.of("H", "shear")));
    assertInstanceOf(Status.Certified.class, shear.spectrum());
    assertInstanceOf(Status.Refuted.class, shear.symmetric());
    assertInstanceOf(Status.Refuted.class, shear.descends());
    assertInstanceOf(Status.Refuted.class, shear.bounded());
  }

  @Test
  void aTurnHasNoRealSpectrum() {
    Turned turn = Turned.of(values(new A43bFirstMoment(), Map.of("H", "turn")));
    assertInstanceOf(Status.Refuted.class, turn.spectrum());
    assertInstanceOf(Status.Certified.class, turn.descends());
  }

  @Test
  void forgottenWeightsAreSeen() {
    Map<String, String> byLength = Map.of("draw", "by-length");
    Sampling plain = Sampling.of(values(new UnbiasedCase(), byLength));
    assertInstanceOf(Status.Refuted.class, plain.unbiased());
    assertEquals(numbers("17/5"), plain.mean(EXACT, numbers("1")));
    assertEquals(Vector.parse("1/10 1/10 2/5 2/5"), plain.probabilities());
  }

  @Test
  void gradientsAreTheSlopesOfTheirValues() {
    LinearAlgebra<Binary64> field = new LinearAlgebra<>(Arithmetic.doubles());
    double h = 1e-6;
    for (Objective of :
        List.of(
            Library.ls4(),
            Library.logistic(),
            Library.cosine(),
            Library.rotated(q("2"), q("10")),
            Single.LOG_COSH,
            Single.FOURTH_POWER,
            Single.ABSOLUTE,
            Single.SINES,
            Single.WELL,
            Single.EATEN,
            Single.CONCAVE,
            Single.NETWORK)) {
      int d = of.centre().dimension();
      List<Binary64> w = field.vector(d, j -> new Binary64(0.7 + 0.4 * j));
      List<Binary64> gradient = of.gradient(field, w);
      for (int i = 0; i < d; i++) {
        int at = i;
        List<Binary64> up = field.vector(d, j -> w.get(j).add(j == at ? h : 0));
        List<Binary64> down = field.vector(d, j -> w.get(j).subtract(j == at ? h : 0));
        double slope = (of.value(field, up).getReal() - of.value(field, down).getReal()) / (2 * h);
        assertEquals(slope, gradient.get(i).getReal(), 1e-7, of + ", coordinate " + i);
      }
    }
  }

  @Test
  void theSteepestDirectionIsNotTheFlattest() {
    for (Objective of : List.of(Library.ls3(), Library.logistic(), Library.flat())) {
      assertNotEquals(of.steepest(), of.flattest());
      assertEquals(1, of.steepest().squaredNorm().doubleValue(), 1e-12);
    }
  }

  @Test
  void onlyLemma42ChoosesItsStepsizeAfterTheDraw() {
    Map<String, String> late = Map.of("rule", Noisy.LATE);
    assertEquals(Noisy.LATE, noisy(new Lemma42(), late).rule());
    for (Theorem<Noisy> theorem :
        List.of(new Lemma44(), new A43cVariance(), new Eq49SecondMoment())) {
      assertEquals(Noisy.FIXED, noisy(theorem, Map.of()).rule());
      assertThrows(IllegalArgumentException.class, () -> noisy(theorem, late));
    }
  }

  @Test
  void noEqualityIsClaimedWhereDirectionsAreRounded() {
    for (Theorem<Landscape> theorem :
        List.of(new A41LipschitzGradient(), new Eq43DescentLemma(), new Eq412Pl())) {
      assertEquals(1, otherwise(theorem, "LS4").size());
      assertEquals(List.of(), otherwise(theorem, "LS"));
      assertEquals(List.of(), otherwise(theorem, "LOG"));
    }
    assertEquals(List.of(), otherwise(new A45StrongConvexity(), "LS"));
    assertEquals(List.of(), otherwise(new A45StrongConvexity(), "LOG"));
    assertEquals(2, otherwise(new A45StrongConvexity(), "flat").size());
  }

  private static List<Claim> otherwise(Theorem<Landscape> theorem, String problem) {
    Values values = values(theorem, Map.of("problem", problem, "share", "3/2"));
    return theorem.otherwise(theorem.setting(values));
  }

  private static Noisy noisy(Theorem<Noisy> theorem, Map<String, String> chosen) {
    return theorem.setting(values(theorem, chosen));
  }

  private static Values values(Theorem<?> theorem, Map<String, String> chosen) {
    Declaration declaration = theorem.declaration();
    Values values = Values.none();
    for (Map.Entry<String, String> value : chosen.entrySet()) {
      values = values.with(value.getKey(), value.getValue());
    }
    return declaration.values(values);
  }

  private static List<BigFraction> numbers(String... texts) {
    return List.of(texts).stream().map(AssumptionsTest::q).toList();
  }

  private static BigFraction q(String text) {
    return Rationals.parse(text);
  }
}
