package plumbline.theorems.bottou.fixed;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorems.bottou.Setting;

/**
 * The gap e_k = E[F(w_k) - F_*] before and after step k, from the recursion of the moments.
 *
 * @param setting what runs
 * @param of which number of (4.15) is the claim's bound; the others are taken from the constants
 */
record Step(Setting setting, Of of) implements Comparison {
  /** What the bound stands for. */
  enum Of {
    /** e_(k+1) - B against bound (e_k - B). */
    RATE,
    /** (e_(k+1) - r e_k)/(1 - r) against the bound, r = 1 - alpha c mu. */
    FLOOR,
    /** e_(k+1) against bound e_k + alpha^2 L M/2. */
    FACTOR
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    List<T> gaps = Gaps.along(in, setting, Checkpoints.range(1, points.last() + 1));
    List<Pair<T>> pairs = new ArrayList<>();
    for (long k : points.at()) {
      T before = gaps.get((int) k - 1);
      T after = gaps.get((int) k);
      T right = bound.at(in, constants, k);
      pairs.add(pair(in, constants, "step " + k, k, before, after, right));
    }
    return pairs;
  }

  private <T extends FieldElement<T>> Pair<T> pair(
      Arithmetic<T> in, Constants x, String what, long k, T before, T after, T right) {
    T floor = Formulas.FLOOR.at(in, x, k);
    T rate = Formulas.RATE.at(in, x, k);
    return switch (of) {
      case RATE ->
          new Pair<>(what, k, after.subtract(floor), right.multiply(before.subtract(floor)));
      case FLOOR -> {
        T left = after.subtract(rate.multiply(before)).divide(in.of(1).subtract(rate));
        yield new Pair<>(what, k, left, right);
      }
      case FACTOR ->
          new Pair<>(what, k, after, right.multiply(before).add(Formulas.ADDED.at(in, x, k)));
    };
  }
}
