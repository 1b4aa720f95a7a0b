package plumbline.theorems.bottou.sampling;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Rationals;
import plumbline.theorem.Values;

/**
 * Equal work on F = c w^2/2 with g = h c w (1 + s zeta) + sqrt(M) xi, signs zeta and xi: a step on
 * n examples of stepsize alpha, or n steps on one of alpha/n.
 *
 * @param c the curvature
 * @param h the share of the gradient in the mean of g: mu = mu_G = h
 * @param s2 s^2
 * @param m M
 * @param n examples in a batch
 * @param alpha the stepsize of the batch
 * @param start w_1
 */
record Work(
    BigFraction c,
    BigFraction h,
    BigFraction s2,
    BigFraction m,
    int n,
    BigFraction alpha,
    BigFraction start) {
  private static final long LONGEST_IN_RATIONALS = 40;

  /** E F(w_{k+1}) = rate E F(w_k) + noise. */
  record Step<T extends FieldElement<T>>(T rate, T noise) {
    T floor() {
      return noise.divide(rate.negate().add(rate.getField().getOne()));
    }
  }

  static Work of(Values v) {
    return new Work(
        v.get("c"),
        v.get("h"),
        v.get("s2"),
        v.get("M"),
        v.integer("n"),
        v.get("alpha"),
        v.get("start"));
  }

  Constants constants() {
    BigFraction square = h.multiply(h);
    return Constants.none()
        .with("alpha", alpha, "declared")
        .with("n", Rationals.of(n, 1), "declared")
        .with("L", c, "F'' = c")
        .with("c", c, "declared")
        .with("mu", h, "declared")
        .with("mu_G", h, "declared")
        .with("M", m, "declared")
        .with("M_V", square.multiply(s2), "h^2 s^2")
        .with("Delta", c.multiply(start).multiply(start).divide(2), "c w_1^2/2");
  }

  /** mu/(L (M_V/n + mu_G^2)). */
  BigFraction longestStep() {
    BigFraction moment = h.multiply(h).multiply(s2.divide(n).add(BigFraction.ONE));
    return h.divide(c.multiply(moment));
  }

  /** One step of this length on this many examples; batches of signs are counted out. */
  <T extends FieldElement<T>> Step<T> step(Arithmetic<T> in, BigFraction length, int size) {
    T s = in.sqrt(in.of(s2));
    T share = in.of(length.multiply(h).multiply(c));
    T rate = in.of(0);
    T noise = in.of(0);
    T chance = in.power(in.of(2), -size);
    for (int ups = 0; ups <= size; ups++) {
      T mean = in.of(Rationals.of(2L * ups - size, size));
      T kept = in.of(1).subtract(share.multiply(in.of(1).add(s.multiply(mean))));
      rate = rate.add(chance.multiply(kept).multiply(kept));
      noise = noise.add(chance.multiply(mean).multiply(mean));
      chance = chance.multiply(in.of(Rationals.of(size - ups, ups + 1L)));
    }
    T half = in.of(c.multiply(m).multiply(length).multiply(length).divide(2));
    return new Step<>(rate, noise.multiply(half));
  }

  /** E F after 0, 1, ..., last steps. */
  <T extends FieldElement<T>> List<T> gaps(
      Arithmetic<T> in, BigFraction length, int size, long last) {
    if (in.isExact() && last > LONGEST_IN_RATIONALS) {
      throw new UnsupportedOperationException(last + " steps are too many for rationals");
    }
    Step<T> step = step(in, length, size);
    List<T> gaps = new ArrayList<>();
    T gap = in.of(constants().exact("Delta"));
    for (long k = 0; k <= last; k++) {
      gaps.add(gap);
      gap = step.rate().multiply(gap).add(step.noise());
    }
    return gaps;
  }
}
