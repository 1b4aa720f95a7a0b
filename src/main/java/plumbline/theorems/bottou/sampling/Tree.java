package plumbline.theorems.bottou.sampling;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;

/**
 * SG on F = c w^2/2 + b w^4/4 with g = F'(w) + xi, xi of two values with mean 0 and variance M, the
 * first with chance q.
 *
 * @param c the curvature at 0
 * @param quartic b
 * @param m M
 * @param chance q, inside (0, 1)
 * @param alpha the stepsize
 * @param start w_1
 * @param draws what is drawn at each step
 */
record Tree(
    BigFraction c,
    BigFraction quartic,
    BigFraction m,
    BigFraction chance,
    BigFraction alpha,
    BigFraction start,
    Draws draws) {
  /** A cube at every step: fractions grow threefold. */
  private static final long LONGEST_IN_RATIONALS = 4;

  /** What is drawn at each step. */
  enum Draws {
    FRESH("a fresh one each step"),
    TWICE("each used for two steps");

    private final String text;

    Draws(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  Constants constants() {
    BigFraction square = start.multiply(start);
    BigFraction gap = c.divide(2).multiply(square);
    return Constants.none()
        .with("alpha", alpha, "declared")
        .with("c", c, "declared")
        .with("M", m, "declared")
        .with("Delta", gap.add(quartic.divide(4).multiply(square.pow(2))), "F(w_1)");
  }

  /** The same with each draw used for two steps. */
  Tree repeated() {
    return new Tree(c, quartic, m, chance, alpha, start, Draws.TWICE);
  }

  /** sqrt(M (1 - q)/q) and -sqrt(M q/(1 - q)). */
  private <T extends FieldElement<T>> List<T> values(Arithmetic<T> in) {
    BigFraction odds = BigFraction.ONE.subtract(chance).divide(chance);
    T first = in.sqrt(in.of(m.multiply(odds)));
    return List.of(first, first.negate().divide(in.of(odds)));
  }

  private <T extends FieldElement<T>> List<T> chances(Arithmetic<T> in) {
    return List.of(in.of(chance), in.of(BigFraction.ONE.subtract(chance)));
  }

  private <T extends FieldElement<T>> T value(Arithmetic<T> in, T w) {
    T square = w.multiply(w);
    T fourth = square.multiply(square).multiply(in.of(quartic.divide(4)));
    return square.multiply(in.of(c.divide(2))).add(fourth);
  }

  private <T extends FieldElement<T>> T next(Arithmetic<T> in, T w, T xi) {
    T cube = w.multiply(w).multiply(w).multiply(in.of(quartic));
    T g = w.multiply(in.of(c)).add(cube).add(xi);
    return w.subtract(in.of(alpha).multiply(g));
  }

  /** E F(w_k): over all sequences of draws, each run from w_1, weighted by its chance. */
  <T extends FieldElement<T>> T total(Arithmetic<T> in, long k) {
    small(in, k);
    List<T> values = values(in);
    List<T> chances = chances(in);
    int steps = (int) k - 1;
    int drawn = draws == Draws.FRESH ? steps : (steps + 1) / 2;
    T total = in.of(0);
    for (List<Integer> sequence : Sequences.all(2, drawn)) {
      T weight = in.of(1);
      for (int xi : sequence) {
        weight = weight.multiply(chances.get(xi));
      }
      T w = in.of(start);
      for (int j = 0; j < steps; j++) {
        w = next(in, w, values.get(sequence.get(draws == Draws.FRESH ? j : j / 2)));
      }
      total = total.add(weight.multiply(value(in, w)));
    }
    return total;
  }

  /** E_{xi_1} ... E_{xi_(k-1)} F(w_k), the last draw averaged first, each by itself. */
  <T extends FieldElement<T>> T nested(Arithmetic<T> in, long k) {
    small(in, k);
    List<T> values = values(in);
    List<T> level = List.of(in.of(start));
    for (long j = 1; j < k; j++) {
      List<T> then = new ArrayList<>();
      for (T w : level) {
        values.forEach(xi -> then.add(next(in, w, xi)));
      }
      level = then;
    }
    List<T> means = level.stream().map(w -> value(in, w)).toList();
    while (means.size() > 1) {
      means = averaged(in, means);
    }
    return means.get(0);
  }

  private <T extends FieldElement<T>> List<T> averaged(Arithmetic<T> in, List<T> leaves) {
    List<T> chances = chances(in);
    List<T> means = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i += 2) {
      T first = chances.get(0).multiply(leaves.get(i));
      means.add(first.add(chances.get(1).multiply(leaves.get(i + 1))));
    }
    return means;
  }

  private void small(Arithmetic<?> in, long k) {
    if (in.isExact() && quartic.signum() != 0 && k > LONGEST_IN_RATIONALS) {
      throw new UnsupportedOperationException("cubes of fractions at " + k + " steps");
    }
  }
}
