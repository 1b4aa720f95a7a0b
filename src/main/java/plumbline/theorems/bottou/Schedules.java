package plumbline.theorems.bottou;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.series.Rationals;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Status;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;

/** The stepsizes of Theorem 4.10: beta/max(1, k + gamma)^p, or beta/2^k. */
public final class Schedules {
  private Schedules() {}

  public static List<Parameter> parameters() {
    return List.of(
        Parameter.choice("schedule", "beta/max(1, k + gamma)^p, or beta/2^k", "power", "geometric"),
        Parameter.real("beta", "\\beta", "size of the steps", "0.01", "10", "1"),
        Parameter.integer("gamma", "\\gamma", "shift of k (power)", "-1000", "1000", "0"),
        Parameter.real("p", "p", "how fast steps fall (power)", "0", "2", "1"));
  }

  /** With the schedule that the values name. */
  public static Setting setting(Values values, Instances.Sampled sampled) {
    return Setting.of(
        values,
        sampled,
        values.choice("schedule").equals("geometric") ? Steps.GEOMETRIC : Steps.POWER);
  }

  public static boolean isPower(Setting setting) {
    return setting.steps() == Steps.POWER;
  }

  /**
   * By comparison: beta/max(1, k + gamma)^p is at least beta (k + |gamma| + 1)^-p, and from k = 2
   * |gamma| + 2 on at most beta (k/2)^-p.
   */
  public static Hypothesis<Setting> divergentSum() {
    return new Hypothesis<>("the sum of alpha_k diverges", s -> sum(s, 1));
  }

  public static Hypothesis<Setting> summableSquares() {
    return new Hypothesis<>("the sum of alpha_k^2 is finite", s -> sum(s, 2));
  }

  /** Whether the sum of alpha_k^power is as it should: infinite for 1, finite for 2. */
  private static Status sum(Setting s, int power) {
    Constants x = s.schedule();
    if (s.steps().fall(x) instanceof Status.Refuted refuted) {
      return new Status.NotRefuted("not certified: steps may grow, " + refuted.witness());
    }
    String square = power == 1 ? "" : "^2";
    return switch (s.steps()) {
      case FIXED -> Status.of(power == 1, "alpha_k" + square + " is the same at every k");
      case HARMONIC -> Status.certified("alpha_k" + square + " falls like k^-" + power);
      case GEOMETRIC ->
          power == 1
              ? new Status.Refuted("alpha_k = beta/2^k adds up to beta = " + beta(x))
              : Status.certified("alpha_k^2 = beta^2/4^k, beta = " + beta(x));
      case POWER -> {
        BigFraction p = x.exact("p");
        yield power == 1
            ? Status.of(
                p.compareTo(BigFraction.ONE) <= 0,
                "alpha_k falls like k^-p, p = " + Rationals.show(p) + "; diverges for p <= 1")
            : Status.of(
                p.compareTo(Rationals.of(1, 2)) > 0,
                "alpha_k^2 falls like k^(-2 p), p = " + Rationals.show(p) + "; finite for p > 1/2");
      }
    };
  }

  /**
   * Whether, among schedules that meet both conditions, this one shows its limit by k = 64: powers
   * from {@code slowest} to 1, beta c mu at least {@code pull}, gamma in [-63, {@code shift}]. On
   * others the theorems hold as well, but a surrogate at finite k would be false.
   */
  public static boolean shows(Setting s, String slowest, String pull, long shift) {
    if (!isPower(s)) {
      return true;
    }
    Constants x = s.constants();
    BigFraction p = x.exact("p");
    if (p.compareTo(Rationals.of(1, 2)) <= 0 || p.compareTo(BigFraction.ONE) > 0) {
      return true; // a condition fails: the surrogate is shown, not counted
    }
    // without c, the curvature at the minima of cosines
    BigFraction c = x.has("c") ? x.exact("c") : BigFraction.ONE;
    BigFraction gamma = x.exact("gamma");
    return p.compareTo(Rationals.parse(slowest)) >= 0
        && x.exact("beta").multiply(c).multiply(x.exact("mu")).compareTo(Rationals.parse(pull)) >= 0
        && gamma.compareTo(new BigFraction(-63)) >= 0
        && gamma.compareTo(Rationals.of(shift, 1)) <= 0;
  }

  /**
   * Whether by k = 64 nothing is left of the start but what rounding would leave: noise, no step
   * too long, a short shift, and c mu times the steps before adding up to 14, which leaves e^-14 of
   * the gap by (4.14) and its square in the mean. A plateau is a plateau then, on any objective.
   */
  public static boolean settles(Setting s) {
    Constants x = s.constants();
    double sum = 0;
    for (long k = 1; k < 64; k++) {
      sum += s.recursion().stepsize().at(k);
    }
    return x.get("M") > 0
        && x.get("gamma") <= 9
        && s.isShortEnough()
        && (x.has("c") ? x.get("c") : 1) * x.get("mu") * sum >= 14;
  }

  private static String beta(Constants x) {
    return Rationals.show(x.exact("beta"));
  }
}
