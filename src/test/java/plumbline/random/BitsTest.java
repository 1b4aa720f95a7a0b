package plumbline.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * Every bit of the four words is balanced, and so is its difference from its neighbours.
 *
 * <p>Neighbours are the next bit of the word, the same bit of the next word, and the same bit at
 * the next address of a line. With both bits and their difference balanced, all four values of a
 * pair are equally likely. Of n fair bits c are set: (2c - n) / sqrt(n) is a z-score. False alarms:
 * {@link Scores}.
 */
class BitsTest {
  private static final int N = 1 << 17;

  private static Scores scored(String line, Sources source) {
    Scores scores = new Scores();
    score(scores, line, source);
    return scores;
  }

  private static void score(Scores scores, String line, Sources source) {
    int[][] words = new int[4][N + 1];
    for (int t = 0; t <= N; t++) {
      int[] x = Lines.words(line, t, source);
      for (int i = 0; i < 4; i++) {
        words[i][t] = x[i];
      }
    }
    for (int i = 0; i < 4; i++) {
      int[] x = words[i];
      int[] nextWord = words[(i + 1) % 4];
      int[] nextBit = new int[N];
      int[] change = new int[N];
      int[] difference = new int[N];
      for (int t = 0; t < N; t++) {
        nextBit[t] = x[t] ^ (x[t] >>> 1);
        change[t] = x[t] ^ x[t + 1];
        difference[t] = x[t] ^ nextWord[t];
      }
      String name = line + " " + i;
      balance(scores, name, x, 32);
      balance(scores, name + " next bit", nextBit, 31);
      balance(scores, name + " next address", change, 32);
      balance(scores, name + " next word", difference, 32);
    }
  }

  private static void balance(Scores scores, String name, int[] x, int bits) {
    for (int bit = 0; bit < bits; bit++) {
      int set = 0;
      for (int t = 0; t < N; t++) {
        set += (x[t] >>> bit) & 1;
      }
      scores.z(name + " bit " + bit, (2.0 * set - N) / Math.sqrt(N));
    }
  }

  @Test
  void everyBitAndItsDifferenceFromANeighbourIsBalancedAlongEveryLine() {
    Scores scores = new Scores();
    Lines.ALL.keySet().forEach(line -> score(scores, line, Sources.RIGHT));
    assertEquals("", scores.alarms());
    assertEquals(8 * 4 * (32 + 31 + 32 + 32), scores.size());
  }

  @Test
  void aBitSetInFiftyTwoOfAHundredWordsIsSeen() {
    Sources biased =
        at -> {
          int[] x = Threefry.words(at);
          // in one word of 32, half of which have the bit already: 1/2 + 1/64
          x[2] |= (x[3] & 31) == 0 ? 1 << 17 : 0;
          return x;
        };
    assertEquals("replica 2 bit 17", scored("replica", biased).alarms());
  }

  @Test
  void aLowBitThatAlternatesIsBalancedAndIsSeenFromTheNextAddress() {
    // as of a linear congruence modulo 2^32
    Sources alternating =
        at -> {
          int[] x = Threefry.words(at);
          x[1] = (x[1] & -2) | (at.iteration() & 1);
          return x;
        };
    assertEquals("iteration 1 next address bit 0", scored("iteration", alternating).alarms());
  }

  @Test
  void eightRoundsInsteadOfTwentyAreSeenFromTheDiagonalAlone() {
    assertTrue(scored("replica against iteration", Sources.rounds(8)).worst() > 2);
    assertEquals("", scored("replica", Sources.rounds(8)).alarms());
  }
}
