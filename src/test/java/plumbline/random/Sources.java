package plumbline.random;

import java.util.function.Function;

/** Four words an address, right ones and deliberately bad ones, and the normals made of them. */
interface Sources extends Function<Address, int[]> {
  Sources RIGHT = Threefry::words;

  /** The four normals of four words, as {@link Draws#normals} makes them. */
  static double[] normals(int[] x) {
    double[] z = new double[4];
    for (int i = 0; i < 4; i += 2) {
      double t = Elementary.quarterAngle(x[i + 1]);
      z[i] = Elementary.radius(x[i]) * Elementary.cosineOfFour(t);
      z[i + 1] = Elementary.radius(x[i]) * Elementary.sineOfFour(t);
    }
    return z;
  }

  /** Right words at the wrong address. */
  static Sources mistaking(Function<Address, Address> address) {
    return at -> Threefry.words(address.apply(at));
  }

  /** Threefry4x32 stopped after a number of rounds. */
  static Sources rounds(int rounds) {
    return at -> threefry(at, rounds);
  }

  private static int[] threefry(Address at, int rounds) {
    int[] first = {10, 11, 13, 23, 6, 17, 25, 18};
    int[] second = {26, 21, 27, 5, 20, 11, 10, 20};
    int[] key = at.key();
    int[] k = {key[0], key[1], key[2], key[3], 0};
    k[4] = Threefry.PARITY ^ k[0] ^ k[1] ^ k[2] ^ k[3];
    int[] x = {at.replica() + k[0], at.iteration() + k[1], at.slot() + k[2], at.purpose() + k[3]};
    for (int round = 0; round < rounds; round++) {
      int b = round % 2 == 0 ? 1 : 3;
      x[0] += x[b];
      x[b] = Integer.rotateLeft(x[b], first[round % 8]) ^ x[0];
      x[2] += x[4 - b];
      x[4 - b] = Integer.rotateLeft(x[4 - b], second[round % 8]) ^ x[2];
      if (round % 4 == 3) {
        int number = round / 4 + 1;
        for (int i = 0; i < 4; i++) {
          x[i] += k[(number + i) % 5] + (i == 3 ? number : 0);
        }
      }
    }
    return x;
  }
}
