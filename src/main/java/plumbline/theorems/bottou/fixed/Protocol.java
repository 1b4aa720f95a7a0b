package plumbline.theorems.bottou.fixed;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Status;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;
import plumbline.theorems.bottou.Assumptions;
import plumbline.theorems.bottou.Setting;
import plumbline.theorems.bottou.Steps;

/**
 * The halving protocol as a recursion of numbers: b becomes (1 - alpha c mu) b + alpha^2 L M/2 in
 * every step, and alpha is divided by "cut" when b is at most "trigger" times the floor alpha L
 * M/(2 c mu). The lecture has trigger = cut = 2.
 */
final class Protocol {
  /** Stages compared. */
  static final int STAGES = 8;

  /** Trajectories are of this length at most: 9 stages from alpha c mu = 1/2 take 1200 steps. */
  static final long MOST = 60_000;

  /** Of which recursion the protocol looks at the numbers. */
  enum Gap {
    /** b as in the class's first sentence. */
    BOUND(Formulas.RATE),
    /** The gap itself, on one curvature: the factor is 1 - alpha c (2 mu - alpha L M_G). */
    ITSELF(Formulas.SHARPER_RATE);

    private final Formula rate;

    Gap(Formula rate) {
      this.rate = rate;
    }
  }

  /**
   * One stage, from a change of the stepsize to the next.
   *
   * @param steps how many it has
   * @param last k at its end; w_1 is the start
   * @param gap b_k at its end
   * @param most the greatest k b_k inside, both ends included
   */
  record Stage<T>(long steps, long last, T gap, T most) {}

  private Protocol() {}

  static List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>(Instances.parameters("S1", "QD", "LS4"));
    parameters.add(Parameter.real("alpha", "\\alpha_1", "the first stepsize", "1e-2", "4", "1/2"));
    parameters.add(
        Parameter.real("trigger", "t", "the trigger, in floors of the bound", "1.1", "10", "2"));
    parameters.add(Parameter.real("cut", "d", "by what the stepsize is divided", "1.1", "10", "2"));
    return parameters;
  }

  static Setting setting(Values values, Instances.Sampled sampled) {
    Setting s = Setting.of(values, sampled, Steps.FIXED).closed();
    Constants more =
        s.schedule()
            .with("trigger", values.get("trigger"), "declared")
            .with("cut", values.get("cut"), "declared");
    return new Setting(s.recursion(), s.steps(), more);
  }

  static List<Hypothesis<Setting>> hypotheses(List<Hypothesis<Setting>> more) {
    List<Hypothesis<Setting>> own = new ArrayList<>(Formulas.fixedStep());
    own.add(Formulas.noisy());
    own.add(two("the stepsize is halved", "cut"));
    own.add(two("the trigger is alpha L M/(c mu), two floors", "trigger"));
    own.addAll(more);
    return Assumptions.and(own);
  }

  private static Hypothesis<Setting> two(String text, String name) {
    return Assumptions.of(
        text,
        x ->
            Status.of(
                x.exact(name).equals(new BigFraction(2)), name + " = " + Formulas.show(x, name)));
  }

  /**
   * Whether 0 &lt; alpha c mu &lt; 1: then the bound falls towards its floor without crossing it.
   */
  static boolean contracts(Setting setting) {
    double product = product().at(setting.constants(), 0);
    return product > 0 && product < 1;
  }

  /** alpha c mu after k halvings. */
  static Formula product() {
    return Formulas.ALPHA.times(Formulas.C).times(Formulas.MU).over(number(2).power(k()));
  }

  /** -ln(1 - alpha c mu) after k halvings. */
  static Formula speed() {
    return number(0).minus(Formula.ln(number(1).minus(product())));
  }

  /** x with alpha divided by "cut" j times. */
  static Constants after(Constants x, long j) {
    BigFraction alpha = x.exact("alpha");
    for (long i = 0; i < j; i++) {
      alpha = alpha.divide(x.exact("cut"));
    }
    return x.with("alpha", alpha, "alpha_1 over a power of the cut");
  }

  /** trigger alpha L M/(2 c mu). */
  static BigFraction trigger(Constants x) {
    return Formulas.FLOOR.at(Arithmetic.rationals(), x, 0).multiply(x.exact("trigger"));
  }

  /** Where the recursion rests: the b that a step leaves as it is. */
  static BigFraction rest(Constants x) {
    BigFraction rate = Formulas.RATE.at(Arithmetic.rationals(), x, 0);
    return Formulas.ADDED.at(Arithmetic.rationals(), x, 0).divide(BigFraction.ONE.subtract(rate));
  }

  /** How long the stage after j cuts takes, if it starts where the trigger before it stands. */
  static <T extends FieldElement<T>> long wait(Arithmetic<T> in, Constants x, long j) {
    BigFraction start = trigger(after(x, j - 1));
    return stages(in, after(x, j), in.of(start), Gap.BOUND, 1, 0).get(0).steps();
  }

  /**
   * The first stages.
   *
   * @param clock 0 to cut at the trigger, else to cut after so many steps
   * @throws UnsupportedOperationException in rationals, which grow with every step
   */
  static <T extends FieldElement<T>> List<Stage<T>> stages(
      Arithmetic<T> in, Constants x, T start, Gap of, int count, long clock) {
    if (in.isExact()) {
      throw new UnsupportedOperationException("a trajectory through " + count + " stages");
    }
    List<Stage<T>> stages = new ArrayList<>();
    T b = start;
    long k = 1;
    for (int j = 0; j < count; j++) {
      Constants now = after(x, j);
      T rate = in.of(of.rate.at(Arithmetic.rationals(), now, 0));
      T added = in.of(Formulas.ADDED.at(Arithmetic.rationals(), now, 0));
      T trigger = in.of(trigger(now));
      T most = b.multiply(in.of(k));
      long first = k;
      while (clock > 0 ? k - first < clock : in.compare(b, trigger) > 0) {
        b = rate.multiply(b).add(added);
        k++;
        most = in.max(most, b.multiply(in.of(k)));
        if (k > MOST) {
          throw tooLong(count, x);
        }
      }
      stages.add(new Stage<>(k - first, k, b, most));
    }
    return stages;
  }

  /** What is said of so many stages that take more than MOST steps. */
  static IllegalArgumentException tooLong(int count, Constants x) {
    return new IllegalArgumentException(
        "%d stages from alpha = %s take more than %d steps: set a longer alpha"
            .formatted(count, Formulas.show(x, "alpha"), MOST));
  }
}
