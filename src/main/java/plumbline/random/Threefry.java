package plumbline.random;

/**
 * Threefry4x32 with 20 rounds: a bijection of the four counter words for each key of four words.
 *
 * <p>Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011: additions,
 * rotations and exclusive ors of 32-bit words, and a key injection after every fourth round.
 *
 * <p>The words were put once, at one seed, through {@code dieharder} 3.31.1 (Debian 3.31.1.4-1) in
 * two orders that the engine consumes: replica fastest, as lanes draw, and iteration fastest, as
 * one path draws; three slots an iteration in both. The program that writes them is {@code
 * RawStream}, beside the tests. The battery was the tests of {@code -a}, of which lagged sums only
 * at the lags 0, 1, 2, 3, 7, 11 and 15, each reading on where the last one ended:
 *
 * <pre>
 * java -cp target/classes:target/test-classes plumbline.random.RawStream replicas |
 *     sh -c 'dieharder -g 200 -k 2 -Y 1 -d 0; dieharder -g 200 -k 2 -Y 1 -d 1; ...'
 *
 * order       results  passed  weak  failed  weak p-values, and what -Y 1 made of them
 * replicas         88      86     2       0  diehard_birthdays .99920, then .474;
 *                                            sts_serial 5 .99970, then .637
 * iterations       88      85     3       0  sts_serial 13 .00258, then .00138, then .0405;
 *                                            sts_serial 16 .99878, then .836, then .835;
 *                                            rgb_permutations 4 .99678, then .978
 * </pre>
 *
 * <p>With {@code -Y 1} a weak test goes on with more of the same stream. A perfect generator has
 * one weak result in a hundred (p below 0.005 or above 0.995): two of 176, where five were seen, as
 * many or more having a chance of three in a hundred if results were independent; those of
 * sts_serial are not.
 */
public final class Threefry {
  /** The constant of the key schedule: the fifth key word is its exclusive or with the key. */
  public static final int PARITY = 0x1BD11BDA;

  // rotations of the first and of the second pair, round by round, with period 8
  private static final int[] FIRST = {10, 11, 13, 23, 6, 17, 25, 18};
  private static final int[] SECOND = {26, 21, 27, 5, 20, 11, 10, 20};

  private Threefry() {}

  /** The four words drawn at an address. */
  public static int[] words(Address at) {
    int[] counter = {at.replica(), at.iteration(), at.slot(), at.purpose()};
    return words(counter, at.key());
  }

  /**
   * @param counter shape [4]
   * @param key shape [4]
   * @return four fresh words
   */
  public static int[] words(int[] counter, int[] key) {
    int[] schedule = {key[0], key[1], key[2], key[3], PARITY ^ key[0] ^ key[1] ^ key[2] ^ key[3]};
    int[] x = counter.clone();
    inject(x, schedule, 0);
    for (int round = 0; round < 20; round++) {
      int r = FIRST[round % 8];
      int s = SECOND[round % 8];
      int partner = round % 2 == 0 ? 1 : 3;
      x[0] += x[partner];
      x[partner] = Integer.rotateLeft(x[partner], r) ^ x[0];
      x[2] += x[4 - partner];
      x[4 - partner] = Integer.rotateLeft(x[4 - partner], s) ^ x[2];
      if (round % 4 == 3) {
        inject(x, schedule, round / 4 + 1);
      }
    }
    return x;
  }

  private static void inject(int[] x, int[] schedule, int number) {
    for (int i = 0; i < 4; i++) {
      x[i] += schedule[(number + i) % 5];
    }
    x[3] += number;
  }
}
