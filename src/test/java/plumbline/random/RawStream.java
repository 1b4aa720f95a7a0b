package plumbline.random;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes the words of {@link Threefry} to the standard output without end, little-endian, for a
 * battery of tests that reads a pipe: {@code java -cp ... plumbline.random.RawStream replicas |
 * dieharder -g 200 -a -k 2 -Y 1}.
 *
 * <p>The order is one that the engine consumes. {@code replicas}: as a block of lanes draws, for
 * each iteration and slot all 4096 replicas. {@code iterations}: as one path draws, for each
 * replica 2000 iterations and their slots. Three slots, as for ten coordinates of Gaussian noise.
 */
final class RawStream {
  private static final int REPLICAS = 4096;
  private static final int ITERATIONS = 2000;
  private static final int SLOTS = 3;
  private static final int[] KEY = Address.key(1, Address.hash("raw stream"));
  private static final int PURPOSE = Purpose.ADDITIVE.word(0);

  private final byte[] bytes = new byte[16 * REPLICAS];
  private final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  private final OutputStream out;

  private RawStream(OutputStream out) {
    this.out = out;
  }

  public static void main(String[] orders) throws IOException {
    String order = orders.length == 1 ? orders[0] : "";
    RawStream stream = new RawStream(new FileOutputStream(FileDescriptor.out));
    switch (order) {
      case "replicas" -> stream.replicasFirst();
      case "iterations" -> stream.iterationsFirst();
      default ->
          throw new IllegalArgumentException(
              "expected one argument, 'replicas' or 'iterations', got '" + order + "'");
    }
  }

  private void replicasFirst() throws IOException {
    for (int iteration = 1; ; iteration++) {
      for (int slot = 0; slot < SLOTS; slot++) {
        for (int replica = 0; replica < REPLICAS; replica++) {
          put(replica, iteration, slot);
        }
      }
    }
  }

  private void iterationsFirst() throws IOException {
    for (int replica = 0; ; replica++) {
      for (int iteration = 1; iteration <= ITERATIONS; iteration++) {
        for (int slot = 0; slot < SLOTS; slot++) {
          put(replica, iteration, slot);
        }
      }
    }
  }

  private void put(int replica, int iteration, int slot) throws IOException {
    for (int word : Threefry.words(new int[] {replica, iteration, slot, PURPOSE}, KEY)) {
      buffer.putInt(word);
    }
    if (!buffer.hasRemaining()) {
      out.write(bytes);
      buffer.clear();
    }
  }
}
