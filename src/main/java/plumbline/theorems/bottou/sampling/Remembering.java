package plumbline.theorems.bottou.sampling;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.theorem.Values;

/**
 * F = c w^2/2, g = h c w (1 + s zeta) + sqrt(M) sigma xi_k with signs zeta, xi, where P(xi_k =
 * xi_(k-1)) = (1 + rho)/2 and sigma is 1 after xi_(k-1) = 1, kappa after -1.
 *
 * @param c the curvature
 * @param h the share of the gradient in the mean of g: mu = mu_G = h
 * @param s2 s^2
 * @param m M
 * @param kappa size of the noise after a -1, relative to M
 * @param rho correlation of successive signs
 * @param alpha the stepsize
 * @param start w_1
 */
record Remembering(
    BigFraction c,
    BigFraction h,
    BigFraction s2,
    BigFraction m,
    BigFraction kappa,
    BigFraction rho,
    BigFraction alpha,
    BigFraction start) {
  private static final long LONGEST_IN_RATIONALS = 24;

  static Remembering of(Values v) {
    return new Remembering(
        v.get("c"),
        v.get("h"),
        v.get("s2"),
        v.get("M"),
        v.get("kappa"),
        v.get("rho"),
        v.get("alpha"),
        v.get("start"));
  }

  Constants constants() {
    BigFraction mV = h.multiply(h).multiply(s2);
    return Constants.none()
        .with("alpha", alpha, "declared")
        .with("L", c, "F'' = c")
        .with("c", c, "declared")
        .with("mu", h, "declared")
        .with("mu_G", h, "declared")
        .with("M", m, "declared")
        .with("M_V", mV, "h^2 s^2")
        .with("M_G", mV.add(h.multiply(h)), "M_V + mu_G^2")
        .with("kappa", kappa, "declared")
        .with("rho", rho, "declared")
        .with("Delta", c.multiply(start).multiply(start).divide(2), "c w_1^2/2");
  }

  /** mu/(L M_G). */
  BigFraction longestStep() {
    Constants x = constants();
    return x.exact("mu").divide(x.exact("L").multiply(x.exact("M_G")));
  }

  /** Whether (4.14) is an equality. */
  boolean attains() {
    return rho.signum() == 0 && kappa.equals(BigFraction.ONE) && alpha.equals(longestStep());
  }

  /** E F(w_k) for k = 1..last, by the recursion of E w and E w^2 on {xi_(k-1) = 1} and {= -1}. */
  <T extends FieldElement<T>> List<T> gaps(Arithmetic<T> in, long last) {
    if (in.isExact() && last > LONGEST_IN_RATIONALS) {
      throw new UnsupportedOperationException(last + " steps are too many for rationals");
    }
    T kept = in.of(1).subtract(in.of(alpha.multiply(h).multiply(c)));
    T twice = in.of(alpha.multiply(h).multiply(c).pow(2).multiply(s2)).add(kept.multiply(kept));
    T noise = in.of(alpha).multiply(in.sqrt(in.of(m)));
    List<T> sizes = List.of(noise, noise.multiply(in.of(kappa)));
    T half = in.of(1).divide(in.of(2));
    List<T> first = List.of(in.of(start).multiply(half), in.of(start).multiply(half));
    List<T> second = first.stream().map(x -> x.multiply(in.of(start))).toList();
    List<T> gaps = new ArrayList<>();
    for (long k = 1; k <= last; k++) {
      gaps.add(second.get(0).add(second.get(1)).multiply(in.of(c)).multiply(half));
      List<T> nextFirst = new ArrayList<>();
      List<T> nextSecond = new ArrayList<>();
      for (int to = 0; to < 2; to++) {
        T sum = in.of(0);
        T squares = in.of(0);
        for (int from = 0; from < 2; from++) {
          T chance = half.multiply(in.of(1).add(in.of(from == to ? rho : rho.negate())));
          T push = to == 0 ? sizes.get(from).negate() : sizes.get(from);
          T mean = kept.multiply(first.get(from));
          T cross = mean.multiply(push).multiply(in.of(2));
          T square = twice.multiply(second.get(from)).add(push.multiply(push).multiply(half));
          sum = sum.add(chance.multiply(mean.add(push.multiply(half))));
          squares = squares.add(chance.multiply(square.add(cross)));
        }
        nextFirst.add(sum);
        nextSecond.add(squares);
      }
      first = nextFirst;
      second = nextSecond;
    }
    return gaps;
  }
}
