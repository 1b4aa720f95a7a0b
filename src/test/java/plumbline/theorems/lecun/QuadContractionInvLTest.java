package plumbline.theorems.lecun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import plumbline.formula.Formula;
import plumbline.theorem.Trial.Sides;

class QuadContractionInvLTest {
  private static final String NAME = "contraction";
  private final QuadContractionInvL theorem = new QuadContractionInvL();
  private final Trials sharp = Trials.on(theorem, "lowest eigenvector");

  @Test
  void theBoundIsAttainedAtEveryCheckpointFromTheLowestEigenvector() {
    List<Sides<BigFraction>> sides = sharp.exactly(NAME);
    assertEquals(8, sides.size());
    assertTrue(Trials.equal(sides));
    // (9/10)^(2k) on an error of length 1
    assertEquals(Trials.fraction("81/100"), sides.get(1).left());
    assertEquals(Trials.fraction("9/10").pow(1000), sides.get(7).left());
    assertFalse(sharp.refuted());
  }

  @Test
  void everyTighterRateFailsThere() {
    Formula share = Formula.name("mu").over(Formula.name("L"));
    Formula rate = Formula.number(1).minus(share);
    Map<String, Formula> mutants =
        Map.of(
            "1 - 1.05 mu/L", power(share.times(Formula.number("1.05")), 0),
            "1 - 2 mu/L", power(share.times(2), 0),
            "exponent k + 1", rate.power(Formula.k().plus(1)),
            "1.1/L in the rate", power(share.times(Formula.number("1.1")), 0),
            "times 0.98", rate.power(Formula.k()).times(Formula.number("0.98")));
    mutants.forEach(
        (name, mutant) -> assertFalse(Trials.atMost(sharp.exactly(NAME, mutant)), name));
    // known to be equivalent: weaker, hence true
    assertTrue(Trials.atMost(sharp.exactly(NAME, rate.power(Formula.k().minus(1)))));
  }

  private static Formula power(Formula share, long shift) {
    return Formula.number(1).minus(share).power(Formula.k().plus(shift));
  }

  @Test
  void inTwentyDimensionsTheRatioIsTheRootMeanSquareOverTheSpectrum() {
    Trials typical = Trials.on(theorem, "d = 20, condition 100");
    List<Sides<Binary64>> sides = typical.inDoubles(NAME);
    Descent descent = typical.descent();
    for (Sides<Binary64> s : sides) {
      double sum = 0;
      for (int i = 0; i < 20; i++) {
        double kept = (1 - descent.eigenvalues().get(i) / 100) / 0.99;
        sum += Math.pow(kept, 2.0 * s.k()) / 20;
      }
      double ratio = s.left().getReal() / s.right().getReal();
      assertEquals(sum, ratio, 1e-10 * sum, s.what());
      assertTrue(
          s.left().getReal() - s.right().getReal()
              <= 8 * 0x1p-53 * s.operations() * s.scale().getReal(),
          s.what());
    }
    // from 1 towards d^(-1/2): the second eigenvalue still adds 3 % at k = 500
    Sides<Binary64> last = sides.get(sides.size() - 1);
    assertEquals(0.2306641, Math.sqrt(last.left().getReal() / last.right().getReal()), 1e-7);
    assertThrows(UnsupportedOperationException.class, () -> typical.exactly(NAME));
  }

  @Test
  void twoPointOneOverLGrowsByElevenTenthsAStep() {
    Trials outside = Trials.on(theorem, "gamma = 2.1/L, highest eigenvector");
    assertTrue(outside.refuted());
    Sides<BigFraction> first = outside.exactly(NAME).get(1);
    assertEquals(Trials.fraction("121/100"), first.left());
    assertEquals(Trials.fraction("81/100"), first.right());
    assertTrue(Trials.equal(outside.exactly("factor along an eigenvector")));
  }

  @Test
  void aNullVectorOfASingularMatrixNeverMoves() {
    Trials outside = Trials.on(theorem, "singular, null vector");
    assertTrue(outside.refuted());
    assertFalse(Trials.atMost(outside.exactly(NAME)));
    List<Sides<BigFraction>> sides = outside.exactly("factor along an eigenvector");
    assertTrue(Trials.equal(sides));
    assertEquals(BigFraction.ONE, sides.get(7).left());
  }
}
