package plumbline.theorems.bottou.fixed;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.oracle.Law;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Trial;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;
import plumbline.theorems.bottou.Assumptions;
import plumbline.theorems.bottou.Setting;
import plumbline.theorems.bottou.Steps;

/**
 * From alpha = 2 mu/(L M_G) on the mean square diverges where L = c: the gap is r^(k-1) Delta +
 * (alpha^2 L M/2)(1 + r + ... + r^(k-2)) with r = 1 - alpha c (2 mu - alpha L M_G) &gt;= 1. A path
 * grows at exponent E ln |1 - alpha b| &lt;= ln(r)/2, which may be negative (003, l. 581).
 */
public final class DivergenceThreshold implements Theorem<Setting> {
  private static final Checkpoints POINTS = Checkpoints.range(1, 24);
  private static final String LOG_COSH = "log cosh";
  private static final Formula RATE = Formulas.SHARPER_RATE;

  /** Exponents of Gaussian paths at s^2 = 3 by alpha h c, as the card prints them. */
  private static final Map<BigFraction, String> PRINTED =
      Map.of(Rationals.of(3, 5), "-0.52442", BigFraction.ONE, "-0.08588");

  @Override
  public Declaration declaration() {
    List<Parameter> parameters = new ArrayList<>(Instances.parameters("S1"));
    parameters.add(Parameter.real("alpha", "\\bar\\alpha", "the stepsize", "0", "4", "1"));
    parameters.add(
        Parameter.choice(
            "curvature", "constant, or F = c ln cosh w and g = grad F", "constant", LOG_COSH));
    return new Declaration(
        "bottou/divergence-threshold",
        parameters,
        List.of(
            preset(SHARP, "S1, at the threshold", "c=2 h=1/3 s2=1 M=4 alpha=3/2 start=3"),
            preset(SHARP, "no factor, no noise", "c=2 M=0 alpha=5/4 start=3"),
            preset(SHARP, "signs, alpha L M_G = 4", "s2=3 M=0 alpha=1 start=2"),
            preset(TYPICAL, "S1, noise", "c=2 h=1/3 s2=1 M=4 alpha=2 start=3"),
            preset(TYPICAL, "Gaussian, alpha L M_G = 2.4", "s2=3 M=0 law=GAUSSIAN alpha=3/5"),
            preset(TYPICAL, "Gaussian, alpha L M_G = 4", "s2=3 M=0 law=GAUSSIAN alpha=1"),
            preset(OUTSIDE, "S1, below the threshold", "c=2 h=1/3 s2=1 M=4 alpha=1 start=3"),
            Preset.of(
                LOG_COSH, OUTSIDE, "M", "0", "alpha", "5/2", "start", "2", "curvature", LOG_COSH)));
  }

  @Override
  public Setting setting(Values values) {
    boolean flat = values.choice("curvature").equals(LOG_COSH);
    Values quiet = flat ? values.with("M", "0").with("s2", "0").with("h", "1") : values;
    Setting s = Setting.of(quiet, Steps.FIXED);
    BigFraction one = flat ? BigFraction.ONE : BigFraction.ZERO;
    return new Setting(s.recursion(), s.steps(), s.schedule().with("flat", one, "declared"));
  }

  @Override
  public Constants constants(Setting setting) {
    return setting.constants();
  }

  @Override
  public List<Hypothesis<Setting>> hypotheses() {
    return Assumptions.and(
        List.of(
            Assumptions.of(
                "the curvature is L everywhere",
                x ->
                    Status.of(
                        !flat(x),
                        flat(x)
                            ? "F'' = L/cosh^2 w is below L but at 0"
                            : "F = c w^2/2 and L = c = " + Formulas.show(x, "c"))),
            Assumptions.of(
                "alpha >= 2 mu/(L M_G)",
                x ->
                    Status.of(
                        x.exact("alpha").compareTo(Formulas.threshold(x)) >= 0,
                        "alpha = %s, 2 mu/(L M_G) = %s"
                            .formatted(
                                Formulas.show(x, "alpha"),
                                Rationals.show(Formulas.threshold(x)))))));
  }

  private static boolean flat(Constants x) {
    return !x.exact("flat").isZero();
  }

  @Override
  public List<Claim> claims(Setting setting) {
    Constants x = setting.constants();
    Trial run = flat(x) ? new LogCosh(setting) : new Gaps(setting);
    Formula start = RATE.power(k().minus(1)).times(name("Delta"));
    Formula earlier = Formula.sumTo(RATE.power(k().minus(1))).minus(RATE.power(k().minus(1)));
    Bound exact =
        Bound.of(Bound.term("start", start), Bound.term("noise", Formulas.ADDED.times(earlier)));
    Bound least =
        Bound.of(
            Bound.term("start", start), Bound.term("noise", Formulas.ADDED.times(k().minus(1))));
    List<Claim> claims = new ArrayList<>();
    claims.add(Claim.equal("the mean square", run, exact, POINTS));
    claims.add(Claim.atLeast("it diverges", run, least, POINTS));
    if (!flat(x) && Paths.known(setting)) {
      paths(setting, claims);
    }
    return claims;
  }

  private static void paths(Setting setting, List<Claim> claims) {
    claims.add(
        Claim.atMost(
            "exponent of a path, at most half that of the mean square",
            new Paths(setting, List.of()),
            Bound.of("half", Formula.ln(RATE).over(2)),
            Checkpoints.of(0)));
    BigFraction product =
        setting.constants().exact("alpha").multiply(setting.constants().exact("c"));
    boolean listed =
        setting.recursion().oracle().multiplicativeLaw() == Law.GAUSSIAN
            && setting.recursion().oracle().multiplicative().equals(new BigFraction(3))
            && setting.constants().exact("mu").equals(BigFraction.ONE);
    if (listed && PRINTED.containsKey(product)) {
      String number = PRINTED.get(product);
      claims.add(
          Claim.atMost(
              "exponent of a path is " + number,
              new Paths(setting, List.of(Rationals.parse(number))),
              Bound.of("half a unit", number("5e-6")),
              Checkpoints.of(0)));
    }
  }

  /** Below the threshold the gap stays below the larger of Delta and its floor. */
  @Override
  public List<Claim> otherwise(Setting setting) {
    Constants x = setting.constants();
    if (flat(x)) {
      Formula reach = Formulas.ALPHA.power(2).times(Formulas.L.power(3)).over(2);
      return List.of(
          Claim.atMost(
              "it stays bounded",
              new LogCosh(setting),
              Bound.of("L max(w_1, alpha L)^2/2", Formula.max(name("Delta"), reach)),
              POINTS));
    }
    if (x.exact("alpha").compareTo(Formulas.threshold(x)) >= 0) {
      return List.of();
    }
    return List.of(
        Claim.atMost(
            "the gap stays bounded",
            new Gaps(setting),
            Bound.of("Delta or floor", Formula.max(name("Delta"), Formulas.SHARPER_FLOOR)),
            POINTS));
  }
}
