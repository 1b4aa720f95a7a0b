package plumbline.theorems.bottou.nonconvex;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Trial;

/**
 * F = c w^2/2, g = h c w (1 + s zeta) + sqrt(M) xi, run for K steps with the stepsize that (4.26b)
 * favours for that K, or with one that is fixed.
 *
 * @param c curvature, L = c
 * @param h mu = mu_G = h
 * @param s2 s^2, M_V = h^2 s^2
 * @param m M
 * @param start w_1
 * @param fixed the stepsize of every K; 0 for the best of each
 */
record BestFixed(
    BigFraction c,
    BigFraction h,
    BigFraction s2,
    BigFraction m,
    BigFraction start,
    BigFraction fixed) {
  Constants constants() {
    return Constants.none()
        .with("L", c, "the only curvature")
        .with("c", c, "declared")
        .with("mu", h, "declared")
        .with("M", m, "declared")
        .with("M_G", secondMoment(), "h^2 (1 + s^2)")
        .with("alpha", fixed, "declared")
        .with("Delta", delta(), "c w_1^2/2");
  }

  private BigFraction secondMoment() {
    return h.multiply(h).multiply(s2.add(BigFraction.ONE));
  }

  private BigFraction delta() {
    return c.multiply(start).multiply(start).divide(2);
  }

  /** Whether the first step ends at the minimum: no noise of either kind, and alpha = 1/(c h). */
  boolean endsAtOnce() {
    return m.isZero() && s2.isZero() && fixed.isZero();
  }

  /** The stepsize for K steps. */
  <T extends FieldElement<T>> T stepsize(Arithmetic<T> in, long steps) {
    if (!fixed.isZero()) {
      return in.of(fixed);
    }
    T longest = in.of(h.divide(c.multiply(secondMoment())));
    if (m.isZero() || start.isZero()) {
      // without noise the root is infinite; from the minimum any step serves, and 0 is none
      return longest;
    }
    T best =
        in.sqrt(in.of(delta().multiply(2).divide(c.multiply(m)).divide(new BigFraction(steps))));
    return in.compare(best, longest) < 0 ? best : longest;
  }

  /**
   * The mean of E|grad F(w_k)|^2 = c^2 E w_k^2 over k = 1..K, from the recursion m_{k+1} = r m_k +
   * alpha^2 M summed in closed form, against the bound at K.
   *
   * @param of the run
   */
  record Average(BestFixed of) implements Trial {
    @Override
    public <T extends FieldElement<T>> List<Sides<T>> sides(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      List<Sides<T>> sides = new ArrayList<>();
      for (long steps : points.at()) {
        if (in.isExact() && steps > 64 && !of.endsAtOnce()) {
          throw new UnsupportedOperationException("powers of " + steps + " are long fractions");
        }
        T left = of.average(in, steps);
        T right = bound.at(in, constants, steps);
        // 1 - r is of the size of alpha c h, so r^K and its distance to 1 lose K/(1 - r) roundings
        double operations = 64 + 16.0 * steps;
        sides.add(new Sides<>("K = " + steps, steps, left, right, left.add(right), operations));
      }
      return sides;
    }
  }

  private <T extends FieldElement<T>> T average(Arithmetic<T> in, long steps) {
    T alpha = stepsize(in, steps);
    T mean = alpha.multiply(in.of(c.multiply(h)));
    T square = alpha.multiply(alpha).multiply(in.of(c.multiply(c).multiply(secondMoment())));
    T lost = mean.add(mean).subtract(square);
    T first = in.of(c.multiply(c).multiply(start).multiply(start));
    T noise = alpha.multiply(alpha).multiply(in.of(c.multiply(c).multiply(m)));
    T floor = noise.divide(lost);
    T gone = in.of(1).subtract(in.power(in.of(1).subtract(lost), steps));
    return floor.add(first.subtract(floor).multiply(gone).divide(lost.multiply(in.of(steps))));
  }
}
