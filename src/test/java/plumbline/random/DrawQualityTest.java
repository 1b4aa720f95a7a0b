package plumbline.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Moments to order 6 and tails to 5 sigma of fifty million normals, drawn as an engine draws them.
 *
 * <p>The lattice of the draws shifts the moments by less than a ten-thousandth of their standard
 * errors here: see {@link LatticeTest}. It moves the probability of a tail beyond 5, sixteen
 * thousand of the radii, by less than one radius. The bad twins are made of the same draws. False
 * alarms: {@link Scores}.
 */
class DrawQualityTest {
  private static final int REPLICAS = 4096;
  private static final int ITERATIONS = 1024;
  private static final int SLOTS = 3;
  private static final Tally RIGHT = new Tally();
  private static final Tally WIDE = new Tally();
  private static final Tally CUT = new Tally();
  private static final Tally SKEW = new Tally();

  @BeforeAll
  static void draw() {
    long instance = Address.hash("draw quality");
    for (int iteration = 1; iteration <= ITERATIONS; iteration++) {
      for (int slot = 0; slot < SLOTS; slot++) {
        for (int replica = 0; replica < REPLICAS; replica++) {
          for (double z : Draws.normals(new Address(20, instance, replica, iteration, slot, 2))) {
            add(z);
          }
        }
      }
    }
  }

  private static void add(double z) {
    RIGHT.add(z);
    WIDE.add(z * Math.sqrt(1.002));
    CUT.add(Math.max(-4.8, Math.min(4.8, z)));
    // mean 0, variance 1 + 2e-6, skewness 0.006
    SKEW.add(Math.fma(0.001, z * z - 1, z));
  }

  @Test
  void momentsToOrderSixAreThoseOfTheNormalLaw() {
    Scores moments = RIGHT.moments();
    assertEquals("", moments.alarms());
    assertEquals(6, moments.size());
    assertEquals(50_331_648, RIGHT.n());
  }

  @Test
  void theLatticeMovesNoMomentByATenThousandthOfItsStandardError() {
    double[] moments = {1, 3, 15}; // the odd ones stay 0
    for (int i = 0; i < 3; i++) {
      double error = Tally.standardError(2 * i + 2, RIGHT.n());
      assertTrue(moments[i] * LatticeTest.SHORTFALLS[i] < 1e-4 * error);
    }
  }

  @Test
  void tailsToFiveSigmaAreThoseOfTheNormalLaw() {
    Scores tails = RIGHT.tails();
    assertEquals("", tails.alarms());
    assertEquals(10, tails.size());
  }

  @Test
  void aVarianceOfOnePointZeroZeroTwoIsSeenInTheEvenMomentsAndTheTails() {
    assertEquals("moment 2, moment 4, moment 6", WIDE.moments().alarms());
    assertEquals("beyond 1, beyond 2", WIDE.tails().alarms());
  }

  @Test
  void aTailCutAtFourPointEightIsSeenBeyondFiveAlone() {
    // so far would radii of 16 bits reach: sqrt(2 ln 2^17) = 4.85
    assertEquals("beyond 5", CUT.tails().alarms());
    assertEquals("", CUT.moments().alarms());
  }

  @Test
  void aSkewnessOfSixInAThousandIsSeenInTheOddMoments() {
    assertEquals("moment 3, moment 5", SKEW.moments().alarms());
  }
}
