package plumbline.theorems.bottou.sampling;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;

import java.util.ArrayList;
import java.util.List;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
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

/**
 * The gradient of one example is unbiased for the expected risk R if the example is drawn from P,
 * for the empirical risk R_n if its index is drawn uniformly; a first pass through a sample is SG
 * on R, a second is not.
 *
 * <p>Source: 003, "The generic SG algorithm", the two cases of F.
 */
public final class ObjectiveChoices implements Theorem<Passes> {
  private static final Formula ERROR = name("w_1").minus(name("w_star"));
  private static final Formula KEPT = number(1).minus(name("alpha").times(name("c")));

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/objective-choices",
        List.of(
            Parameter.choice("law", "the law P of an example", "three", "LS4", "targets alone"),
            Parameter.real("alpha", "\\alpha", "the stepsize", "0", "1", "1/10"),
            Parameter.real("start", "w_1", "the start", "-10", "10", "2"),
            Parameter.integer("passes", "", "passes through the sample", "1", "2", "1")),
        List.of(
            Preset.of("three examples, unequal chances", SHARP),
            Preset.of("LS4", TYPICAL, "law", "LS4"),
            Preset.of("targets alone", TYPICAL, "law", "targets alone"),
            Preset.of("second pass", OUTSIDE, "passes", "2"),
            Preset.of("second pass, LS4", OUTSIDE, "passes", "2", "law", "LS4"),
            Preset.of(
                "second pass, targets alone", OUTSIDE, "passes", "2", "law", "targets alone")));
  }

  @Override
  public Passes setting(Values values) {
    Examples population =
        switch (values.choice("law")) {
          case "LS4" -> Examples.uniform(Instances.ls4());
          case "three" ->
              new Examples(
                  Matrix.parse("1; 1; 2"), Vector.parse("1 -1 0"), Vector.parse("1/2 1/4 1/4"));
          default ->
              new Examples(
                  Matrix.parse("1; 1; 1"), Vector.parse("0 1 3"), Vector.parse("1/2 1/4 1/4"));
        };
    return new Passes(
        population, values.get("alpha"), values.get("start"), values.integer("passes"));
  }

  @Override
  public Constants constants(Passes passes) {
    return passes.constants();
  }

  @Override
  public List<Hypothesis<Passes>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "alpha > 0",
            p -> Status.of(p.alpha().signum() > 0, "alpha = " + Rationals.show(p.alpha()))),
        new Hypothesis<>(
            "xi_k has the law P given w_k: no example is used twice",
            p ->
                p.passes() == 1
                    ? Status.certified("independent examples, each used once")
                    : new Status.Refuted("step n + 1 uses the first example again")));
  }

  @Override
  public List<Claim> claims(Passes passes) {
    Formula here = ERROR.plus(k().over(4));
    Bound slope = Bound.of("R'(w)", name("c").times(here));
    Bound mean = Bound.of("E R'(w_k)", name("c").times(KEPT.power(k().minus(1))).times(ERROR));
    return List.of(
        exactly("unbiased for R", new OneExample(passes, OneExample.From.LAW), slope, 0, 8),
        exactly(
            "unbiased for R_n",
            new OneExample(passes, OneExample.From.SAMPLE),
            Bound.of("R_n'(w)", number(1)),
            1,
            8),
        exactly(
            "gradient drawn by step k",
            new DrawnGradient(passes, DrawnGradient.What.GRADIENT),
            mean,
            1,
            most(passes)));
  }

  /**
   * After a pass through n examples w remembers the first: its gradient is off by -alpha (1 - alpha
   * c)^(n-1) Cov(x^2, f'(w_1)). Even where that is 0, the minimizer of R_n looks better than it is.
   */
  @Override
  public List<Claim> otherwise(Passes passes) {
    if (passes.passes() == 1) {
      return List.of();
    }
    List<Claim> claims = new ArrayList<>();
    Formula bias = number(-1).times(name("alpha")).times(KEPT.power(k().minus(1)));
    claims.add(
        exactly(
            "bias of the second pass",
            new DrawnGradient(passes, DrawnGradient.What.EXCESS),
            Bound.of("bias", bias.times(name("kappa"))),
            1,
            most(passes)));
    if (passes.onlyTargets()) {
      Bound gap = Bound.of("variance of y over n", name("sigma2").over(k()));
      claims.add(
          exactly("R - R_n at the minimizer of R_n", new Optimism(passes), gap, 1, most(passes)));
    }
    return claims;
  }

  private static long most(Passes passes) {
    return passes.population().size() > 3 ? 3 : 5;
  }

  private static Claim exactly(String name, Trial trial, Bound bound, long first, long last) {
    Checkpoints points = Checkpoints.range(first, last);
    return Claim.equal(name, trial, bound, points);
  }
}
