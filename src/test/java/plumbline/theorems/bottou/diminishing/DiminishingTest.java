package plumbline.theorems.bottou.diminishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Trial;
import plumbline.theorem.Values;
import plumbline.theorems.bottou.Setting;

/** Numbers worked by hand or by another program, which no claim of the room asserts. */
class DiminishingTest {
  private static Harmonic harmonic(String beta, String gamma, String m, String start) {
    return new Harmonic(
        BigFraction.ONE,
        BigFraction.ONE,
        Rationals.parse(beta),
        Rationals.parse(gamma),
        Rationals.parse(m),
        Rationals.parse(start));
  }

  private static double exponent(String beta) {
    Bound none = Bound.of("p", Formula.number(-1));
    Harmonic h = harmonic(beta, "1", "1", "1");
    List<Trial.Sides<Binary64>> sides =
        new Exponent(h).sides(Arithmetic.doubles(), h.constants(), none, Checkpoints.of(16384));
    return sides.get(0).left().getReal();
  }

  @Test
  void exponentsAreThoseOfTheTableOnTheCard() {
    assertEquals(-0.2000, exponent("0.1"), 5e-5);
    assertEquals(-0.4000, exponent("0.2"), 7e-5);
    assertEquals(-0.5991, exponent("0.3"), 5e-5);
    assertEquals(-0.7902, exponent("0.4"), 5e-5);
    assertEquals(-0.9357, exponent("0.5"), 5e-5);
    assertEquals(-0.9917, exponent("0.6"), 5e-5);
    assertEquals(-1.0000, exponent("0.8"), 5e-5);
  }

  @Test
  void theFirstGapsAreThoseWorkedByHand() {
    // w_1 = 1, beta = 1/2, gamma = 1, M = 1: e_2 = (9/16)/2 + (1/16)/2, e_3 = (25/36) e_2 + 1/72
    assertEquals(
        List.of(Rationals.of(1, 2), Rationals.of(5, 16), Rationals.of(133, 576)),
        harmonic("1/2", "1", "1", "1").gaps(Arithmetic.rationals(), Checkpoints.of(1, 2, 3)));
  }

  @Test
  void nemirovskisIterateIsAboveAndNearItsLimit() {
    Harmonic h =
        new Harmonic(
            Rationals.of(1, 5),
            BigFraction.ONE,
            BigFraction.ONE,
            BigFraction.ZERO,
            BigFraction.ZERO,
            BigFraction.ONE);
    for (long k : new long[] {2, 10, 1000, 100000}) {
      // F = x^2/10
      double gap = h.gaps(Arithmetic.doubles(), Checkpoints.of(k)).get(0).getReal();
      double x = Math.sqrt(10 * gap);
      assertTrue(x > 0.8 * Math.pow(k, -0.2), "k = " + k);
      // 1/Gamma(0.8)
      assertEquals(0.85894, x * Math.pow(k, 0.2), k < 1000 ? 0.07 : 2e-4);
    }
  }

  @Test
  void fortyAnswersAreWorthThreeQuartersOfAThousandth() {
    // c = 2, sigma^2 = 0.12: 0.12/(4 * 40)
    Queries of =
        new Queries(
            new BigFraction(2),
            Rationals.parse("0.12"),
            new BigFraction(7),
            BigFraction.ONE,
            BigFraction.ZERO,
            BigFraction.ONE);
    Trial.Sides<BigFraction> sides =
        new Queries.Error(of)
            .sides(
                Arithmetic.rationals(),
                of.constants(),
                Bound.of("0", Formula.number(0)),
                Checkpoints.of(40))
            .get(0);
    assertEquals(Rationals.parse("0.00075"), sides.left());
  }

  @Test
  void thePairUnderTheBraceIsZeroAndItsFirstTermIsNot() {
    // beta = 2, c = mu = L = M = 1, gamma = 1, Delta = 1/2: nu = max(4/2, 2/2) = 2
    Eq421Induction theorem = new Eq421Induction();
    Setting setting = theorem.setting(theorem.declaration().values(Values.none()));
    Claim.Exactly pair =
        (Claim.Exactly)
            theorem.claims(setting).stream()
                .filter(c -> c.name().equals("the pair is not positive"))
                .findFirst()
                .orElseThrow();
    Trial.Sides<BigFraction> sides =
        pair.trial()
            .sides(Arithmetic.rationals(), setting.constants(), pair.bound(), pair.points())
            .get(0);
    assertEquals(new BigFraction(2), sides.left());
    assertEquals(new BigFraction(2), sides.right());
    // what the text copy has under the brace, at khat = 5
    assertEquals(Rationals.parse("0.08"), sides.right().divide(25));
  }

  /**
   * At beta c mu = 3/4, where 3/4, 7/8 and 1 can be told apart (at 1 they are one number): c = 1/2,
   * beta = 3/2, M = 4, w_1 = 2, so Delta = 1 and R = 3; gamma = 3/4 and k = 4 make khat = 19/4, and
   * what is left of the start at most (1/4)^(3/2) = 1/8.
   */
  @Test
  void belowTheLongestFirstStepTheBoundsAreThoseWorkedByHand() {
    Harmonic h =
        new Harmonic(
            Rationals.of(1, 2),
            BigFraction.ONE,
            Rationals.of(3, 2),
            Rationals.of(3, 4),
            new BigFraction(4),
            new BigFraction(2));
    // 1/8 + (9/4 * 2)/(2 * 1/2 * 4)
    assertEquals(5.0 / 4, bound(new BetaThreshold().claims(h), "1/k is kept", h), 1e-15);
    List<Claim> ratios = new GapProportionalStepsize().claims(h);
    // 3 * 19/16 + 1/8 * 19/4 * 2/3
    assertEquals(95.0 / 24, bound(ratios, "at most", h), 1e-14);
    // 3 (19/4 * 8/31 - 19/4 * 1/8 * 8/7)
    assertEquals(1425.0 / 868, bound(ratios, "at least", h), 1e-14);
  }

  /** The bound of the claim of this name at k = 4. */
  private static double bound(List<Claim> claims, String name, Harmonic h) {
    Claim claim = claims.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    return ((Claim.Exactly) claim).bound().at(h.constants(), 4);
  }

  @Test
  void theThresholdInTheRateIsHalfOfTheSlides() {
    // below 1/(c mu) and above half of it: as fast as 1/k, within a hundredth
    assertTrue(exponent("0.6") < -0.99);
    assertTrue(exponent("0.4") > -0.8);
  }
}
