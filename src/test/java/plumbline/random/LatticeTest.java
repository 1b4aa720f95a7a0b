package plumbline.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;

/**
 * What the lattice of 2^32 radii and angles does to the moments of a normal: proved, not sampled.
 *
 * <p>The angles are N = 2^32 equally spaced points, so the means of cos^2 and cos^4 are exactly 1/2
 * and 3/8; what is left are the means of r^2 and r^4. The tenth part of eta = 1e-6 is allowed.
 */
class LatticeTest {
  /** What the lattice takes at most from the moments 2, 4 and 6, relative to them. */
  static final double[] SHORTFALLS = {8.1e-11, 3.6e-9, 2.7e-8};

  private static final double ETA_OVER_TEN = 1e-7;
  private static final double N = 0x1p32;

  /** Mean of -2 ln((i + 1/2)/n) over i &lt; n, by Gamma(n + 1/2) / Gamma(1/2). */
  private static double meanSquare(double n) {
    return -2 / n * (Gamma.logGamma(n + 0.5) - Gamma.logGamma(0.5) - n * Math.log(n));
  }

  @Test
  void theClosedFormOfTheMeanSquareAgreesWithPlainSummation() {
    double sum = 0;
    for (int i = 0; i < 4096; i++) {
      sum += -2 * Math.log((i + 0.5) / 4096);
    }
    assertEquals(sum / 4096, meanSquare(4096), 1e-12);
    assertEquals(2 - Math.log(2) / 4096, meanSquare(4096), 1e-8);
  }

  @Test
  void theVarianceFallsShortByEightInTenToTheEleven() {
    // Stirling: mean of r^2 is 2 - ln 2 / N + O(1/N^2)
    double shortfall = Math.log(2) / (2 * N);
    assertEquals(8.07e-11, shortfall, 1e-13);
    assertTrue(shortfall < SHORTFALLS[0]);
    double pointwise = 2 * 5e-16 + 2 * 2e-15; // relative, of r and of cos: ElementaryTest
    assertTrue(shortfall + pointwise < ETA_OVER_TEN);
  }

  @Test
  void theFourthMomentFallsShortByLessThanATenthOfEta() {
    double h = 1 / N;
    double log = Math.log(h);
    // f(u) = 4 ln^2 u is convex on (0, 1]: midpoints lie below the mean of each cell, beyond the
    // first by at most h^3/24 times f'' at the left end, f'' = 8 (1 - ln u)/u^2
    double first = 4 * h * (log * log - 2 * log + 2) - 4 * h * Math.pow(Math.log(h / 2), 2);
    double others = h * (1 - log) / 3 + h * -log / 3;
    assertTrue(first > 0);
    double relative = (first + others) / 8;
    assertEquals(2.6e-9, relative, 1e-9);
    assertTrue(relative < SHORTFALLS[1]);
    assertTrue(relative < ETA_OVER_TEN);
  }

  @Test
  void theBoundOfTheFourthMomentHoldsOnACoarseLattice() {
    int n = 4096;
    double h = 1.0 / n;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += 4 * Math.pow(Math.log((i + 0.5) / n), 2) / n;
    }
    double log = Math.log(h);
    double first = 4 * h * (log * log - 2 * log + 2) - 4 * h * Math.pow(Math.log(h / 2), 2);
    double bound = first + h * (1 - log) / 3 + h * -log / 3;
    assertTrue(8 - sum > first && 8 - sum < bound, (8 - sum) + " in " + first + ", " + bound);
  }

  /** Bounds of 48 - mean of r^6 on n midpoints: the first cell alone, and with all others. */
  private static double[] shortfallOfSixth(double n) {
    double h = 1 / n;
    double l = Math.log(n);
    // f(u) = -8 ln^3 u is convex on (0, 1], with f'' = 8 (3 l^2 + 6 l)/u^2 at l = -ln u <= log n;
    // the cells beyond the first add at most h^3/24 f'' at their left ends j h, sum 1/j^2 = pi^2/6
    double first = 8 * h * (l * l * l + 3 * l * l + 6 * l + 6 - Math.pow(l + Math.log(2), 3));
    double others = h / 3 * (3 * l * l + 6 * l) * Math.PI * Math.PI / 6;
    return new double[] {first, first + others};
  }

  @Test
  void theSixthMomentFallsShortByLessThanATenthOfEta() {
    double[] shortfall = shortfallOfSixth(N);
    assertTrue(shortfall[0] > 0);
    assertEquals(2.6e-8, shortfall[1] / 48, 1e-9);
    assertTrue(shortfall[1] / 48 < SHORTFALLS[2]);
    assertTrue(shortfall[1] / 48 < ETA_OVER_TEN);
  }

  @Test
  void theBoundOfTheSixthMomentHoldsOnACoarseLattice() {
    int n = 4096;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += -8 * Math.pow(Math.log((i + 0.5) / n), 3) / n;
    }
    double[] shortfall = shortfallOfSixth(n);
    assertTrue(48 - sum > shortfall[0] && 48 - sum < shortfall[1], () -> "" + shortfall[1]);
  }

  @Test
  void thirtyTwoBitsWouldNotDoForStudentWithFourDegrees() {
    // the first cell alone, of U^(-1/2): 2 sqrt h - sqrt(2 h), against E U^(-1/2) - 1 = 1
    double h = 1 / N;
    assertTrue(2 * Math.sqrt(h) - Math.sqrt(2 * h) > 50 * ETA_OVER_TEN);
    double fine = 0x1p-64;
    assertTrue(2 * Math.sqrt(fine) - Math.sqrt(2 * fine) < ETA_OVER_TEN / 50);
  }

  @Test
  void theLargestRadiusIsThatOfTheFirstMidpoint() {
    assertEquals(6.7637, Elementary.radius(Integer.MIN_VALUE), 1e-4);
    assertEquals(Math.sqrt(0x1p-32), Elementary.radius(Integer.MAX_VALUE), 1e-14);
  }

  @Test
  void signsAndIndicesHaveTheirMoments() {
    Address at = new Address(0, 1, 0, 1, 0, 0);
    int positive = 0;
    int[] counts = new int[5];
    for (int j = 0; j < 20_000; j++) {
      positive += Draws.sign(at, j) > 0 ? 1 : 0;
      counts[Draws.index(at, j, 5)]++;
    }
    assertEquals(10_000, positive, 350); // 5 standard deviations
    for (int count : counts) {
      assertEquals(4_000, count, 283);
    }
  }

  @Test
  void studentVariatesHaveVarianceOne() {
    double four = 0;
    double eight = 0;
    int n = 40_000;
    for (int i = 0; i < n; i++) {
      Address at = new Address(0, 1, i, 1, 0, 0);
      four += Math.min(4.0, Math.abs(Draws.student4(at)));
      eight += Math.pow(Draws.student8(at), 2);
    }
    // E|t_4|/sqrt 2 = 1/sqrt 2 = .7071, less E(|x| - 4)+ = .0112 beyond the cut; E x^2 = 1
    assertEquals(0.696, four / n, 0.02);
    assertEquals(1.0, eight / n, 5 * Math.sqrt(3.5 / n));
  }
}
