package plumbline.theorems.bottou.diminishing;

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
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Relation;
import plumbline.theorem.Status;
import plumbline.theorem.Trial;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;
import plumbline.theorems.bottou.Assumptions;
import plumbline.theorems.bottou.Setting;
import plumbline.theorems.bottou.Stepped;
import plumbline.theorems.bottou.Steps;

/**
 * The induction of Theorem 4.7 by its steps: e_{k+1} &lt;= (1 - alpha_k c mu) e_k + alpha_k^2 L
 * M/2, and what that makes of nu/(gamma + k) is at most nu/(gamma + k + 1).
 *
 * <p>Source: 003, (4.21) and the display after it.
 */
public final class Eq421Induction implements Stepped {
  private static final Formula BETA = name("beta");
  private static final Formula GAMMA = name("gamma");
  private static final Formula STEP = BETA.over(GAMMA.plus(k()));
  private static final Formula PULL = BETA.times(name("c")).times(name("mu"));
  private static final Formula NOISE = name("L").times(name("M")).over(2);
  private static final Formula NU =
      Formula.max(
          BETA.power(2).times(NOISE).over(PULL.minus(1)), GAMMA.plus(1).times(name("Delta")));
  private static final Formula EARNED = PULL.minus(1).times(NU);
  private static final Checkpoints NEAR = Checkpoints.of(1, 2, 3, 4, 6, 8, 16, 32, 64, 128);
  private static final Checkpoints FAR =
      Checkpoints.of(1, 2, 3, 4, 6, 8, 16, 32, 64, 128, 256, 1024, 4096, 16384, 65536);

  @Override
  public Declaration declaration() {
    List<Parameter> parameters =
        new ArrayList<>(Instances.parameters("S1", "QD", "rotated", "LS4"));
    parameters.add(
        Parameter.real("beta", "\\beta", "alpha_k = beta/(gamma + k)", "0.01", "100", "2"));
    parameters.add(Parameter.real("gamma", "\\gamma", "its shift", "0.01", "1000", "1"));
    return new Declaration(
        "bottou/eq421-induction",
        parameters,
        List.of(
            preset(SHARP, "S1, first step as long as allowed", "c=3 h=1/2 s2=1 M=3 beta=3 gamma=8"),
            preset(SHARP, "Q1 from the minimum", "c=2 beta=8 gamma=15 start=0"),
            preset(TYPICAL, "Q1, a shorter first step", "c=2 M=3 beta=2 gamma=9"),
            preset(TYPICAL, "QD", "problem=QD c=2 M=2 beta=2 gamma=19 start=3"),
            preset(TYPICAL, "LS4", "problem=LS4 beta=6/5 gamma=77/25 start=2"),
            preset(OUTSIDE, "beta c mu = 1/5", "beta=1/5 start=2"),
            preset(OUTSIDE, "alpha_1 = 3", "beta=4 gamma=1/3 start=4")));
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
            Assumptions.of(
                "beta c mu > 1 (4.18)",
                x ->
                    Status.of(
                        pull(x).compareTo(BigFraction.ONE) > 0,
                        "beta c mu = " + Rationals.show(pull(x)))),
            Assumptions.firstStep("gamma > 0 and alpha_1 <= mu/(L M_G) (4.18)")));
  }

  private static BigFraction pull(Constants x) {
    return x.exact("beta").multiply(x.exact("c")).multiply(x.exact("mu"));
  }

  @Override
  public List<Claim> claims(Setting setting) {
    Constants x = setting.constants();
    List<Claim> claims = new ArrayList<>();
    if (ClosedMoments.close(setting.recursion())) {
      Formula kept = number(1).minus(STEP.times(name("c")).times(name("mu")));
      claims.add(step("(4.21)", Relation.AT_MOST, setting, kept, NEAR));
      boolean tight = setting.atLongestStep() || x.exact("Delta").isZero();
      if (setting.isAttained() && tight) {
        claims.add(step("(4.21), attained", Relation.EQUAL, setting, kept, Checkpoints.of(1)));
      }
    }
    if (!pull(x).equals(BigFraction.ONE)) {
      Trial next = new Induction(Induction.Left.NEXT_GAP);
      Formula hat = GAMMA.plus(k());
      Bound.Term target = term("nu/(gamma + k + 1)", NU.over(hat.plus(1)));
      claims.add(Claim.atMost("induction step", next, Bound.of(target), FAR));
      claims.add(
          Claim.equal(
              "induction step, with what it gives away",
              next,
              Bound.of(
                  target,
                  term("given away by the last step", less(target.formula().over(hat.power(2)))),
                  term(
                      "the pair",
                      less(EARNED.minus(BETA.power(2).times(NOISE)).over(hat.power(2))))),
              FAR));
      claims.add(pair("the pair is not positive", Relation.AT_MOST));
      if (noiseDecides(x)) {
        claims.add(pair("the pair is zero", Relation.EQUAL));
      }
    }
    return claims;
  }

  private static Formula less(Formula part) {
    return number(-1).times(part);
  }

  /** Whether the first of the two numbers is nu. */
  private static boolean noiseDecides(Constants x) {
    BigFraction beta = x.exact("beta");
    BigFraction noise = beta.multiply(beta).multiply(x.exact("L")).multiply(x.exact("M")).divide(2);
    BigFraction start = x.exact("gamma").add(1).multiply(x.exact("Delta"));
    BigFraction margin = pull(x).subtract(BigFraction.ONE);
    return margin.signum() > 0 && noise.compareTo(margin.multiply(start)) >= 0;
  }

  private static Claim step(
      String name, Relation relation, Setting setting, Formula kept, Checkpoints points) {
    Bound bound = Bound.of(term(OneStep.KEPT, kept), term("noise", STEP.power(2).times(NOISE)));
    return new Claim.Exactly(name, relation, new OneStep(setting.recursion()), bound, points);
  }

  /** beta^2 L M/2 against (beta c mu - 1) nu. */
  private static Claim pair(String name, Relation relation) {
    Bound bound = Bound.of("(beta c mu - 1) nu", EARNED);
    return new Claim.Exactly(
        name, relation, new Induction(Induction.Left.NOISE), bound, Checkpoints.of(1));
  }

  /**
   * With beta c mu &lt; 1 the pair is positive; and however long the steps, in one curvature
   * e_{k+1} = (1 - alpha_k c (2 mu - alpha_k L M_G)) e_k + alpha_k^2 L M/2.
   */
  @Override
  public List<Claim> otherwise(Setting setting) {
    Constants x = setting.constants();
    List<Claim> claims = new ArrayList<>();
    if (pull(x).compareTo(BigFraction.ONE) < 0) {
      claims.add(pair("the pair is positive", Relation.AT_LEAST));
    }
    if (setting.isAttained()) {
      Formula net = number(2).times(name("mu")).minus(STEP.times(name("L")).times(name("M_G")));
      Formula kept = number(1).minus(STEP.times(name("c")).times(net));
      claims.add(step("one step in one curvature", Relation.EQUAL, setting, kept, NEAR));
    }
    return claims;
  }
}
