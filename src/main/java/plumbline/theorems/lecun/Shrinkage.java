package plumbline.theorems.lecun;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Trial;

/**
 * |e_k|^2 against B_k^2 |e_0|^2, or |e_{k+1}|^2 against B_k^2 |e_k|^2, along e_{k+1} = e_k - gamma
 * A e_k (with the gradient of the cubic term, where there is one).
 *
 * <p>Norms are squared, so that rational data need no root. The error is iterated, not w_k - w_*:
 * the two are equal ({@link QuadLinearRecursion}), and the difference would lose all its digits
 * once |e_k| falls below the rounding of w_*.
 *
 * @param of the descent
 * @param from what the bound multiplies
 */
record Shrinkage(Descent of, From from) implements Trial {
  enum From {
    START,
    LAST_STEP
  }

  @Override
  public <T extends FieldElement<T>> List<Sides<T>> sides(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    LinearAlgebra<T> field = LinearAlgebra.of(in, of.dimension());
    List<List<T>> matrix = field.lift(of.symmetricPart());
    T gamma = in.of(of.gamma());
    List<T> error = field.lift(of.error());
    T atStart = field.squaredNorm(error);
    List<Sides<T>> sides = new ArrayList<>();
    for (long k = 0; k <= points.last(); k++) {
      List<T> slope = OneStep.withCubic(field, field.times(matrix, error), error, of.cubic());
      List<T> next = field.minus(error, gamma, slope);
      if (points.at().contains(k)) {
        T factor = bound.at(in, constants, k);
        T left = field.squaredNorm(from == From.START ? error : next);
        T right =
            factor
                .multiply(factor)
                .multiply(from == From.START ? atStart : field.squaredNorm(error));
        sides.add(new Sides<>("k = " + k, k, left, right, left.add(right), operations(k)));
      }
      error = next;
    }
    return sides;
  }

  /**
   * A step errs by (d + 2) u (1 + gamma |A|) |e_j| with |A| at most sqrt(d) L entrywise, and what
   * it errs by shrinks from then on no slower than the bound does; the power costs k more.
   */
  private double operations(long k) {
    double d = of.dimension();
    double scaled = Math.abs(of.gamma().doubleValue()) * of.smoothness().doubleValue();
    double steps = from == From.START ? k : 1;
    return 8 + 2 * d + k + 2 * steps * (d + 2) * (1 + scaled * Math.sqrt(d)) * (1 + margin());
  }

  /** |1 - gamma mu|^-1, what one step of the bound may magnify a relative error by. */
  private double margin() {
    double kept = Math.abs(1 - of.gamma().multiply(of.strongConvexity()).doubleValue());
    return kept < 1e-3 ? 1e3 : 1 / kept;
  }
}
