package plumbline.theorems.bottou;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Need;
import plumbline.theorem.Tail;

class Thm48NonconvexFixedTest {
  private static final int[] KS = {1, 2, 4, 16, 64, 256, 1024, 4096};
  private final Thm48NonconvexFixed theorem = new Thm48NonconvexFixed();

  private Bound bound(Setting setting) {
    return Sheet.bound(theorem, setting, "(4.26)");
  }

  @Test
  void theBoundOnLs4IsThirtyFourOverKPlusTwentyFiveThirtyFourths() {
    Setting s = Sheet.setting(theorem, "LS4, alpha at its limit");
    assertEquals("1181/34 603/34 157/17", Sheet.at(bound(s), s.constants(), 1, 2, 4));
  }

  @Test
  void theAverageOnLs4OverTheBoundIsThatOfTheNote() {
    Setting s = Sheet.setting(theorem, "LS4, alpha at its limit");
    double[] noted = {.7197, .9066, .9685, .9781, .9877, .9955, .9987, .9997};
    double[] averages = averages(s, 5.0 / 17, 4096);
    for (int i = 1; i < KS.length; i++) {
      Sheet.assertClose(noted[i], averages[KS[i]] / bound(s).at(s.constants(), KS[i]), 5e-5);
    }
    Sheet.assertClose(noted[0], averages[1] / bound(s).at(s.constants(), 1), 5e-5);
  }

  @Test
  void withHalfTheNoiseTheBoundIsViolated() {
    Setting s = Sheet.setting(theorem, "LS4, alpha at its limit");
    var half = s.constants().with("M", Rationals.of(1, 2), "halved");
    double[] averages = averages(s, 5.0 / 17, 64);
    Sheet.assertClose(1.39, averages[64] / bound(s).at(half, 64), 5e-3);
    // dropping a term: the note has 1.70 at K = 64 without the start
    double noise = bound(s).terms().get(0).formula().at(s.constants(), 64);
    Sheet.assertClose(1.70, averages[64] / noise, 5e-3);
  }

  @Test
  void theAverageOfAStepTooLongIsExact() {
    Setting s = Sheet.setting(theorem, "LS4, half as long again");
    Bound path = Sheet.bound(theorem.otherwise(s), "average of a step too long");
    double[] averages = averages(s, 15.0 / 34, 100_000);
    for (int k : new int[] {1, 2, 4, 16, 1024}) {
      Sheet.assertClose(averages[k], path.at(s.constants(), k), 1e-9 * averages[k]);
    }
    Sheet.assertClose(2, averages[100_000] / bound(s).at(s.constants(), 100_000), 1e-3);
    Setting three = Sheet.setting(theorem, "Q1, three times too long");
    Bound grows = Sheet.bound(theorem.otherwise(three), "average of a step too long");
    var moments = Sheet.secondMoments(three, "1", "1", "0", "1", 4);
    assertEquals(
        moments.stream().reduce(org.hipparchus.fraction.BigFraction::add).orElseThrow().divide(4),
        grows.at(Arithmetic.rationals(), three.constants(), 4));
  }

  @Test
  void hypothesesFailWhereTheyShould() {
    String limit = "0 < alpha <= mu/(L M_G) (4.25)";
    Sheet.assertRoles(
        theorem, Map.of("LS4, half as long again", limit, "Q1, three times too long", limit), 9);
  }

  @Test
  void boundedGradientsGiveAMaximumAndHeavyTailsNothing() {
    Setting cos = Sheet.setting(theorem, "COS, alpha at its limit");
    Claim.Mean sharp = (Claim.Mean) theorem.claims(cos).get(0);
    Tail.Max max = assertInstanceOf(Tail.Max.class, sharp.effort().tail());
    // |grad F|^2 <= 1 + max(|y_1|, b)^2 = 2
    Sheet.assertClose(
        2, max.largestRatio().applyAsDouble(64) * bound(cos).at(cos.constants(), 64), 1e-9);
    assertEquals(Need.MUST_DECIDE, sharp.effort().need());
    Setting ls4 = Sheet.setting(theorem, "LS4, alpha at its limit");
    Tail.Max contract =
        assertInstanceOf(Tail.Max.class, ((Claim.Mean) theorem.claims(ls4).get(0)).effort().tail());
    // |w_k| <= 1 + (12/17)^(k-1): mean of (25/4)|w_k|^2 over k = 1, 2
    double expected = 6.25 * (4 + Math.pow(1 + 12 / 17.0, 2)) / 2;
    Sheet.assertClose(
        expected,
        contract.largestRatio().applyAsDouble(2) * bound(ls4).at(ls4.constants(), 2),
        1e-8);
    Setting heavy = Sheet.setting(theorem, "COS, Student with 4 degrees");
    Claim.Mean open = (Claim.Mean) theorem.claims(heavy).get(0);
    assertInstanceOf(Tail.None.class, open.effort().tail());
    assertEquals(Need.MAY_STAY_OPEN, open.effort().need());
  }

  /** Means of E|grad F|^2 = (25/4) E w^2 over 1..K on LS4, K up to last, by the second moment. */
  private static double[] averages(Setting s, double alpha, int last) {
    double m =
        ((plumbline.recursion.Start.At) s.recursion().start()).point().squaredNorm().doubleValue();
    double sum = 0;
    double[] averages = new double[last + 1];
    for (int k = 1; k <= last; k++) {
      sum += 6.25 * m;
      averages[k] = sum / k;
      // mean of (1 - alpha x^2)^2 is 1 - 5 alpha + 8.5 alpha^2, of (x y)^2 is 1
      m = (1 - 5 * alpha + 8.5 * alpha * alpha) * m + alpha * alpha;
    }
    return averages;
  }
}
