package plumbline.theorems.bottou;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.problem.Quadratic;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Trial;

/**
 * S_4k - S_2k against r (S_2k - S_k), where S_K is the sum of alpha_k E|grad F(w_k)|^2 to K and r
 * is the bound: the sum is finite if r &lt; 1 for all large k.
 *
 * <p>On a diagonal quadratic by hand: E w_j^2 is multiplied by 1 - 2 a + a^2 (1 + s^2), a = alpha_k
 * h_j lambda_j, and gains alpha_k^2 times the variance of its noise.
 *
 * @param of the recursion
 */
record Increments(Recursion of) implements Trial {
  // beyond this the fractions have tens of thousands of digits
  private static final long LONGEST_IN_RATIONALS = 64;

  /** Whether {@link Increments} knows the moments of this recursion. */
  static boolean known(Recursion of) {
    return of.problem() instanceof Quadratic q && q.hessian().isDiagonal();
  }

  @Override
  public <T extends FieldElement<T>> List<Sides<T>> sides(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    long last = 4 * points.last();
    if (in instanceof Arithmetic.Rational && last > LONGEST_IN_RATIONALS) {
      throw new UnsupportedOperationException("fractions of " + last + " steps are too long");
    }
    List<T> sums = sums(in, last);
    List<Sides<T>> sides = new ArrayList<>();
    for (long k : points.at()) {
      T first = sums.get((int) k);
      T second = sums.get((int) (2 * k));
      T third = sums.get((int) (4 * k));
      T r = bound.at(in, constants, k);
      sides.add(
          new Sides<>(
              "k = " + k + ", " + 2 * k + " and " + 4 * k,
              k,
              third.subtract(second),
              r.multiply(second.subtract(first)),
              third.add(second).add(r.multiply(second.add(first))),
              20.0 * 4 * k));
    }
    return sides;
  }

  /** S_0 = 0, S_1, ..., S_last. */
  private <T extends FieldElement<T>> List<T> sums(Arithmetic<T> in, long last) {
    Quadratic q = (Quadratic) of.problem();
    int d = q.dimension();
    T noise = in.of(of.oracle().multiplicative()).add(in.of(1));
    List<T> moments = new ArrayList<>();
    for (int j = 0; j < d; j++) {
      T e = in.of(((Start.At) of.start()).point().exact(j).subtract(q.centre().exact(j)));
      moments.add(e.multiply(e));
    }
    List<T> sums = new ArrayList<>(List.of(in.of(0)));
    for (long k = 1; k <= last; k++) {
      T alpha = of.stepsize().at(in, k);
      T sum = sums.get(sums.size() - 1);
      for (int j = 0; j < d; j++) {
        T lambda = in.of(q.hessian().exact(j, j));
        T m = moments.get(j);
        sum = sum.add(alpha.multiply(lambda).multiply(lambda).multiply(m));
        T a = alpha.multiply(lambda).multiply(in.of(of.oracle().scaling().exact(j)));
        T factor = in.of(1).subtract(a.add(a)).add(a.multiply(a).multiply(noise));
        moments.set(j, factor.multiply(m).add(alpha.multiply(alpha).multiply(variance(in, j))));
      }
      sums.add(sum);
    }
    return sums;
  }

  private <T extends FieldElement<T>> T variance(Arithmetic<T> in, int j) {
    T entry = in.of(of.oracle().additive().exact(j));
    return of.oracle().additiveLaw() == plumbline.oracle.Law.SPHERE
        ? entry.divide(in.of(of.problem().dimension()))
        : entry;
  }
}
