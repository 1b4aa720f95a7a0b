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
 * The run with the first stepsize, from the recursion of its moments, against the trigger.
 *
 * @param setting the run
 * @param of what is compared
 */
record Reached(Setting setting, Of of) implements Comparison {
  /** What the trigger looks at. */
  enum Of {
    /** E[F(w_k)] - F_*. */
    GAP,
    /** E[F(w_k)]. */
    OBJECTIVE
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    if (points.at().get(0) >= Protocol.MOST) {
      throw Protocol.tooLong(1, constants);
    }
    T least = of == Of.GAP ? in.of(0) : in.of(constants.exact("F_inf"));
    List<T> gaps = Gaps.along(in, setting, points);
    List<Pair<T>> pairs = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      long k = points.at().get(i);
      pairs.add(new Pair<>("k = " + k, k, gaps.get(i).add(least), bound.at(in, constants, k)));
    }
    return pairs;
  }

  /** The first k at which (4.14) is at most twice its floor; Protocol.MOST if it is no less. */
  static long first(Setting setting) {
    Constants x = setting.constants();
    double floor = Formulas.FLOOR.at(x, 1);
    double rate = Formulas.RATE.at(x, 1);
    double above = x.get("Delta") - floor;
    long k = 1;
    while (above > floor && k < Protocol.MOST) {
      above *= rate;
      k++;
    }
    return k;
  }
}
