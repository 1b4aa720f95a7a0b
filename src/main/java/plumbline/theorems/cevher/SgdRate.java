package plumbline.theorems.cevher;

import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.method.Method;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.Cosine;
import plumbline.problem.Problem;
import plumbline.problem.Quadratic;
import plumbline.quantity.Quantity;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Effort;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Need;
import plumbline.theorem.Parameter;
import plumbline.theorem.Relation;
import plumbline.theorem.Status;
import plumbline.theorem.Tail;
import plumbline.theorem.Values;
import plumbline.theorems.Certificates;
import plumbline.theorems.Noise;

/**
 * What the corrected rate of stochastic gradient and its two misprints share: parameters, settings,
 * hypotheses, and the claims that are true.
 */
final class SgdRate {
  static final String SLOW = "1/(L N^(1/4))";
  private static final String PROPER = "1/(L sqrt(N))";
  static final String COSINE = "cosine";
  // a run sixteen times as long is simulated for the slope; beyond this it costs too much
  private static final long LONGEST = 1 << 12;

  private static final String FOURTH_MOMENTS =
      "the fourth moments of the scalar recursion and its covariances rho^(2(t-s)) Var theta_s^2";
  private static final Tail QUADRATIC =
      new Tail.Inherited(2, "a mean of non-negative quadratics in independent +-1, each CV^2 <= 2");

  private SgdRate() {}

  static List<Parameter> parameters() {
    return List.of(
        Parameter.choice("problem", "L theta^2/2, or cos x + y^2/2", "quadratic", COSINE),
        Parameter.integer("N", "N", "number of steps", "1", "1000000", "64"),
        Parameter.real("L", "L", "smoothness (quadratic only)", "1/1000", "1000", "1"),
        Parameter.real("sigma2", "\\sigma^2", "total variance of the noise", "0", "100", "1"),
        Parameter.real("start", "\\theta_0", "start; (start, 1) on the cosine", "-10", "10", "1"),
        Parameter.choice("step", "the stepsize", PROPER, SLOW));
  }

  static SgdRun setting(Values values) {
    long steps = values.get("N").longValue();
    return run(values, steps, 16 * steps <= LONGEST);
  }

  private static SgdRun run(Values values, long steps, boolean hasLonger) {
    int root = values.choice("step").equals(PROPER) ? 2 : 4;
    boolean cosine = values.choice("problem").equals(COSINE);
    BigFraction at = values.get("start");
    Problem problem =
        cosine ? new Cosine(1, 1) : Quadratic.diagonal(new Vector(List.of(values.get("L"))));
    Vector start = new Vector(cosine ? List.of(at, BigFraction.ONE) : List.of(at));
    int d = problem.dimension();
    Vector variances = Vector.constant(d, values.get("sigma2").divide(d));
    BigFraction l = problem.constants().exact("L");
    return new SgdRun(
        new Recursion(
            problem,
            Oracle.additive(variances, Law.RADEMACHER),
            Method.stochasticGradient(),
            stepsize(l, steps, root),
            new Start.At(start)),
        steps,
        root,
        cosine ? cosineGap(at) : quadraticGap(l, at),
        hasLonger ? Optional.of(run(values, 16 * steps, false)) : Optional.empty());
  }

  /** 1/(L N^(1/root)): a rational where N is a square (a fourth power), and then exact. */
  private static Stepsize stepsize(BigFraction l, long steps, int root) {
    Formula power = Formula.sqrt(Formula.number(steps));
    if (root == 4) {
      power = Formula.sqrt(power);
    }
    return new Stepsize(Formula.number(1).over(Formula.number(l).times(power)));
  }

  private static Constant quadraticGap(BigFraction l, BigFraction start) {
    return Constant.exactly(l.multiply(start).multiply(start).divide(2), "L theta_0^2/2");
  }

  /** cos x + 1/2 + 1; the cosine errs by 1 ulp, and each sum by half an ulp of at most 5/2. */
  private static Constant cosineGap(BigFraction x) {
    return Constant.within(
        StrictMath.cos(x.doubleValue()) + 1.5, 1e-15, "cos x + y^2/2 + 1 at the start, in doubles");
  }

  static List<Hypothesis<SgdRun>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "the loss is bounded below (assumption 1)",
            r -> Certificates.boundedBelow(problem(r), problem(r).constants().exact("F_inf"))),
        new Hypothesis<>(
            "the gradient is L-Lipschitz (5)",
            r -> Certificates.smooth(problem(r), r.constants().exact("L"))),
        new Hypothesis<>("E ghat = g (6)", r -> Noise.unbiased(r.recursion().oracle())),
        new Hypothesis<>(
            "E |ghat - g|^2 <= sigma^2 (7)",
            r -> Noise.variance(problem(r), r.recursion().oracle(), additive(r))),
        new Hypothesis<>("gamma = 1/(L sqrt(N))", SgdRate::step));
  }

  private static Problem problem(SgdRun run) {
    return run.recursion().problem();
  }

  /** (7) is (4.8) of Bottou with M = sigma^2 and M_V = 0. */
  private static Constants additive(SgdRun run) {
    return Constants.none()
        .with("mu_G", BigFraction.ONE, "unbiased")
        .with("M", run.constants().constant("sigma2"))
        .with("M_V", BigFraction.ZERO, "no part of the variance grows")
        .with("M_G", BigFraction.ONE, "M_V + mu_G^2");
  }

  /** Of the stepsize that runs, at its first and last step: L gamma sqrt(N) = 1 to 30 digits. */
  private static Status step(SgdRun run) {
    Arithmetic<Dfp> in = Arithmetic.digits(40);
    Dfp scale = in.sqrt(in.of(run.steps())).multiply(in.of(run.constants().exact("L")));
    Stepsize stepsize = run.recursion().stepsize();
    for (long k : new long[] {1, run.steps()}) {
      Dfp product = scale.multiply(stepsize.at(in, k));
      if (in.abs(product.subtract(in.of(1))).getReal() > 1e-30) {
        return new Status.Refuted(
            "gamma L sqrt(N) = " + (float) product.getReal() + " at step " + k);
      }
    }
    return stepsize.formula().equals(stepsize.formula().map(SgdRate::atOne))
        ? Status.certified("gamma L sqrt(N) = 1 to 30 digits, the same at every step")
        : new Status.NotRefuted("gamma changes between the first step and the last");
  }

  /** 1 in place of the iteration. */
  private static Formula atOne(Formula part) {
    return part.equals(Formula.k()) ? Formula.number(1) : part;
  }

  /** E mean |g_t|^2 &lt;= (2 L Delta + sigma^2)/sqrt(N): (11) and (12) with (10) an inequality. */
  static Claim corrected(SgdRun run) {
    Formula root = Formula.sqrt(Formula.name("N"));
    return mean(
        "(13) corrected",
        run.average(Quantity.GRADIENT_NORM_SQUARED),
        Bound.of(
            Bound.term("start", descent().over(root)),
            Bound.term("noise", Formula.name("sigma2").over(root))),
        run);
  }

  static Formula descent() {
    return Formula.number(2).times(Formula.name("L")).times(Formula.name("Delta"));
  }

  static Claim mean(String name, Reading reading, Bound bound, SgdRun run) {
    return new Claim.Mean(name, reading, Relation.AT_MOST, bound, effort(run, reading, bound));
  }

  /**
   * On the quadratic the sharper form is nearly attained; on the cosine R is bounded by 12 only.
   */
  static double resolution(SgdRun run) {
    return run.recursion().problem() instanceof Quadratic ? 0.02 : 0.05;
  }

  static Effort effort(SgdRun run, Reading reading, Bound bound) {
    return new Effort(0.05, Long.MAX_VALUE, tail(run, reading, bound), Need.MUST_DECIDE);
  }

  /**
   * ln(E Y/E X)/ln 16 &lt;= p + 0.05 between N and 16 N steps. The exact slope of the sharper form
   * is ln((2 sqrt(N) - 1)/(8 sqrt(N) - 1))/ln 16, which lies below -1/2 and tends to it.
   */
  static Claim slope(
      String name, Quantity quantity, SgdRun run, Relation relation, Formula exponent) {
    SgdRun longer = run.longer().orElseThrow();
    Reading x = run.average(quantity);
    Reading y = longer.average(quantity);
    Claim.Pair pair =
        new Claim.Pair(
            "N = " + run.steps() + " to " + longer.steps(),
            x,
            size(run, quantity),
            y,
            size(longer, quantity),
            StrictMath.log((double) longer.steps() / run.steps()));
    Tail tail =
        quantity == Quantity.GRADIENT_NORM_SQUARED
            ? new Tail.ClosedForm(
                k -> AverageVariation.squared(k == run.steps() ? run : longer), FOURTH_MOMENTS)
            : QUADRATIC;
    return new Claim.Slope(
        name,
        List.of(pair),
        relation,
        exponent,
        0.05,
        new Effort(0.05, Long.MAX_VALUE, tail, Need.MUST_DECIDE));
  }

  /**
   * Whether the slope is known in advance. On the quadratic the average is (2 L Delta + sigma^2)
   * f_N /(2 sqrt(N) - 1), and from N = 16 on f_N is in [6/7, 1]: the slope is at most -0.48. With
   * the longer step it is known from the minimum, N = 256: -0.272.
   */
  static boolean hasSlope(SgdRun run) {
    boolean known = run.root() == 2 ? run.steps() >= 16 : run.steps() >= 256 && isZero(run.gap());
    return known
        && run.recursion().problem() instanceof Quadratic
        && run.longer().isPresent()
        && !run.recursion().oracle().totalVariance().isZero();
  }

  private static boolean isZero(Constant constant) {
    return constant.exact().isZero();
  }

  private static double size(SgdRun run, Quantity quantity) {
    double l = run.constants().get("L");
    double noise = run.constants().get("sigma2");
    double average = (2 * l * run.gap().value() + noise) / Math.pow(run.steps(), 1.0 / run.root());
    return quantity == Quantity.ORACLE_NORM_SQUARED ? noise + average : average;
  }

  /**
   * On the quadratic |g|^2 is a non-negative quadratic polynomial of independent +-1 (CV^2 &lt;=
   * 2). On the cosine |sin x| &lt;= 1, and |y| never leaves max(|y_1|, b) as gamma is in (0, 1].
   */
  private static Tail tail(SgdRun run, Reading reading, Bound bound) {
    if (run.recursion().problem() instanceof Quadratic) {
      return reading.quantity() == Quantity.GRADIENT_NORM_SQUARED
          ? new Tail.ClosedForm(k -> AverageVariation.squared(run), FOURTH_MOMENTS)
          : QUADRATIC;
    }
    double b2 = run.recursion().oracle().additive().get(1);
    double largest = 1 + Math.max(1, b2);
    LongToDoubleFunction ratio = k -> largest / bound.at(run.constants(), k);
    return new Tail.Max(ratio, "|grad F|^2 <= 1 + max(y_1^2, b^2) with noise of +-b");
  }
}
