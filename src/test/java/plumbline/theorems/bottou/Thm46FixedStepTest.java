package plumbline.theorems.bottou;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;

class Thm46FixedStepTest {
  private final Thm46FixedStep theorem = new Thm46FixedStep();

  private Bound bound(Setting setting) {
    return Sheet.bound(theorem, setting, "(4.14)");
  }

  @Test
  void theBoundIsTheFractionsWorkedByHand() {
    Setting s1 = Sheet.setting(theorem, "S1, alpha at its limit");
    assertEquals("8 9/2 11/4 15/8 23/16", Sheet.at(bound(s1), s1.constants(), 1, 2, 3, 4, 5));
    Setting two = Sheet.setting(theorem, "S1, c = 2");
    assertEquals("9 11/2 15/4 23/8", Sheet.at(bound(two), two.constants(), 1, 2, 3, 4));
    Setting ls4 = Sheet.setting(theorem, "LS4");
    assertEquals(
        "5 1655/1156 19145/39304 316805/1336336",
        Sheet.at(bound(ls4), ls4.constants(), 1, 2, 3, 4));
  }

  @Test
  void theGapOfS1IsTheBoundAtEveryK() {
    Setting s1 = Sheet.setting(theorem, "S1, alpha at its limit");
    List<BigFraction> moments = Sheet.secondMoments(s1, "1", "1/2", "1", "1", 40);
    Setting two = Sheet.setting(theorem, "S1, c = 2");
    List<BigFraction> larger = Sheet.secondMoments(two, "2", "1/2", "1", "4", 40);
    for (int k = 1; k <= 40; k++) {
      assertEquals(
          moments.get(k - 1).divide(2), bound(s1).at(Arithmetic.rationals(), s1.constants(), k));
      assertEquals(larger.get(k - 1), bound(two).at(Arithmetic.rationals(), two.constants(), k));
    }
  }

  @Test
  void theGapOfLs4IsTheBoundByEnumeration() {
    Setting ls4 = Sheet.setting(theorem, "LS4");
    String[] x = {"1", "1", "2", "2"};
    String[] y = {"1", "-1", "1/2", "-1/2"};
    List<BigFraction> points = List.of(new BigFraction(2));
    BigFraction alpha = Rationals.of(5, 17);
    for (int k = 1; k <= 5; k++) {
      BigFraction mean =
          points.stream()
              .map(w -> w.multiply(w))
              .reduce(BigFraction.ZERO, BigFraction::add)
              .divide(points.size());
      assertEquals(
          mean.multiply(Rationals.of(5, 4)),
          bound(ls4).at(Arithmetic.rationals(), ls4.constants(), k));
      List<BigFraction> next = new java.util.ArrayList<>();
      for (BigFraction w : points) {
        for (int i = 0; i < 4; i++) {
          BigFraction xi = Rationals.parse(x[i]);
          BigFraction r = xi.multiply(w).subtract(Rationals.parse(y[i]));
          next.add(w.subtract(alpha.multiply(xi).multiply(r)));
        }
      }
      points = next;
    }
  }

  @Test
  void theStationaryGapOverTheBoundIsOneOverTwoLessAlphaCMg() {
    for (String[] q :
        new String[][] {{"Q1, alpha c M_G = 1/10", "0.1"}, {"Q1, alpha c M_G = 1/2", "0.5"}}) {
      Setting s = Sheet.setting(theorem, q[0]);
      Claim.Mean claim = (Claim.Mean) theorem.claims(s).get(0);
      int last = (int) claim.x().checkpoints().last();
      double gap = Sheet.secondMoments(s, "1", "1", "1", "1", last).get(last - 1).doubleValue() / 2;
      Sheet.assertClose(
          1 / (2 - Double.parseDouble(q[1])), gap / claim.bound().at(s.constants(), last), 1e-8);
    }
  }

  @Test
  void theFloorOfQdOverItsBoundIsThatOfTheNote() {
    Setting qd = Sheet.setting(theorem, "QD, Gaussian");
    Constants x = qd.constants();
    double floor = 0;
    for (double lambda : new double[] {1, 10}) {
      floor += lambda / 2 * (.05 / (lambda * (2 - .05 * lambda)));
    }
    Sheet.assertClose(.05897, floor / bound(qd).at(x, 100_000), 1e-5);
    assertEquals("99/2", Sheet.at(bound(qd), x, 1));
  }

  @Test
  void logisticConstantsAreThoseOfTheNote() {
    Setting log = Sheet.setting(theorem, "LOG");
    Constants x = log.constants();
    Sheet.assertClose(.2383085, x.get("L"), 2e-7);
    Sheet.assertClose(1.5488887, x.get("M"), 1e-7);
    Sheet.assertClose(.6179518853, x.get("F_inf"), 1e-10);
    Sheet.assertClose(1.8727821, x.get("Delta"), 1e-7);
    assertTrue(x.constant("F_inf").error() < 2e-14);
    assertEquals(.1, x.get("c"));
  }

  @Test
  void hypothesesAreMetExactlyWhereSomethingIsClaimed() {
    String limit = "0 < alpha <= mu/(L M_G) (4.13)";
    Sheet.assertRoles(
        theorem, Map.of("S1, half as long again", limit, "Q1, 2.5 times too long", limit), 12);
  }

  @Test
  void tooLongAStepEndsAtTwiceTheBound() {
    Setting s = Sheet.setting(theorem, "S1, half as long again");
    Bound path = Sheet.bound(theorem.otherwise(s), "gap of a step too long");
    List<BigFraction> moments = Sheet.secondMoments(s, "1", "1/2", "1", "1", 16);
    for (int k = 1; k <= 16; k++) {
      assertEquals(moments.get(k - 1).divide(2), path.at(Arithmetic.rationals(), s.constants(), k));
    }
    double[] ratios = {1, 1.3, 1.536, 1.701};
    for (int k = 2; k <= 5; k++) {
      Sheet.assertClose(
          ratios[k - 2], path.at(s.constants(), k) / bound(s).at(s.constants(), k), 1e-3);
    }
  }

  @Test
  void aStepTwoAndAHalfTimesTooLongGrows() {
    Setting s = Sheet.setting(theorem, "Q1, 2.5 times too long");
    Bound path = Sheet.bound(theorem.otherwise(s), "gap of a step too long");
    List<BigFraction> moments = Sheet.secondMoments(s, "1", "1", "1", "1", 16);
    assertEquals(moments.get(15).divide(2), path.at(Arithmetic.rationals(), s.constants(), 16));
    assertTrue(path.at(s.constants(), 16) > 1000 * bound(s).at(s.constants(), 16));
  }
}
