package plumbline.theorems.bottou;

import org.hipparchus.fraction.BigFraction;
import plumbline.exact.ClosedMoments;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;
import plumbline.theorems.Noise;

/**
 * A recursion and its stepsize with its constants named, so that steps and bounds speak of the same
 * alpha.
 *
 * @param recursion what runs
 * @param steps the family of its stepsize
 * @param schedule the constants of the stepsize: alpha, or beta and gamma
 */
public record Setting(Recursion recursion, Steps steps, Constants schedule) {
  /** The instance that these values name, with stepsizes of this family. */
  public static Setting of(Values values, Steps steps) {
    return of(values, Instances.sampled(values), steps);
  }

  /** This objective and its oracle, with stepsizes of this family and the start of the values. */
  public static Setting of(Values values, Instances.Sampled sampled, Steps steps) {
    Constants schedule = steps.constants(values);
    Formula numbers =
        steps
            .alpha()
            .map(
                part ->
                    part instanceof Formula.Name name
                        ? Formula.number(schedule.exact(name.name()))
                        : part);
    return new Setting(
        Instances.recursion(values, sampled, new Stepsize(numbers)), steps, schedule);
  }

  /** Constants of problem, oracle and stepsize, then Delta = F(w_1) - F_inf. */
  public Constants constants() {
    Start.At start = (Start.At) recursion.start();
    return recursion
        .constants()
        .and(schedule)
        .with("Delta", Instances.gap(recursion.problem(), start.point()));
  }

  /** mu/(L M_G), the longest step of (4.13), (4.18) and (4.25). */
  public BigFraction longestStep() {
    Constants x = recursion.constants();
    return x.exact("mu").divide(x.exact("L").multiply(x.exact("M_G")));
  }

  /** Whether the first step is exactly as long as the theorems allow: where they are sharp. */
  public boolean atLongestStep() {
    Range first = firstStep();
    return first.low().equals(longestStep()) && first.high().equals(longestStep());
  }

  /**
   * Whether no inequality of the proofs gives anything away but (4.13): one curvature, E g = mu
   * grad F, and a variance that is M + M_V |grad F|^2 everywhere.
   */
  public boolean isAttained() {
    Constants x = recursion.constants();
    return x.has("c")
        && x.exact("L").equals(x.exact("c"))
        && x.exact("mu").equals(x.exact("mu_G"))
        && Noise.isAttained(recursion.problem(), recursion.oracle(), x);
  }

  /**
   * This setting, if E[F(w_k) - F_*] is known without chance.
   *
   * @throws IllegalArgumentException if it is not
   */
  public Setting closed() {
    if (!ClosedMoments.close(recursion)) {
      throw new IllegalArgumentException(
          "the mean gap is computed without chance for quadratics and least squares alone, got "
              + recursion.problem().name());
    }
    return this;
  }

  /** Whether the first step is no longer than the theorems allow. */
  public boolean isShortEnough() {
    return firstStep().high().compareTo(longestStep()) <= 0;
  }

  /** alpha_1. */
  public Range firstStep() {
    return Range.of(recursion.stepsize(), 1);
  }
}
