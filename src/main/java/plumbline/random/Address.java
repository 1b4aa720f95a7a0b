package plumbline.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Where a draw comes from: key (seed, instance), counter (replica, iteration, slot, purpose).
 *
 * <p>Four 32-bit words are drawn at an address; slots number the addresses that one purpose needs
 * in one iteration. Negative words stand for the unsigned ones beyond 2^31.
 *
 * @param seed the run's seed, 64 bits
 * @param instance the first 64 bits of SHA-256 of the instance's text; see {@link #hash}
 * @param replica the global number of the replica
 * @param iteration k, from 1; 0 for what is drawn before the first step
 * @param slot the number of the address within iteration and purpose
 * @param purpose {@link Purpose#word}
 */
public record Address(long seed, long instance, int replica, int iteration, int slot, int purpose) {
  /** The first 64 bits, big-endian, of SHA-256 of the text in UTF-8. */
  public static long hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The key's four words: seed low, seed high, instance low, instance high. */
  public int[] key() {
    return key(seed, instance);
  }

  /** The key's four words: seed low, seed high, instance low, instance high. */
  public static int[] key(long seed, long instance) {
    return new int[] {(int) seed, (int) (seed >>> 32), (int) instance, (int) (instance >>> 32)};
  }

  /** The same address at another slot. */
  public Address slot(int other) {
    return new Address(seed, instance, replica, iteration, other, purpose);
  }
}
