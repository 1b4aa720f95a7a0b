package plumbline.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
      double[] z = Sources.normals(Lines.words(line, t, source));
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
    Lines.ALL.keySet().forEach(line -> score(scores, line, Sources.RIGHT));
    assertEquals("", scores.alarms());
    assertEquals(8 * 2 * (11 * 16 + 6), scores.size());
  }

  @Test
  void theNormalsScoredAreTheDrawsOfTheEngine() {
    Address at = new Address(1, 2, 3, 4, 5, 6);
    assertArrayEquals(Draws.normals(at), Sources.normals(Sources.RIGHT.apply(at)));
    assertArrayEquals(Threefry.words(at), Sources.rounds(20).apply(at));
  }

  @Test
  void aCounterThatForgetsAPartIsSeenAlongItsLine() {
    Sources noIteration =
        Sources.mistaking(
            a -> new Address(a.seed(), a.instance(), a.replica(), 1, a.slot(), a.purpose()));
    Sources noInstance =
        Sources.mistaking(
            a -> new Address(a.seed(), 0, a.replica(), a.iteration(), a.slot(), a.purpose()));
    assertTrue(scored("iteration", noIteration).worst() > 10);
    assertTrue(scored("slot", Sources.mistaking(a -> a.slot(0))).worst() > 10);
    assertTrue(scored("name", noInstance).worst() > 10);
    assertEquals("", scored("replica", noIteration).alarms());
  }

  @Test
  void aCounterThatLosesTheBitOf1024IsSeenAtThisDistanceAlone() {
    Sources lossy =
        Sources.mistaking(
            a ->
                new Address(a.seed(), a.instance(), a.replica() & ~1024, 1, a.slot(), a.purpose()));
    String[] alarms = scored("replica", lossy).alarms().split(", ");
    // half of the pairs coincide; squares of different coordinates stay independent
    assertEquals(8, alarms.length, () -> String.join("; ", alarms));
    for (String alarm : alarms) {
      assertTrue(alarm.matches("replica \\+1024 \\[(.),\\1].*"), alarm);
    }
  }

  @Test
  void aCounterThatAddsReplicaAndIterationIsSeenFromTheDiagonalAlone() {
    Sources mixed =
        Sources.mistaking(
            a ->
                new Address(
                    a.seed(), a.instance(), a.replica() + a.iteration(), 0, a.slot(), a.purpose()));
    assertEquals("", scored("replica", mixed).alarms());
    assertEquals("", scored("iteration", mixed).alarms());
    assertTrue(scored("replica against iteration", mixed).worst() > 10);
  }

  @Test
  void aRadiusKeptForTwoStepsIsSeenInTheSquaresAlone() {
    Sources kept =
        at -> {
          int[] x = Threefry.words(at);
          x[0] = Threefry.words(at.slot(at.slot() & -2))[0];
          return x;
        };
    assertEquals(
        "slot +1 [0,0] squares, slot +1 [0,1] squares, slot +1 [1,0] squares, "
            + "slot +1 [1,1] squares",
        scored("slot", kept).alarms());
  }

  @Test
  void sixRoundsInsteadOfTwentyAreSeen() {
    assertTrue(scored("replica", Sources.rounds(6)).worst() > 5);
  }
}
