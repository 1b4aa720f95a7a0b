package plumbline.theorems.bottou;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.series.Rationals;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Status;
import plumbline.theorems.Certificates;
import plumbline.theorems.Noise;

/**
 * The assumptions that the theorems of section 4 share. Each is decided from the data of problem
 * and oracle for the numbers that the bounds use; a constant's own word is no certificate.
 */
public final class Assumptions {
  private Assumptions() {}

  /** Assumptions 4.1 and 4.3, which every theorem of section 4 makes, then what it adds. */
  public static List<Hypothesis<Setting>> and(List<Hypothesis<Setting>> more) {
    List<Hypothesis<Setting>> all =
        new ArrayList<>(List.of(smooth(), boundedBelow(), descent(), noise()));
    all.addAll(more);
    return List.copyOf(all);
  }

  /** Assumption 4.1. */
  public static Hypothesis<Setting> smooth() {
    return new Hypothesis<>(
        "grad F is Lipschitz with constant L (Assumption 4.1)",
        s -> said(s, "L", Certificates.smooth(s.recursion().problem(), s.constants().exact("L"))));
  }

  /** Assumption 4.3(a). */
  public static Hypothesis<Setting> boundedBelow() {
    return new Hypothesis<>("F >= F_inf (Assumption 4.3a)", Assumptions::bounded);
  }

  private static Status bounded(Setting s) {
    Constants x = s.constants();
    Status below = Certificates.boundedBelow(s.recursion().problem(), x.exact("F_inf"));
    return said(s, "F_inf", below);
  }

  /** Assumption 4.3(b). */
  public static Hypothesis<Setting> descent() {
    return new Hypothesis<>(
        "mu_G >= mu > 0: the mean of g is a descent direction (4.7)",
        s -> Noise.descent(s.recursion().oracle(), s.constants()));
  }

  /** Assumption 4.3(c). */
  public static Hypothesis<Setting> noise() {
    return new Hypothesis<>(
        "V[g] <= M + M_V |grad F|^2 (4.8)",
        s -> Noise.variance(s.recursion().problem(), s.recursion().oracle(), s.constants()));
  }

  /** Assumption 4.5; a problem without c is not strongly convex. */
  public static Hypothesis<Setting> stronglyConvex() {
    return new Hypothesis<>(
        "F is strongly convex, c > 0 (Assumption 4.5)",
        s -> {
          boolean named = s.constants().has("c");
          Status status =
              Certificates.stronglyConvex(
                  s.recursion().problem(), named ? s.constants().exact("c") : BigFraction.ZERO);
          return named ? said(s, "c", status) : status;
        });
  }

  /**
   * 0 &lt; alpha_k &lt;= mu/(L M_G) at every k: at k = 1, and the stepsize does not increase. The
   * errors of all constants count against it; where they decide, nothing is said.
   */
  public static Hypothesis<Setting> firstStep(String text) {
    return new Hypothesis<>(text, Assumptions::firstStep);
  }

  private static Status firstStep(Setting s) {
    if (s.steps().fall(s.schedule()) instanceof Status.Refuted refuted) {
      return refuted;
    }
    Constants x = s.constants();
    Range slope = range(x, "L").times(range(x, "M_G"));
    if (!slope.isPositive()) {
      return new Status.NotRefuted("not certified: L M_G is not above 0");
    }
    Range limit = range(x, "mu").over(slope);
    Range first = s.firstStep();
    String bracket = "(0, " + limit.show() + "] = (0, mu/(L M_G)]";
    return compared("alpha_1 = " + first.show(), bracket, first, limit);
  }

  private static Status compared(String what, String bracket, Range first, Range limit) {
    if (first.isPositive() && first.high().compareTo(limit.low()) <= 0) {
      return Status.certified(what + " is inside " + bracket);
    }
    return first.low().compareTo(limit.high()) > 0 || first.high().signum() <= 0
        ? new Status.Refuted(what + " is outside " + bracket)
        : new Status.NotRefuted(what + " is within the errors of the end of " + bracket);
  }

  public static Hypothesis<Setting> of(String text, Function<Constants, Status> test) {
    return new Hypothesis<>(text, s -> test.apply(s.constants()));
  }

  public static Range range(Constants x, String name) {
    return Range.of(x.constant(name));
  }

  /** The status with the constant that it is about in front of its reason. */
  private static Status said(Setting s, String name, Status status) {
    Constant constant = s.constants().constant(name);
    String within = constant.error() > 0 ? " within " + (float) constant.error() : "";
    String number = name + " = " + Rationals.show(constant.exact()) + within + ": ";
    if (status instanceof Status.Certified certified) {
      return Status.certified(number + certified.by());
    }
    return status instanceof Status.Refuted refuted
        ? new Status.Refuted(number + refuted.witness())
        : new Status.NotRefuted(number + ((Status.NotRefuted) status).search());
  }
}
