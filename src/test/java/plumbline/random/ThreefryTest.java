package plumbline.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The published known answers of Random123, threefry4x32 with 20 rounds. */
class ThreefryTest {
  @Test
  void knownAnswerOfZeros() {
    assertArrayEquals(
        new int[] {0x9c6ca96a, 0xe17eae66, 0xfc10ecd4, 0x5256a7d8},
        Threefry.words(new int[4], new int[4]));
  }

  @Test
  void knownAnswerOfOnes() {
    int[] ones = {-1, -1, -1, -1};
    assertArrayEquals(
        new int[] {0x2a881696, 0x57012287, 0xf6c7446e, 0xa16a6732}, Threefry.words(ones, ones));
  }

  @Test
  void knownAnswerOfTheDigitsOfPi() {
    int[] counter = {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344};
    int[] key = {0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89};
    assertArrayEquals(
        new int[] {0x59cd1dbb, 0xb8879579, 0x86b5d00c, 0xac8b6d84}, Threefry.words(counter, key));
  }

  @Test
  void everyPartOfAnAddressChangesTheWords() {
    Address at = new Address(1, 2, 3, 4, 5, 6);
    int[] words = Threefry.words(at);
    Address[] others = {
      new Address(9, 2, 3, 4, 5, 6),
      new Address(1L << 40, 2, 3, 4, 5, 6),
      new Address(1, 9, 3, 4, 5, 6),
      new Address(1, 2L << 40, 3, 4, 5, 6),
      new Address(1, 2, 9, 4, 5, 6),
      new Address(1, 2, 3, 9, 5, 6),
      at.slot(9),
      new Address(1, 2, 3, 4, 5, 9)
    };
    for (Address other : others) {
      assertFalse(Arrays.equals(words, Threefry.words(other)), other::toString);
    }
  }

  @Test
  void theHashIsTheHeadOfSha256() {
    // FIPS 180-2, appendix B.1: SHA-256("abc") = ba7816bf 8f01cfea ...
    assertEquals(0xba7816bf8f01cfeaL, Address.hash("abc"));
  }
}
