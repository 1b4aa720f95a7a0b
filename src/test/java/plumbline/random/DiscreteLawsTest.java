package plumbline.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * Signs are balanced and independent over coordinates, indices are uniform alone and in pairs.
 *
 * <p>A sum of n independent signs over sqrt(n) is a z-score, and so is the count of a cell of
 * probability p less np, over sqrt(np(1-p)). False alarms: {@link Scores}; sums of signs have
 * lighter tails than the normal law.
 */
class DiscreteLawsTest {
  private static final int N = 1 << 18;
  private static final int CELLS = 100;
  private static final long INSTANCE = Address.hash("discrete laws");

  private interface Signs {
    double at(Address address, int coordinate);
  }

  private interface Indices {
    int at(Address address, int number, int n);
  }

  private static Address address(int i) {
    return new Address(20, INSTANCE, i % 4096, i / 4096, 0, 2);
  }

  /** Scores the signs of 256 coordinates, and their products 1, 32 and 128 coordinates apart. */
  private static Scores scored(Signs signs) {
    int n = 1 << 14;
    int[] distances = {0, 1, 32, 128};
    double[][] sums = new double[distances.length][256];
    double[] sign = new double[256];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < sign.length; j++) {
        sign[j] = signs.at(address(i), j);
      }
      for (int j = 0; j < sign.length; j++) {
        sums[0][j] += sign[j];
        for (int k = 1; k < distances.length; k++) {
          sums[k][j] += sign[j] * sign[(j + distances[k]) % 256];
        }
      }
    }
    Scores scores = new Scores();
    for (int k = 0; k < distances.length; k++) {
      for (int j = 0; j < sign.length; j++) {
        scores.z("coordinate " + j + " +" + distances[k], sums[k][j] / Math.sqrt(n));
      }
    }
    return scores;
  }

  /** Scores eight indices in 0..99, then 0..9 in pairs: numbers 0 and 1, 1 and 2, ... */
  private static Scores scored(Indices indices) {
    int[][] alone = new int[8][CELLS];
    int[][] pairs = new int[8][CELLS];
    for (int i = 0; i < N; i++) {
      for (int number = 0; number < 8; number++) {
        alone[number][indices.at(address(i), number, CELLS)]++;
        int first = indices.at(address(i), number, 10);
        pairs[number][10 * first + indices.at(address(i), number + 1, 10)]++;
      }
    }
    Scores scores = new Scores();
    for (int number = 0; number < 8; number++) {
      for (int cell = 0; cell < CELLS; cell++) {
        scores.z("index " + number + " is " + cell, cellScore(alone[number][cell]));
        scores.z("pair " + number + " is " + cell, cellScore(pairs[number][cell]));
      }
    }
    return scores;
  }

  private static double cellScore(int count) {
    double p = 1.0 / CELLS;
    return (count - N * p) / Math.sqrt(N * p * (1 - p));
  }

  @Test
  void signsAreBalancedAndIndependentOverCoordinates() {
    Scores scores = scored(Draws::sign);
    assertEquals("", scores.alarms());
    assertEquals(4 * 256, scores.size());
  }

  @Test
  void signsOfOneWordAloneAreSeenFromThirtyTwoCoordinatesApart() {
    String alarms = scored((Signs) (at, j) -> Draws.sign(at, j & 31)).alarms();
    assertTrue(alarms.contains("coordinate 0 +32") && !alarms.contains("+1,"), alarms);
  }

  @Test
  void indicesAreUniformAloneAndInPairs() {
    Scores scores = scored(Draws::index);
    assertEquals("", scores.alarms());
    assertEquals(2 * 8 * CELLS, scores.size());
  }

  @Test
  void indicesOfEightBitsAreSeen() {
    // 256 values over 100 cells: two or three a cell
    Indices coarse = (at, number, n) -> Draws.index(at, number, 256) * n >> 8;
    assertTrue(scored(coarse).alarms().contains("index 0 is"));
  }

  @Test
  void indicesThatRepeatTheirWordAreSeenInPairsAlone() {
    Indices repeated = (at, number, n) -> Draws.index(at, number & -2, n);
    String alarms = scored(repeated).alarms();
    assertTrue(alarms.contains("pair 0 is 0") && !alarms.contains("pair 1"), alarms);
    assertTrue(!alarms.contains("index"), alarms);
  }
}
