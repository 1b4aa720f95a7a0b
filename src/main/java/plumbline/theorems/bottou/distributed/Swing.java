package plumbline.theorems.bottou.distributed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Trial;

/**
 * The path of late gradient descent that starts on r^j cos(j phi), run step by step.
 *
 * @param of the delay
 * @param what which comparison
 */
record Swing(Delay of, What what) implements Trial {
  /** What is compared with what at the point k. */
  enum What {
    /** w_k with the bound times r^k cos(k phi). */
    PATH,
    /** The same with r^(tau + 1) in the stepsize, which is an error. */
    PATH_OF_ANOTHER_STEP,
    /** The largest |w_j| up to k, at the stepsize of the instance, with the bound. */
    LARGEST
  }

  /** phi. */
  static final Formula ANGLE =
      Formula.name("theta").times(Formula.pi()).over(Formula.name("tau").times(2).plus(1));

  private static final Formula NEXT_SINE = Formula.sin(Formula.name("tau").plus(1).times(ANGLE));

  /** r, the factor by which the swing grows in a step. */
  static final Formula FACTOR = Formula.sin(Formula.name("tau").times(ANGLE)).over(NEXT_SINE);

  /** The stepsize that makes it so, times the curvature. */
  private static final Formula STEP =
      FACTOR.power(Formula.name("tau")).times(Formula.sin(ANGLE)).over(NEXT_SINE);

  private static final Formula AT =
      FACTOR.power(Formula.k()).times(Formula.cos(Formula.k().times(ANGLE)));

  /** Of the stepsize, per power of r; each step adds its own share of that error to the path. */
  private static final double ROUNDINGS = 100;

  @Override
  public <T extends FieldElement<T>> List<Sides<T>> sides(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    boolean largest = what == What.LARGEST;
    T step = STEP.at(in, constants, 0);
    if (what == What.PATH_OF_ANOTHER_STEP) {
      step = step.multiply(FACTOR.at(in, constants, 0));
    }
    List<T> path = path(in, step, constants, points.last());
    List<Sides<T>> sides = new ArrayList<>();
    for (long k : points.at()) {
      T greatest = path.subList(0, (int) k + 1).stream().map(in::abs).reduce(in.of(0), in::max);
      T left = largest ? greatest : path.get((int) k);
      T claimed = bound.at(in, constants, k);
      T right = largest ? claimed : claimed.multiply(AT.at(in, constants, k));
      double roundings = ROUNDINGS * (of.tau() + 1) * (k + 1);
      T scale = greatest.add(in.abs(right)).add(in.of(1));
      sides.add(new Sides<>("k = " + k, k, left, right, scale, roundings));
    }
    return sides;
  }

  @Override
  public Map<String, Trial> mutants() {
    return what == What.PATH
        ? Map.of("r^(tau + 1) in the stepsize", new Swing(of, What.PATH_OF_ANOTHER_STEP))
        : Map.of();
  }

  /** w_0, ..., w_last from the formula at -tau, ..., 0. */
  private <T extends FieldElement<T>> List<T> path(
      Arithmetic<T> in, T step, Constants constants, long last) {
    List<T> all = new ArrayList<>();
    for (int j = -of.tau(); j <= 0; j++) {
      all.add(AT.at(in, constants, j));
    }
    for (int k = 0; k < last; k++) {
      all.add(all.get(k + of.tau()).subtract(step.multiply(all.get(k))));
    }
    return all.subList(of.tau(), all.size());
  }
}
