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
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Status;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;
import plumbline.theorems.bottou.Assumptions;
import plumbline.theorems.bottou.Setting;
import plumbline.theorems.bottou.Stepped;

/**
 * The halving protocol converges like 1/k: at its j-th change k times the gap is at most (2 ln 3 +
 * (k_1 + j - 1) alpha_j c mu) L M/(c mu)^2, and 2.2562 takes the place of 2 ln 3 = 2.1972 between
 * changes (003, "Diminishing the stepsizes faster").
 */
public final class HalvingRate implements Stepped {
  private static final Checkpoints STAGES = Checkpoints.range(1, Protocol.STAGES);

  /** Above the greatest value of (ln 3 + u)(1 + 3 e^-u)/2, which is 2.25613 at u = 0.3973. */
  private static final Formula BETWEEN = number("2.2562");

  @Override
  public Declaration declaration() {
    List<Parameter> parameters = Protocol.parameters();
    parameters.add(
        Parameter.integer(
            "clock", "\\tau", "halve every so many steps; 0: trigger", "0", "50", "0"));
    return new Declaration(
        "bottou/halving-rate",
        parameters,
        List.of(
            preset(SHARP, "S1, alpha_1 c mu = 1/2", "c=2 h=1/3 s2=1 M=4 alpha=3/4 start=4"),
            preset(SHARP, "LS4", "problem=LS4 alpha=5/17 start=2"),
            preset(TYPICAL, "QD, alpha_1 c mu = 1/10", "problem=QD M=2 alpha=1/10 start=1"),
            preset(
                OUTSIDE, "halved every 2 steps", "c=2 h=1/3 s2=1 M=4 alpha=3/4 start=10 clock=2")));
  }

  @Override
  public Setting setting(Values values, Instances.Sampled sampled) {
    Setting s = Protocol.setting(values, sampled);
    Constants more =
        s.schedule()
            .with("clock", values.get("clock"), "declared")
            .with("k_1", new BigFraction(Reached.first(s)), "when (4.14) reaches the trigger");
    return new Setting(s.recursion(), s.steps(), more);
  }

  @Override
  public List<Hypothesis<Setting>> hypotheses() {
    return Protocol.hypotheses(
        List.of(
            Assumptions.of(
                "the stepsize changes when the trigger is reached",
                x ->
                    Status.of(x.exact("clock").isZero(), "clock = " + Formulas.show(x, "clock")))));
  }

  @Override
  public List<Claim> claims(Setting setting) {
    List<Claim> claims = new ArrayList<>();
    Formula twice = number(2).times(Formula.ln(number(3)));
    Formula stages = k().minus(1);
    claims.add(stage("k times the bound, at the changes", Products.Of.CHANGES, twice, stages));
    claims.add(stage("k times the bound, between changes", Products.Of.BETWEEN, BETWEEN, stages));
    if (Formulas.attains(setting)) {
      // waits of g(y)/(alpha c mu) + 1 steps with y = alpha L M_G/mu, where
      // g(y) = ln((7 - 4 y)/(3 - 2 y))/(2 - y) is convex on [0, 1], from ln(7/3)/2 to ln 3
      Formula limit = Formula.ln(number("7/3"));
      Formula slope = Formulas.L.times(name("M_G")).over(Formulas.C.times(Formulas.MU.power(2)));
      Formula longer = number(1).plus(slope.times(Formula.ln(number(3)).minus(limit.over(2))));
      claims.add(
          stage(
              "k times the gap itself, at the changes",
              Products.Of.ITSELF,
              limit,
              stages.times(longer)));
    }
    return claims;
  }

  /** (constant + (k_1 + more) alpha c mu/2^(k-1)) L M/(c mu)^2 at stage k. */
  private static Claim stage(String name, Products.Of of, Formula constant, Formula more) {
    Formula unit = Formulas.L.times(Formulas.M).over(Formulas.C.times(Formulas.MU).power(2));
    Formula late =
        name("k_1")
            .plus(more)
            .times(Formulas.ALPHA.times(Formulas.C).times(Formulas.MU))
            .over(number(2).power(k().minus(1)));
    Bound bound =
        Bound.of(Bound.term("limit", constant.times(unit)), Bound.term("start", late.times(unit)));
    return Claim.atMost(name, new Products(of), bound, STAGES);
  }

  /**
   * The product of all factors is at least (1 - x)^(2 clock), as 1 - x/d^j &gt;= (1 - x)^(1/d^j)
   * and the 1/d^j add up to 2 at most with a cut d of at least 2.
   */
  @Override
  public List<Claim> otherwise(Setting setting) {
    Constants x = setting.constants();
    boolean byTheClock = x.exact("clock").signum() > 0 && x.get("cut") >= 2;
    if (!byTheClock || !Protocol.contracts(setting)) {
      return List.of();
    }
    Formula stays = Formulas.RATE.power(number(2).times(name("clock"))).times(name("Delta"));
    return List.of(
        Claim.atLeast(
            "by the clock the gap stalls",
            new Products(Products.Of.CLOCKED),
            Bound.of("what is left", stays),
            STAGES));
  }
}
