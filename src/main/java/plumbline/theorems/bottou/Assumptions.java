package plumbline.theorems.bottou;

import java.util.function.Function;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.series.Rationals;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Status;

/** The assumptions that the theorems of section 4 share, tested with the instance's numbers. */
final class Assumptions {
  private Assumptions() {}

  /** Assumption 4.1. */
  static Hypothesis<Setting> smooth() {
    return of(
        "grad F is Lipschitz with constant L (Assumption 4.1)",
        x -> Status.of(positive(x.exact("L")), known(x, "L")));
  }

  /** Assumption 4.3(a). */
  static Hypothesis<Setting> boundedBelow() {
    return of(
        "F >= F_inf (Assumption 4.3a)",
        x ->
            Status.of(
                x.exact("Delta").compareTo(BigFraction.ZERO) >= 0,
                known(x, "F_inf") + ", F(w_1) - F_inf = " + show(x, "Delta")));
  }

  /** Assumption 4.3(b). */
  static Hypothesis<Setting> descent() {
    return of(
        "mu_G >= mu > 0: the mean of g is a descent direction (4.7)",
        x ->
            Status.of(
                positive(x.exact("mu")) && x.exact("mu_G").compareTo(x.exact("mu")) >= 0,
                "mu = " + show(x, "mu") + ", mu_G = " + show(x, "mu_G")));
  }

  /** Assumption 4.3(c). */
  static Hypothesis<Setting> noise() {
    return of(
        "V[g] <= M + M_V |grad F|^2 (4.8)",
        x ->
            Status.of(
                x.exact("M").compareTo(BigFraction.ZERO) >= 0
                    && x.exact("M_V").compareTo(BigFraction.ZERO) >= 0,
                "M = " + show(x, "M") + ", M_V = " + show(x, "M_V") + ": " + how(x, "M")));
  }

  /** Assumption 4.5; a problem without c is not strongly convex. */
  static Hypothesis<Setting> stronglyConvex() {
    return of(
        "F is strongly convex, c > 0 (Assumption 4.5)",
        x ->
            x.has("c")
                ? Status.of(positive(x.exact("c")), known(x, "c"))
                : new Status.Refuted("no c > 0 is known: curvature is not bounded from below"));
  }

  /** alpha_1 in (0, mu/(L M_G)], the stepsize not increasing. */
  static Hypothesis<Setting> firstStep(String text) {
    return new Hypothesis<>(
        text,
        s -> {
          BigFraction first = s.firstStep();
          BigFraction limit = s.longestStep();
          boolean inside = positive(first) && first.compareTo(limit) <= 0;
          return Status.of(
              inside,
              "alpha_1 = "
                  + Rationals.show(first)
                  + (inside ? " is inside (0, " : " is outside (0, ")
                  + Rationals.show(limit)
                  + "] = (0, mu/(L M_G)]");
        });
  }

  static Hypothesis<Setting> of(String text, Function<Constants, Status> test) {
    return new Hypothesis<>(text, s -> test.apply(s.constants()));
  }

  static boolean positive(BigFraction x) {
    return x.compareTo(BigFraction.ZERO) > 0;
  }

  static String show(Constants x, String name) {
    return Rationals.show(x.exact(name));
  }

  private static String how(Constants x, String name) {
    return x.constant(name).how();
  }

  private static String known(Constants x, String name) {
    Constant constant = x.constant(name);
    String within = constant.error() > 0 ? " within " + (float) constant.error() : "";
    return name + " = " + show(x, name) + within + ": " + constant.how();
  }
}
