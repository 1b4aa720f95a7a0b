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
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.method.Method;
import plumbline.oracle.Oracle;
import plumbline.problem.LeastSquares;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;
import plumbline.theorems.bottou.Assumptions;
import plumbline.theorems.bottou.Setting;
import plumbline.theorems.bottou.Steps;

/**
 * Theorem 4.6 with M = 0 is linear convergence, E[F(w_k) - F_*] &lt;= (1 - alpha c mu)^(k-1) Delta,
 * also where M_V &gt; 0; with M &gt; 0 a quadratic stalls at alpha M/(4 mu_G) or above (003, l.
 * 305-308).
 */
public final class NoiselessLinear implements Theorem<Setting> {
  private static final Checkpoints POINTS = Checkpoints.range(1, 32);
  private static final String LINE = "line through 4 points";
  private static final String PLANE = "plane through 4 points";

  @Override
  public Declaration declaration() {
    List<Parameter> parameters =
        new ArrayList<>(Instances.parameters("S1", "QD", "rotated", "LS4", LINE, PLANE));
    parameters.add(Parameter.real("alpha", "\\bar\\alpha", "the stepsize", "0", "4", "1"));
    return new Declaration(
        "bottou/noiseless-linear",
        parameters,
        List.of(
            preset(SHARP, "S1, noise that vanishes", "c=2 h=1/3 s2=1 M=0 alpha=3/4 start=3"),
            Preset.of(LINE, SHARP, "problem", LINE, "alpha", "5/17", "start", "3"),
            Preset.of(PLANE, TYPICAL, "problem", PLANE, "alpha", "1/10", "start", "3"),
            preset(TYPICAL, "QD, M_V = 1", "problem=QD s2=1 M=0 alpha=1/20 start=3"),
            preset(TYPICAL, "QB, H = diag(1/2, 1)", "problem=QD h=1/2 s2=1 M=0 alpha=1/40 start=3"),
            preset(OUTSIDE, "Q1, little noise", "M=1/100 alpha=1/4 start=2"),
            preset(OUTSIDE, "LS4: no line fits", "problem=LS4 alpha=5/17 start=2"),
            preset(OUTSIDE, "QD with noise", "problem=QD M=2 alpha=1/20 start=1"),
            preset(OUTSIDE, "M_V too large for the step", "s2=3 M=0 alpha=3/5 start=2")));
  }

  @Override
  public Setting setting(Values values) {
    String problem = values.choice("problem");
    if (problem.equals(LINE)) {
      return drawn(values, LeastSquares.of(Matrix.parse("1; 1; 2; 2"), Vector.parse("1 1 2 2")));
    }
    if (problem.equals(PLANE)) {
      Matrix inputs = Matrix.parse("2 1; 2 -1; 1 1; 1 -1");
      return drawn(values, LeastSquares.of(inputs, Vector.parse("1 3 0 2")));
    }
    return Setting.of(values, Steps.FIXED);
  }

  /** Indices drawn from a sum that is interpolated. */
  private static Setting drawn(Values values, LeastSquares sum) {
    int d = sum.dimension();
    Recursion recursion =
        new Recursion(
            sum,
            Oracle.indices(d, values.integer("batch")),
            Method.stochasticGradient(),
            Stepsize.fixed(values.get("alpha")),
            new Start.At(Vector.constant(d, values.get("start"))));
    return new Setting(recursion, Steps.FIXED, Steps.FIXED.constants(values));
  }

  @Override
  public Constants constants(Setting setting) {
    return setting.constants();
  }

  @Override
  public List<Hypothesis<Setting>> hypotheses() {
    List<Hypothesis<Setting>> own = new ArrayList<>(Formulas.fixedStep());
    own.add(
        Assumptions.of(
            "M = 0: without gradient there is no noise",
            x -> Status.of(x.exact("M").isZero(), "M = " + Formulas.show(x, "M"))));
    return Assumptions.and(own);
  }

  @Override
  public List<Claim> claims(Setting setting) {
    Bound linear = Bound.of("start", Formulas.RATE.power(k().minus(1)).times(name("Delta")));
    return List.of(Claim.atMost("linear convergence", new Gaps(setting), linear, POINTS));
  }

  /**
   * On a quadratic, coordinate i of w - w_* has a second moment of at least s (1 - (1 - alpha
   * lambda_i h_i)^(2 k - 2)) with s = alpha sigma_i^2/(lambda_i h_i (2 - alpha lambda_i h_i)), and
   * 0 &lt;= 1 - alpha lambda_i h_i &lt;= 1 - alpha c mu by (4.13).
   */
  @Override
  public List<Claim> otherwise(Setting setting) {
    Gaps gaps = new Gaps(setting);
    boolean noise = setting.constants().exact("M").signum() > 0;
    if (noise && setting.firstStep().high().compareTo(setting.longestStep()) <= 0) {
      Formula left = Formulas.ALPHA.times(Formulas.M).over(number(4).times(name("mu_G")));
      Formula passed = number(1).minus(Formulas.RATE.power(number(2).times(k().minus(1))));
      return List.of(
          Claim.atLeast(
              "the noise prevents further progress",
              gaps,
              Bound.of("floor", left.times(passed)),
              POINTS));
    }
    if (!noise && Formulas.attains(setting)) {
      Formula power = Formulas.SHARPER_RATE.power(k().minus(1));
      return List.of(
          Claim.equal(
              "the gap itself", gaps, Bound.of("start", power.times(name("Delta"))), POINTS));
    }
    return List.of();
  }
}
