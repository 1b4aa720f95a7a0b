package plumbline.theorems.bottou.fixed;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Status;
import plumbline.theorems.bottou.Assumptions;
import plumbline.theorems.bottou.Setting;

/** The formulas of Theorem 4.6 and of its proof, and the hypotheses that several cards share. */
final class Formulas {
  static final Formula ALPHA = name("alpha");
  static final Formula L = name("L");
  static final Formula M = name("M");
  static final Formula C = name("c");
  static final Formula MU = name("mu");

  /** alpha L M/(2 c mu), the floor of (4.14). */
  static final Formula FLOOR = ALPHA.times(L).times(M).over(number(2).times(C).times(MU));

  /** 1 - alpha c mu. */
  static final Formula RATE = number(1).minus(ALPHA.times(C).times(MU));

  /** 2 mu - alpha L M_G. */
  static final Formula NET = number(2).times(MU).minus(ALPHA.times(L).times(name("M_G")));

  /** 1 - alpha c (2 mu - alpha L M_G), before (4.13) is used. */
  static final Formula SHARPER_RATE = number(1).minus(ALPHA.times(C).times(NET));

  /** alpha L M/(2 c (2 mu - alpha L M_G)). */
  static final Formula SHARPER_FLOOR = ALPHA.times(L).times(M).over(number(2).times(C).times(NET));

  /** alpha^2 L M/2, what the noise adds in one step. */
  static final Formula ADDED = ALPHA.power(2).times(L).times(M).over(2);

  /** k alpha/20 times L M_G/mu_G, the steepest alpha E b^2/E b over the axes of a sweep. */
  static final Formula STEEPEST = Sweep.ALPHA.times(L).times(name("M_G")).over(name("mu_G"));

  /** k alpha/20 times c mu M_G/mu_G^2, the flattest. */
  static final Formula FLATTEST =
      Sweep.ALPHA.times(C).times(MU).times(name("M_G")).over(name("mu_G").power(2));

  private Formulas() {}

  /** floor + rate^(k-1) (Delta - floor). */
  static Bound path(Formula floor, Formula rate) {
    return Bound.of(
        term("neighbourhood", floor),
        term("transient", rate.power(k().minus(1)).times(name("Delta").minus(floor))));
  }

  /** Where every step of the proof but (4.13) loses nothing: one curvature, one scaling. */
  static boolean attains(Setting s) {
    return s.isAttained();
  }

  static Hypothesis<Setting> oneCurvature() {
    return Assumptions.of(
        "L = c and mu = mu_G",
        x ->
            Status.of(
                x.exact("L").equals(x.exact("c")) && x.exact("mu").equals(x.exact("mu_G")),
                "L = %s, c = %s, mu = %s, mu_G = %s"
                    .formatted(show(x, "L"), show(x, "c"), show(x, "mu"), show(x, "mu_G"))));
  }

  /** 0 &lt; alpha &lt; 2 mu/(L M_G). */
  static Hypothesis<Setting> belowThreshold() {
    return Assumptions.of(
        "0 < alpha < 2 mu/(L M_G)",
        x ->
            Status.of(
                x.exact("alpha").signum() > 0
                    && x.exact("alpha").compareTo(Formulas.threshold(x)) < 0,
                "alpha = %s, 2 mu/(L M_G) = %s"
                    .formatted(show(x, "alpha"), Rationals.show(threshold(x)))));
  }

  /** 2 mu/(L M_G). */
  static BigFraction threshold(Constants x) {
    return x.exact("mu").multiply(2).divide(x.exact("L").multiply(x.exact("M_G")));
  }

  /** The same, as a formula. */
  static Formula threshold() {
    return number(2).times(MU).over(L.times(name("M_G")));
  }

  static Hypothesis<Setting> noisy() {
    return Assumptions.of(
        "M > 0: there is a floor",
        x -> Status.of(x.exact("M").signum() > 0, "M = " + show(x, "M")));
  }

  static List<Hypothesis<Setting>> fixedStep() {
    return List.of(
        Assumptions.stronglyConvex(), Assumptions.firstStep("0 < alpha <= mu/(L M_G) (4.13)"));
  }

  static String show(Constants x, String name) {
    return Rationals.show(x.exact(name));
  }
}
