package plumbline.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * No correlation between draws at neighbouring addresses or at distances 2, 4, ..., 1024.
 *
 * <p>A line is a walk through the addresses. On each, the four normals of an address are multiplied
 * by the four of another, and their squares less one likewise: products of independent factors, so
 * that sums over n addresses have mean 0 and standard errors sqrt(n) and 2 sqrt(n) exactly. False
 * alarms: {@link Scores}.
 */
class CorrelationTest {
  private static final int N = 1 << 18;
  private static final int FARTHEST = 1024;
  private static final long SEED = 20;
  private static final long INSTANCE = Address.hash("correlations");
  private static final Map<String, IntFunction<Address>> LINES = lines();

  private static Map<String, IntFunction<Address>> lines() {
    Map<String, IntFunction<Address>> lines = new TreeMap<>();
    lines.put("replica", t -> new Address(SEED, INSTANCE, t, 1, 0, 2));
    lines.put("iteration", t -> new Address(SEED, INSTANCE, 0, t + 1, 0, 2));
    lines.put("slot", t -> new Address(SEED, INSTANCE, 0, 1, t, 2));
    lines.put("purpose", t -> new Address(SEED, INSTANCE, 0, 1, 0, t));
    lines.put("seed", t -> new Address(SEED + t, INSTANCE, 0, 1, 0, 2));
    lines.put("instance", t -> new Address(SEED, INSTANCE + t, 0, 1, 0, 2));
    lines.put("name", t -> new Address(SEED, Address.hash("instance " + t), 0, 1, 0, 2));
    lines.put("replica against iteration", t -> new Address(SEED, INSTANCE, t, N - t, 0, 2));
    return lines;
  }

  /** Scores one line; names end in the distance and the two positions within the address. */
  private static void score(Scores scores, String line, Sources source) {
    double[][] normals = normals(line, source);
    double[][] squares = squaresLessOne(normals);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        for (int lag = i < j ? 0 : 1; lag <= FARTHEST; lag = Math.max(1, 2 * lag)) {
          String where = line + " +" + lag + " [" + i + "," + j + "]";
          scores.z(where, sum(normals[i], normals[j], lag) / Math.sqrt(N));
          scores.z(where + " squares", sum(squares[i], squares[j], lag) / (2 * Math.sqrt(N)));
        }
      }
    }
  }

  private static Scores scored(String line, Sources source) {
    Scores scores = new Scores();
    score(scores, line, source);
    return scores;
  }

  /** Shape [4, N + FARTHEST]. */
  private static double[][] normals(String line, Sources source) {
    double[][] normals = new double[4][N + FARTHEST];
    for (int t = 0; t < N + FARTHEST; t++) {
      double[] z = Sources.normals(source.apply(LINES.get(line).apply(t)));
      for (int i = 0; i < 4; i++) {
        normals[i][t] = z[i];
      }
    }
    return normals;
  }

  private static double[][] squaresLessOne(double[][] z) {
    double[][] squares = new double[4][N + FARTHEST];
    for (int i = 0; i < 4; i++) {
      for (int t = 0; t < N + FARTHEST; t++) {
        squares[i][t] = z[i][t] * z[i][t] - 1;
      }
    }
    return squares;
  }

  private static double sum(double[] a, double[] b, int lag) {
    double sum = 0;
    for (int t = 0; t < N; t++) {
      sum = Math.fma(a[t], b[t + lag], sum);
    }
    return sum;
  }

  @Test
  void normalsAndTheirSquaresAreUncorrelatedAlongEveryLine() {
    Scores scores = new Scores();
    LINES.keySet().forEach(line -> score(scores, line, Sources.RIGHT));
    assertEquals("", scores.alarms());
    assertEquals(8 * 2 * (11 * 16 + 6), scores.size());
  }

  @Test
  void theNormalsScoredAreTheDrawsOfTheEngine() {
    Address at = new Address(1, 2, 3, 4, 5, 6);
    assertArrayEquals(Draws.normals(at), Sources.normals(Sources.RIGHT.apply(at)));
    assertArrayEquals(Threefry.words(at), Sources.rounds(20).apply(at));
  }
}
