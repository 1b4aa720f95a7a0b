package plumbline.theorems.bottou;

import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Rationals;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;

/**
 * A recursion and its stepsize with its constants named, so that steps and bounds speak of the same
 * alpha.
 *
 * @param recursion what runs
 * @param alpha alpha_k over the names of {@code schedule} and k
 * @param schedule the constants of the stepsize: alpha, or beta and gamma
 */
record Setting(Recursion recursion, Formula alpha, Constants schedule) {
  /** The instance that these values name, with this stepsize. */
  static Setting of(Values values, Formula alpha, Constants schedule) {
    Formula numbers =
        alpha.map(
            part ->
                part instanceof Formula.Name name
                    ? Formula.number(schedule.exact(name.name()))
                    : part);
    return new Setting(Instances.recursion(values, new Stepsize(numbers)), alpha, schedule);
  }

  /** Constants of problem, oracle and stepsize, then Delta = F(w_1) - F_inf. */
  Constants constants() {
    Start.At start = (Start.At) recursion.start();
    return recursion
        .constants()
        .and(schedule)
        .with("Delta", Instances.gap(recursion.problem(), start.point()));
  }

  /** mu/(L M_G), the longest step of (4.13), (4.18) and (4.25). */
  BigFraction longestStep() {
    Constants x = recursion.constants();
    return x.exact("mu").divide(x.exact("L").multiply(x.exact("M_G")));
  }

  /** Whether the first step is exactly as long as the theorems allow: where they are sharp. */
  boolean atLongestStep() {
    return firstStep().equals(longestStep());
  }

  /** alpha_1, exactly where it is rational. */
  BigFraction firstStep() {
    try {
      return recursion.stepsize().at(Arithmetic.rationals(), 1);
    } catch (UnsupportedOperationException irrational) {
      return Rationals.of(recursion.stepsize().at(1));
    }
  }
}
