package plumbline.theorems.bottou.fixed;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.exception.MathRuntimeException;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorems.bottou.Setting;

/**
 * What is left at rest, as the stepsize runs through k alpha/20, k = 1..20.
 *
 * @param setting its alpha is the longest step
 * @param of which number is compared with the bound
 */
record Sweep(Setting setting, Of of) implements Comparison {
  static final int STEPS = 20;
  static final Checkpoints POINTS = Checkpoints.range(1, STEPS);

  /** k alpha/20. */
  static final Formula ALPHA = Formula.name("alpha").times(Formula.k()).over(STEPS);

  /** A number made of G(alpha), the gap at rest. */
  enum Of {
    /** alpha L M/(2 c mu) over G(alpha). */
    BOUND_OVER_GAP,
    /** G(alpha)/G(alpha/2). */
    HALVING,
    /** F_* - (2 F_(alpha/2) - F_alpha), with F_alpha = F_* + G(alpha). */
    EXTRAPOLATED
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    try {
      return all(in, constants, bound, points);
    } catch (MathRuntimeException division) {
      throw new UnsupportedOperationException("at rest nothing is left, or all", division);
    }
  }

  private <T extends FieldElement<T>> List<Pair<T>> all(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    Stationary rest = Stationary.of(setting);
    List<Pair<T>> pairs = new ArrayList<>();
    for (long k : points.at()) {
      T alpha = ALPHA.at(in, constants, k);
      T gap = rest.gap(in, alpha);
      T half = rest.gap(in, alpha.divide(in.of(2)));
      T left =
          switch (of) {
            case BOUND_OVER_GAP -> floor(in, constants, alpha).divide(gap);
            case HALVING -> gap.divide(half);
            case EXTRAPOLATED -> {
              T least = in.of(constants.exact("F_inf"));
              yield least.subtract(least.add(half).multiply(2).subtract(least.add(gap)));
            }
          };
      pairs.add(new Pair<>("alpha x " + k + "/" + STEPS, k, left, bound.at(in, constants, k)));
    }
    return pairs;
  }

  /** The floor of (4.14) at this stepsize. */
  private static <T extends FieldElement<T>> T floor(Arithmetic<T> in, Constants x, T alpha) {
    T below = in.of(x.exact("c")).multiply(in.of(x.exact("mu"))).multiply(2);
    return alpha.multiply(in.of(x.exact("L"))).multiply(in.of(x.exact("M"))).divide(below);
  }
}
