package plumbline.theorems.bottou;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.exact.ClosedMoments;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.quantity.Quantity;
import plumbline.recursion.Reading;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Relation;
import plumbline.theorem.Status;
import plumbline.theorem.Values;
import plumbline.theorems.Contracts;
import plumbline.theorems.Instances;

/**
 * Theorem 4.7: with alpha_k = beta/(gamma + k), beta &gt; 1/(c mu), alpha_1 &lt;= mu/(L M_G) on a
 * strongly convex objective, E[F(w_k) - F_*] &lt;= nu/(gamma + k).
 *
 * <p>nu = max(beta^2 L M/(2 (beta c mu - 1)), (gamma + 1) Delta). Attained at k = 1 where the
 * second is larger, and at k = 2 but for the factor 1 - 1/(gamma + 1)^2 where L = c and alpha_1 is
 * the longest. Source: 003, (4.18) to (4.20).
 */
public final class Thm47Diminishing implements Stepped {
  private static final Formula BETA = name("beta");
  private static final Formula GAMMA = name("gamma");
  private static final Formula STEP = BETA.over(GAMMA.plus(k()));
  private static final Formula NOISE =
      BETA.power(2)
          .times(name("L"))
          .times(name("M"))
          .over(number(2).times(BETA.times(name("c")).times(name("mu")).minus(1)));
  private static final Formula NU = Formula.max(NOISE, GAMMA.plus(1).times(name("Delta")));
  private static final long FIRST = 4096;
  private static final long LAST = 65536;

  @Override
  public Declaration declaration() {
    List<Parameter> parameters =
        new ArrayList<>(Instances.parameters("S1", "QD", "rotated", "LS4", "LS", "LOG"));
    parameters.add(
        Parameter.real("beta", "\\beta", "alpha_k = beta/(gamma + k)", "0.01", "100", "2"));
    parameters.add(Parameter.real("gamma", "\\gamma", "its shift", "0.01", "1000", "1"));
    return new Declaration("bottou/thm47-diminishing", parameters, presets());
  }

  private static List<Preset> presets() {
    return List.of(
        preset(SHARP, "Q1 from the minimum", "beta=10 gamma=9 start=0"),
        preset(SHARP, "Q1, both arguments of nu equal", "s2=1 M=7 beta=8 gamma=15 start=2"),
        preset(SHARP, "Q1 from far away", "start=3"),
        preset(TYPICAL, "Q1, beta = 2", "M=2 start=2"),
        preset(TYPICAL, "Q1, Student with 8 degrees", "law=STUDENT8 start=1"),
        preset(TYPICAL, "Q1, Student with 4 degrees", "law=STUDENT4 start=1"),
        preset(TYPICAL, "QD, Gaussian", "problem=QD M=2 law=GAUSSIAN gamma=19 start=3"),
        preset(
            TYPICAL, "rotated, noise on a sphere", "problem=rotated law=SPHERE gamma=19 start=3"),
        preset(TYPICAL, "LS4", "problem=LS4 beta=4/5 gamma=43/25 start=2"),
        preset(TYPICAL, "LOG", "problem=LOG beta=20 gamma=3.767 start=3"),
        preset(OUTSIDE, "Q1, beta too small", "beta=1/5 start=2"),
        preset(OUTSIDE, "Q1, alpha_1 = 3", "beta=4 gamma=1/3 start=4"),
        preset(OUTSIDE, "Q1, M_V forgotten in alpha_1", "s2=1 start=3"));
  }

  @Override
  public Setting setting(Values values, Instances.Sampled sampled) {
    return Setting.of(values, sampled, Steps.HARMONIC);
  }

  @Override
  public List<Hypothesis<Setting>> hypotheses() {
    return Assumptions.and(
        List.of(
            Assumptions.stronglyConvex(),
            Assumptions.of("beta > 1/(c mu) (4.18)", Thm47Diminishing::longEnough),
            Assumptions.firstStep("gamma > 0 and alpha_1 <= mu/(L M_G) (4.18)")));
  }

  private static Status longEnough(Constants x) {
    Range pull = Assumptions.range(x, "c").times(Assumptions.range(x, "mu"));
    String numbers = "beta = " + Rationals.show(x.exact("beta")) + ", c mu = " + pull.show();
    BigFraction one = BigFraction.ONE;
    if (x.exact("beta").multiply(pull.low()).compareTo(one) > 0) {
      return Status.certified(numbers);
    }
    return x.exact("beta").multiply(pull.high()).compareTo(one) <= 0
        ? new Status.Refuted(numbers)
        : new Status.NotRefuted(numbers + ": within the error of c");
  }

  @Override
  public List<Claim> claims(Setting setting) {
    Constants x = setting.constants();
    if (x.exact("beta").multiply(x.exact("c")).multiply(x.exact("mu")).equals(BigFraction.ONE)) {
      return List.of(); // nu divides by zero
    }
    Bound bound = Bound.of(term("nu/(gamma + k)", NU.over(GAMMA.plus(k()))));
    boolean sharp = setting.atLongestStep() && x.exact("L").equals(x.exact("c"));
    List<Claim> claims = new ArrayList<>();
    claims.add(
        mean("(4.19)", Checkpoints.of(1, 2, 3, 4, 6, 8, 16, 64, 256, 1024), setting, bound, sharp));
    if (ClosedMoments.close(setting.recursion())) {
      Checkpoints far = Checkpoints.of(2048, FIRST, 16384, LAST);
      claims.add(mean("(4.19), far", far, setting, bound, sharp));
      claims.addAll(slope("rate 1/k", setting, bound, Relation.AT_MOST, number(-1), sharp));
    }
    return claims;
  }

  private static Claim mean(
      String name, Checkpoints checkpoints, Setting setting, Bound bound, boolean sharp) {
    Reading gap = Reading.at(setting.recursion(), Quantity.GAP, checkpoints);
    return new Claim.Mean(
        name,
        gap,
        Relation.AT_MOST,
        bound,
        Contracts.effort(sharp, Contracts.of(gap, bound, setting.constants())));
  }

  /** The exponent over the last decades; the bound alone cannot tell k^-1 from k^-1.1. */
  private static List<Claim> slope(
      String name,
      Setting setting,
      Bound bound,
      Relation relation,
      Formula exponent,
      boolean sharp) {
    Constants x = setting.constants();
    double early = bound.at(x, FIRST);
    double late = bound.at(x, LAST);
    double gamma = x.get("gamma");
    // with a long shift the exponent is not yet there at k = 4096
    if (!(late > 0) || gamma > 100) {
      return List.of();
    }
    Claim.Pair pair =
        new Claim.Pair(
            "k = 4096 to 65536",
            Reading.at(setting.recursion(), Quantity.GAP, Checkpoints.of(FIRST)),
            early,
            Reading.at(setting.recursion(), Quantity.GAP, Checkpoints.of(LAST)),
            late,
            Math.log((gamma + LAST) / (gamma + FIRST)));
    Reading both = Reading.at(setting.recursion(), Quantity.GAP, Checkpoints.of(FIRST, LAST));
    return List.of(
        new Claim.Slope(
            name,
            List.of(pair),
            relation,
            exponent,
            0.05,
            Contracts.effort(sharp, Contracts.of(both, bound, x))));
  }

  /**
   * On S1, the first step leads exactly to (1 - alpha_1 c (2 mu - alpha_1 L M_G)) Delta + alpha_1^2
   * L M/2, however long; and with 2 beta c mu &lt; 1 the start is forgotten only like k^(-2 beta c
   * mu).
   */
  @Override
  public List<Claim> otherwise(Setting setting) {
    Constants x = setting.constants();
    if (!setting.isAttained()) {
      return List.of();
    }
    Formula first = BETA.over(GAMMA.plus(1));
    Formula net = number(2).times(name("mu")).minus(first.times(name("L")).times(name("M_G")));
    Bound second =
        Bound.of(
            term(
                "what is left",
                number(1).minus(first.times(name("c")).times(net)).times(name("Delta"))),
            term("noise", first.power(2).times(name("L")).times(name("M")).over(2)));
    Reading gap = Reading.at(setting.recursion(), Quantity.GAP, Checkpoints.of(2));
    List<Claim> claims = new ArrayList<>();
    claims.add(
        new Claim.Mean(
            "gap after the first step",
            gap,
            Relation.EQUAL,
            second,
            Contracts.effort(false, Contracts.of(gap, second, x))));
    if (2 * x.get("beta") * x.get("c") * x.get("mu") < 1 && x.get("Delta") > 0) {
      Formula exponent = number(-2).times(BETA).times(name("c")).times(name("mu"));
      Bound scale = Bound.of("start", name("Delta"));
      claims.addAll(slope("slower than 1/k", setting, scale, Relation.AT_LEAST, exponent, false));
    }
    return claims;
  }
}
