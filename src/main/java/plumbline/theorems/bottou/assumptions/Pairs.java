package plumbline.theorems.bottou.assumptions;

import org.hipparchus.fraction.BigFraction;
import plumbline.series.Rationals;
import plumbline.series.Vector;

/** Which two points are compared at each k: w_bar and w = w_bar + a move that is not 0. */
@FunctionalInterface
interface Pairs {
  /** The pair of this number. */
  Pair at(long k);

  /**
   * Two points.
   *
   * @param base w_bar, shape [d]
   * @param move w - w_bar, shape [d]
   */
  record Pair(Vector base, Vector move) {
    Vector end() {
      return sum(base, BigFraction.ONE, move);
    }
  }

  /** How many pairs are scattered; as many as a third of them follow along the axes. */
  long SCATTERED = 24;

  /** Scattered about the centre, then across it along the steepest and the flattest direction. */
  static Pairs adversarial(Objective of) {
    Pairs scattered = scattered(of.centre());
    Pairs steepest = across(of.centre(), of.steepest(), 2, -1);
    Pairs flattest = across(of.centre(), of.flattest(), 2, -1);
    return k ->
        k <= SCATTERED
            ? scattered.at(k)
            : (k % 2 == 0 ? steepest : flattest).at((k - SCATTERED - 1) / 2);
  }

  /** At most 3 from the centre in a coordinate, moves from far below 1 to about 6. */
  static Pairs scattered(Vector centre) {
    return k -> {
      BigFraction near = power(2, -(k % 5));
      Vector base =
          Vector.generate(
              centre.dimension(),
              j -> centre.exact(j).add(Rationals.of((k * (3 + 2L * j)) % 11 - 5, 2)));
      // a third more than an integer is not 0
      Vector move =
          Vector.generate(
              centre.dimension(),
              j -> Rationals.of(3 * ((k * (5 + 4L * j)) % 13 - 6) + 1, 3).multiply(near));
      return new Pair(base, move);
    };
  }

  /** From centre - base^k v to centre + base^k v. */
  static Pairs across(Vector centre, Vector v, long base, long sign) {
    return k -> {
      BigFraction h = power(base, sign * k);
      return new Pair(sum(centre, h.negate(), v), scaled(v, h.multiply(2)));
    };
  }

  /** From the centre to centre + base^k v. */
  static Pairs from(Vector centre, Vector v, long base, long sign) {
    return k -> new Pair(centre, scaled(v, power(base, sign * k)));
  }

  /** From the centre to centre + k v. */
  static Pairs along(Vector centre, Vector v) {
    return k -> new Pair(centre, scaled(v, new BigFraction(k)));
  }

  /** base^exponent. */
  static BigFraction power(long base, long exponent) {
    BigFraction power = new BigFraction(base).pow(Math.abs(exponent));
    return exponent < 0 ? power.reciprocal() : power;
  }

  private static Vector scaled(Vector v, BigFraction by) {
    return Vector.generate(v.dimension(), j -> v.exact(j).multiply(by));
  }

  private static Vector sum(Vector a, BigFraction by, Vector b) {
    return Vector.generate(a.dimension(), j -> a.exact(j).add(b.exact(j).multiply(by)));
  }
}
