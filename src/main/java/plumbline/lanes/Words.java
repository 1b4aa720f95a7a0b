package plumbline.lanes;

import plumbline.random.Threefry;

/** Threefry4x32 with 20 rounds in lanes, eight rounds a loop: {@link Threefry} is the reference. */
abstract class Words extends Levels {
  /** The number of lanes. */
  protected int stride;

  /** How many slots can be drawn side by side, the next one's lanes behind those of the last. */
  int slots;

  /** The four words of the last draw, shape [slots lanes]. */
  protected int[] x0;

  protected int[] x1;
  protected int[] x2;
  protected int[] x3;

  /** Global number of each lane's replica, once a slot. */
  int[] replica;

  /** How many slots behind the first each lane draws. */
  int[] ahead;

  int key0;
  int key1;
  int key2;
  int key3;

  Words(int lanes, int slots) {
    stride = lanes;
    this.slots = slots;
    int size = slots * lanes;
    x0 = new int[size];
    x1 = new int[size];
    x2 = new int[size];
    x3 = new int[size];
    replica = new int[size];
    ahead = new int[size];
    for (int i = 0; i < size; i++) {
      ahead[i] = i / lanes;
    }
  }

  /**
   * Four words a lane into x0..x3, drawn at (replica of the lane, iteration, slot, purpose); in
   * lanes from {@link #stride} on, at the slots that follow.
   */
  protected final void draw(int lo, int hi, int iteration, int slot, int purpose) {
    int parity = Threefry.PARITY ^ key0 ^ key1 ^ key2 ^ key3;
    start(lo, hi, key0, iteration + key1, slot + key2, purpose + key3);
    eightRounds(lo, hi, key1, key2, key3, parity + 1, key2, key3, parity, key0 + 2);
    eightRounds(lo, hi, key3, parity, key0, key1 + 3, parity, key0, key1, key2 + 4);
    fourRounds(lo, hi, key0, key1, key2, key3 + 5);
  }

  final void start(int lo, int hi, int a, int b, int c, int d) {
    for (int l = lo; l < hi; l++) {
      x0[l] = replica[l] + a;
    }
    for (int l = lo; l < hi; l++) {
      x1[l] = b;
    }
    for (int l = lo; l < hi; l++) {
      x2[l] = ahead[l] + c;
    }
    for (int l = lo; l < hi; l++) {
      x3[l] = d;
    }
  }

  // eight rounds are too long to be inlined into draw, where C2 of Java 25 makes loops of them that
  // take twice the time; more do not vectorise, and a key's injection costs more in a loop of its
  // own
  final void eightRounds(
      int lo, int hi, int ka, int kb, int kc, int kd, int ma, int mb, int mc, int md) {
    for (int l = lo; l < hi; l++) {
      int a = x0[l];
      int b = x1[l];
      int c = x2[l];
      int d = x3[l];
      a = a + b;
      b = ((b << 10) | (b >>> 22)) ^ a;
      c = c + d;
      d = ((d << 26) | (d >>> 6)) ^ c;
      a = a + d;
      d = ((d << 11) | (d >>> 21)) ^ a;
      c = c + b;
      b = ((b << 21) | (b >>> 11)) ^ c;
      a = a + b;
      b = ((b << 13) | (b >>> 19)) ^ a;
      c = c + d;
      d = ((d << 27) | (d >>> 5)) ^ c;
      a = a + d;
      d = ((d << 23) | (d >>> 9)) ^ a;
      c = c + b;
      b = ((b << 5) | (b >>> 27)) ^ c;
      a = a + ka;
      b = b + kb;
      c = c + kc;
      d = d + kd;
      a = a + b;
      b = ((b << 6) | (b >>> 26)) ^ a;
      c = c + d;
      d = ((d << 20) | (d >>> 12)) ^ c;
      a = a + d;
      d = ((d << 17) | (d >>> 15)) ^ a;
      c = c + b;
      b = ((b << 11) | (b >>> 21)) ^ c;
      a = a + b;
      b = ((b << 25) | (b >>> 7)) ^ a;
      c = c + d;
      d = ((d << 10) | (d >>> 22)) ^ c;
      a = a + d;
      d = ((d << 18) | (d >>> 14)) ^ a;
      c = c + b;
      b = ((b << 20) | (b >>> 12)) ^ c;
      x0[l] = a + ma;
      x1[l] = b + mb;
      x2[l] = c + mc;
      x3[l] = d + md;
    }
  }

  final void fourRounds(int lo, int hi, int ka, int kb, int kc, int kd) {
    for (int l = lo; l < hi; l++) {
      int a = x0[l];
      int b = x1[l];
      int c = x2[l];
      int d = x3[l];
      a = a + b;
      b = ((b << 10) | (b >>> 22)) ^ a;
      c = c + d;
      d = ((d << 26) | (d >>> 6)) ^ c;
      a = a + d;
      d = ((d << 11) | (d >>> 21)) ^ a;
      c = c + b;
      b = ((b << 21) | (b >>> 11)) ^ c;
      a = a + b;
      b = ((b << 13) | (b >>> 19)) ^ a;
      c = c + d;
      d = ((d << 27) | (d >>> 5)) ^ c;
      a = a + d;
      d = ((d << 23) | (d >>> 9)) ^ a;
      c = c + b;
      b = ((b << 5) | (b >>> 27)) ^ c;
      x0[l] = a + ka;
      x1[l] = b + kb;
      x2[l] = c + kc;
      x3[l] = d + kd;
    }
  }
}
