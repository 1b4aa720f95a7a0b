package plumbline.theorems.bottou;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Rationals;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Status;
import plumbline.theorem.Values;

/** The stepsizes of Theorem 4.10: beta/max(1, k + gamma)^p, or beta/2^k. */
final class Schedules {
  private static final Formula POWER =
      name("beta").over(Formula.max(number(1), k().plus(name("gamma"))).power(name("p")));
  // squared here and not as (POWER)^2: k^(-1/2) squared is rational, k^(-1/2) is not
  private static final Formula POWER_SQUARED =
      name("beta")
          .power(2)
          .over(Formula.max(number(1), k().plus(name("gamma"))).power(number(2).times(name("p"))));
  private static final Formula GEOMETRIC = name("beta").over(number(2).power(k()));

  private Schedules() {}

  static List<Parameter> parameters() {
    return List.of(
        Parameter.choice("schedule", "beta/max(1, k + gamma)^p, or beta/2^k", "power", "geometric"),
        Parameter.real("beta", "\\beta", "size of the steps", "0.01", "10", "1"),
        Parameter.integer("gamma", "\\gamma", "shift of k (power)", "-1000", "1000", "0"),
        Parameter.real("p", "p", "how fast steps fall (power)", "0", "2", "1"));
  }

  static Setting setting(Values values) {
    Constants schedule = Constants.none().with("beta", values.get("beta"), "declared");
    if (values.choice("schedule").equals("geometric")) {
      return Setting.of(values, GEOMETRIC, schedule);
    }
    return Setting.of(
        values,
        POWER,
        schedule
            .with("gamma", values.get("gamma"), "declared")
            .with("p", values.get("p"), "declared"));
  }

  /** alpha_k^2 over the same names. */
  static Formula squared(Setting setting) {
    return isPower(setting) ? POWER_SQUARED : setting.alpha().power(2);
  }

  static boolean isPower(Setting setting) {
    return setting.schedule().has("p");
  }

  static Hypothesis<Setting> divergentSum() {
    return new Hypothesis<>(
        "the sum of alpha_k diverges",
        s -> {
          if (!isPower(s)) {
            return new Status.Refuted("alpha_k = beta/2^k adds up to beta = " + beta(s));
          }
          BigFraction p = s.schedule().exact("p");
          return Status.of(
              p.compareTo(BigFraction.ONE) <= 0,
              "alpha_k falls like k^-p, p = " + Rationals.show(p) + "; diverges for p <= 1");
        });
  }

  static Hypothesis<Setting> summableSquares() {
    return new Hypothesis<>(
        "the sum of alpha_k^2 is finite",
        s -> {
          if (!isPower(s)) {
            return Status.certified("alpha_k^2 = beta^2/4^k, beta = " + beta(s));
          }
          BigFraction p = s.schedule().exact("p");
          return Status.of(
              p.compareTo(Rationals.of(1, 2)) > 0,
              "alpha_k^2 falls like k^-2p, p = " + Rationals.show(p) + "; finite for p > 1/2");
        });
  }

  /**
   * Whether, among schedules that meet both conditions, this one shows its limit by k = 64: powers
   * from {@code slowest} to 1, beta c mu at least {@code pull}, gamma in [-63, {@code shift}]. On
   * others the theorems hold as well, but a surrogate at finite k would be false.
   */
  static boolean shows(Setting s, String slowest, String pull, long shift) {
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

  private static String beta(Setting s) {
    return Rationals.show(s.schedule().exact("beta"));
  }
}
