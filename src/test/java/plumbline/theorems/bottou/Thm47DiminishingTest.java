package plumbline.theorems.bottou;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Relation;

class Thm47DiminishingTest {
  private final Thm47Diminishing theorem = new Thm47Diminishing();

  private Bound bound(Setting setting) {
    return Sheet.bound(theorem, setting, "(4.19)");
  }

  private double ratio(Setting s, List<BigFraction> moments, int k) {
    double half = moments.get(k - 1).doubleValue() / 2 * s.constants().get("c");
    return half / bound(s).at(s.constants(), k);
  }

  @Test
  void nuIsTheFractionOfTheNote() {
    // nu = (gamma + k) B_k: 50/9 at gamma = 9, and 7 times 32/7 at gamma = 15, M = 7
    Setting a = Sheet.setting(theorem, "Q1 from the minimum");
    assertEquals("5/9 50/99", Sheet.at(bound(a), a.constants(), 1, 2));
    Setting b = Sheet.setting(theorem, "Q1, both arguments of nu equal");
    assertEquals("2 32/17", Sheet.at(bound(b), b.constants(), 1, 2));
    Setting typical = Sheet.setting(theorem, "Q1, beta = 2");
    assertEquals("2 4/3 1", Sheet.at(bound(typical), typical.constants(), 1, 2, 3));
  }

  @Test
  void sharpRatiosAreThoseOfTheNote() {
    Setting a = Sheet.setting(theorem, "Q1 from the minimum");
    List<BigFraction> moments = Sheet.secondMoments(a, "1", "1", "0", "1", 6);
    assertEquals(new BigFraction(1), moments.get(1));
    double[] ratios = {.9900, .9015, .8396, .7937, .7582};
    for (int k = 2; k <= 6; k++) {
      Sheet.assertClose(ratios[k - 2], ratio(a, moments, k), 5e-5);
    }
    Setting b = Sheet.setting(theorem, "Q1, both arguments of nu equal");
    List<BigFraction> mixed = Sheet.secondMoments(b, "1", "1", "1", "7", 64);
    Map<Integer, Double> noted =
        Map.of(1, 1.0, 2, .9961, 3, .9652, 4, .9262, 6, .852, 8, .7936, 16, .6675, 64, .5278);
    noted.forEach((k, r) -> Sheet.assertClose(r, ratio(b, mixed, k), k == 6 ? 5e-4 : 5e-5));
    Sheet.assertClose(1 - 1 / 256.0, ratio(b, mixed, 2), 1e-12);
  }

  @Test
  void atTheStartTheBoundIsTheGapWhereTheStartIsFar() {
    Setting far = Sheet.setting(theorem, "Q1 from far away");
    assertEquals("9/2", Sheet.at(bound(far), far.constants(), 1));
    assertEquals("9/2", far.constants().exact("Delta").toString().replace(" ", ""));
  }

  @Test
  void typicalRatiosAreThoseOfTheNote() {
    Setting s = Sheet.setting(theorem, "Q1, beta = 2");
    List<BigFraction> moments = Sheet.secondMoments(s, "1", "1", "0", "2", 2000);
    Sheet.assertClose(.75, ratio(s, moments, 2), 1e-12);
    Sheet.assertClose(.5556, ratio(s, moments, 3), 5e-5);
    Sheet.assertClose(1 / 3.0, ratio(s, moments, 2000), 1e-3);
    Setting log = Sheet.setting(theorem, "LOG");
    Sheet.assertClose(73.82, bound(log).at(log.constants(), 1) * 4.767, 5e-2);
  }

  @Test
  void hypothesesFailWhereTheyShould() {
    Sheet.assertRoles(
        theorem,
        Map.of(
            "Q1, beta too small", "beta > 1/(c mu) (4.18)",
            "Q1, alpha_1 = 3", "gamma > 0 and alpha_1 <= mu/(L M_G) (4.18)",
            "Q1, M_V forgotten in alpha_1", "gamma > 0 and alpha_1 <= mu/(L M_G) (4.18)"),
        10);
  }

  @Test
  void outsideTheFirstStepOvershootsTheBound() {
    Setting three = Sheet.setting(theorem, "Q1, alpha_1 = 3");
    Bound second = Sheet.bound(theorem.otherwise(three), "gap after the first step");
    assertEquals("73/2", Sheet.at(second, three.constants(), 2));
    Sheet.assertClose(4.571428, bound(three).at(three.constants(), 2), 1e-6);
    assertEquals(
        Sheet.secondMoments(three, "1", "1", "0", "1", 2).get(1).divide(2),
        second.at(Arithmetic.rationals(), three.constants(), 2));
    Setting forgotten = Sheet.setting(theorem, "Q1, M_V forgotten in alpha_1");
    Bound grown = Sheet.bound(theorem.otherwise(forgotten), "gap after the first step");
    assertEquals("5", Sheet.at(grown, forgotten.constants(), 2));
    assertEquals("3", Sheet.at(bound(forgotten), forgotten.constants(), 2));
  }

  @Test
  void theExponentIsMinusOneInsideAndMinusTwoFifthsOutside() {
    Setting inside = Sheet.setting(theorem, "Q1, beta = 2");
    Claim.Slope rate = slope(theorem.claims(inside), "rate 1/k");
    Sheet.assertClose(-1, measured(inside, rate.pairs().get(0).run()), 1e-3);
    assertEquals(Relation.AT_MOST, rate.relation());
    Setting outside = Sheet.setting(theorem, "Q1, beta too small");
    Claim.Slope slower = slope(theorem.otherwise(outside), "slower than 1/k");
    double exponent = slower.p().at(outside.constants(), 1);
    Sheet.assertClose(-.4, exponent, 1e-12);
    double slope = measured(outside, slower.pairs().get(0).run());
    assertTrue(slope >= exponent - slower.tau() && slope < exponent + slower.tau(), "" + slope);
    // the negative control: the rate of the theorem is not met there
    assertTrue(slope > -1 + rate.tau(), "" + slope);
  }

  private static Claim.Slope slope(List<Claim> claims, String name) {
    return (Claim.Slope)
        claims.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  private static double measured(Setting s, double run) {
    double early = 0;
    double m =
        ((plumbline.recursion.Start.At) s.recursion().start()).point().squaredNorm().doubleValue();
    for (int k = 1; k < 65536; k++) {
      if (k == 4096) {
        early = m;
      }
      double a = s.recursion().stepsize().at(k);
      m = (1 - a) * (1 - a) * m + a * a * s.constants().get("M");
    }
    return Math.log(m / early) / run;
  }
}
