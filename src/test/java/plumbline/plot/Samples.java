package plumbline.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.ClaimResult.Standing;
import plumbline.check.Curve;
import plumbline.check.InstanceResult;
import plumbline.check.InstanceResult.ConstantResult;
import plumbline.check.InstanceResult.HypothesisResult;
import plumbline.check.Layer;
import plumbline.check.Results;
import plumbline.theorem.Role;
import plumbline.verdict.Outcome;

/**
 * Made-up results as a run would give them: what every face is tested on. The numbers follow simple
 * formulas written beside them and are no measurements.
 */
public final class Samples {
  /** Text that breaks whatever forgets to escape it. */
  public static final String HOSTILE = "</script><b a=\"x\" b='y'>&amp; ]]> \u0007 α ≤ µ";

  private Samples() {}

  public static Results results() {
    return new Results(
        "1",
        new Results.Run(
            "0.1.0", 20260101L, 1e-6, 12, "auto", "17.0.15", 2, 83.25, "2026-01-01T12:00:00Z"),
        "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c",
        List.of(fixedStep(), misprint(), conditional(), spectral(), broken(), hostile()));
  }

  /** Holds on a sharp and a typical instance; does not apply outside, and diverges there. */
  public static CheckResult fixedStep() {
    return new CheckResult(
        "bottou/thm46-fixed-step",
        "SGD with a fixed stepsize on a strongly convex objective",
        "Bottou.txt, Theorem 4.6, (4.14), slide Strongly convex: fixed stepsize",
        "holds",
        Outcome.HOLDS,
        true,
        "",
        List.of(
            instance(
                "S1, alpha at its limit",
                Role.SHARP,
                Outcome.HOLDS,
                hypotheses("certified"),
                List.of(fixedStepClaim(), simulator())),
            instance(
                "LS4", Role.TYPICAL, Outcome.HOLDS, hypotheses("certified"), List.of(looseClaim())),
            instance(
                "alpha = 3 mu/(L M_G)",
                Role.OUTSIDE,
                Outcome.NOT_APPLICABLE,
                hypotheses("refuted"),
                List.of(shown(), divergence()))));
  }

  static CheckResult misprint() {
    return new CheckResult(
        "cevher/sgd-nonconvex-rate-as-printed-eq8",
        "The nonconvex rate as printed in (8)",
        "Cevher.txt, (8), slide SGD for nonconvex problems",
        "refuted",
        Outcome.REFUTED,
        true,
        "",
        List.of(
            instance(
                "cosine, d = 10",
                Role.SHARP,
                Outcome.REFUTED,
                hypotheses("certified"),
                List.of(refutedClaim("(8)")))));
  }

  static CheckResult conditional() {
    return new CheckResult(
        "cevher/overparam-rate",
        "Gradient descent on a wide two-layer network",
        "Cevher.txt, slide Overparametrised networks",
        "holds",
        Outcome.INCONCLUSIVE,
        true,
        "one claim stays open",
        List.of(
            instance(
                "m = 4096",
                Role.TYPICAL,
                Outcome.INCONCLUSIVE,
                hypotheses("not refuted"),
                List.of(chance()))));
  }

  static CheckResult spectral() {
    return new CheckResult(
        "lecun/quad-contraction-invL",
        "Gradient descent with stepsize 1/L contracts",
        "LeCun.txt, slide Quadratic objectives",
        "holds",
        Outcome.HOLDS,
        true,
        "",
        List.of(
            instance(
                "kappa = 4",
                Role.SHARP,
                Outcome.HOLDS,
                hypotheses("certified"),
                List.of(contraction()))));
  }

  static CheckResult broken() {
    return new CheckResult(
        "bottou/thm47-diminishing",
        "SGD with diminishing stepsizes",
        "Bottou.txt, Theorem 4.7, (4.19)",
        "holds",
        Outcome.ERROR,
        false,
        "device",
        List.of(
            instance(
                "Q1",
                Role.SHARP,
                Outcome.ERROR,
                hypotheses("certified"),
                List.of(
                    claim(
                        "(4.19)",
                        Standing.CLAIMED,
                        Outcome.ERROR,
                        "the device 'opencl' has no double precision: run with --device auto",
                        List.of(),
                        List.of()),
                    refutedClaim("(4.19) slope"),
                    claim(
                        "(4.21)",
                        Standing.CLAIMED,
                        Outcome.INCONCLUSIVE,
                        "4 096 replicas do not decide it",
                        List.of(),
                        List.of())))));
  }

  static CheckResult hostile() {
    return new CheckResult(
        "ba/hostile",
        HOSTILE,
        HOSTILE,
        "holds",
        Outcome.REFUTED,
        false,
        HOSTILE,
        List.of(
            new InstanceResult(
                HOSTILE,
                Role.YOURS,
                Map.of("a<b", HOSTILE),
                Map.of("c&d", new ConstantResult(Double.NaN, HOSTILE, 0, HOSTILE)),
                List.of(new HypothesisResult(HOSTILE, "certified", HOSTILE)),
                Outcome.REFUTED,
                List.of(
                    claim(
                        HOSTILE,
                        Standing.CLAIMED,
                        Outcome.REFUTED,
                        HOSTILE,
                        List.of(
                            new Layer.Compared(
                                HOSTILE,
                                List.of(
                                    new Layer.Side(
                                        HOSTILE, 1, Double.NaN, Double.POSITIVE_INFINITY, 0)))),
                        List.of(line(HOSTILE, Curve.Role.BOUND, 1, 1000, k -> 1 / k)))))));
  }

  /** gap bound (1/2) (1 + 0.9^(k-1)), attained: exact = bound, means within 1 %. */
  public static ClaimResult fixedStepClaim() {
    DoubleUnaryOperator bound = k -> 0.5 * 0.02 + Math.pow(0.9, k - 1) * 2;
    return claim(
        "(4.14)",
        Standing.CLAIMED,
        Outcome.HOLDS,
        "the expected gap is at most the bound, and attains it within 2 %",
        List.of(exact(bound, bound), sampled(bound, 1)),
        List.of(
            line("bound (4.14)", Curve.Role.BOUND, 1, 1024, bound),
            line("exact mean", Curve.Role.EXACT, 1, 1024, bound),
            points(
                "mean of 65 536 replicas",
                1,
                1024,
                k -> bound.applyAsDouble(k) * (1 + 0.01 * Math.sin(k))),
            band(
                "99.99 % interval",
                1, 1024, k -> bound.applyAsDouble(k) * 0.93, k -> bound.applyAsDouble(k) * 1.07)));
  }

  static ClaimResult looseClaim() {
    DoubleUnaryOperator bound = k -> 40 / (k + 10);
    return claim(
        "(4.14)",
        Standing.CLAIMED,
        Outcome.HOLDS,
        "the expected gap is at most the bound, with room: it reaches 13 % of it",
        List.of(sampled(bound, 0.13)),
        List.of(
            line("bound (4.14)", Curve.Role.BOUND, 1, 100_000, bound),
            points("mean of 4 096 replicas", 1, 100_000, k -> 0.13 * bound.applyAsDouble(k)),
            band(
                "99.99 % interval",
                1,
                100_000,
                k -> 0.11 * bound.applyAsDouble(k),
                k -> 0.15 * bound.applyAsDouble(k))));
  }

  static ClaimResult simulator() {
    DoubleUnaryOperator exact = k -> 0.5 * 0.02 + Math.pow(0.9, k - 1) * 2;
    return claim(
        "(4.14) simulator",
        Standing.SIMULATOR,
        Outcome.HOLDS,
        "the simulated mean equals the exact one within 2 %",
        List.of(sampled(exact, 1)),
        List.of());
  }

  /** Grows until doubles end: infinity and NaN among the values. */
  static ClaimResult divergence() {
    return claim(
        "diverges",
        Standing.OTHERWISE,
        Outcome.HOLDS,
        "the expected gap grows at least by 1.21 a step",
        List.of(
            new Layer.Interval("slope", "cpu", 4096, 4096, 0.19, 0.2, 0.1906, 0.02, "asymptotic")),
        List.of(
            line("lower bound", Curve.Role.BOUND, 1, 8192, k -> Math.pow(1.21, k)),
            points(
                "mean of 4 096 replicas",
                1,
                8192,
                k -> k > 3000 ? Double.NaN : Math.pow(1.22, k))));
  }

  static ClaimResult shown() {
    return claim(
        "(4.14)",
        Standing.SHOWN,
        Outcome.REFUTED,
        "REFUTED k = 2: 3 against 1",
        List.of(sampled(k -> 0.01 + 1 / k, 3)),
        List.of(line("bound (4.14)", Curve.Role.BOUND, 1, 1024, k -> 0.01 + 1 / k)));
  }

  /** 0.75^k down to 1e-125: more decades than an axis shows. */
  public static ClaimResult contraction() {
    return claim(
        "contraction",
        Standing.CLAIMED,
        Outcome.HOLDS,
        "the distance to the minimiser shrinks by 3/4 a step; equality on the slow direction",
        List.of(
            new Layer.Compared(
                "rationals",
                List.of(
                    new Layer.Side("k = 1", 1, 0.75, 0.75, 0),
                    new Layer.Side("k = 10", 10, 0.0563135147, 0.0563135147, 0)))),
        List.of(
            line("(1 - c/L)^k", Curve.Role.BOUND, 1, 1000, k -> Math.pow(0.75, k)),
            line(
                "|w_k - w_*| / |w_0 - w_*|",
                Curve.Role.EXACT,
                1,
                1000,
                k -> Math.pow(0.75, k) * 0.9)));
  }

  static ClaimResult chance() {
    return new ClaimResult(
        "success",
        "chance",
        "at least",
        Standing.CLAIMED,
        Outcome.INCONCLUSIVE,
        "of 512 runs 487 succeed, where 95 % are claimed: too few runs to tell",
        List.of(
            new Layer.Counted(
                "cpu", 512, 512, 0.05, 1e-8, 1e-4, "exact", 0.4, 21.4, 0.11, 487, 0, 0.95, 0.9,
                0.98)),
        List.of(
            line("claimed probability", Curve.Role.BOUND, 1, 40, k -> 0.95),
            points("share of 512 runs", 1, 40, k -> 0.951 - 0.0005 * Math.sin(k))));
  }

  static ClaimResult refutedClaim(String name) {
    DoubleUnaryOperator bound = k -> 0.3 / Math.sqrt(k);
    return claim(
        name,
        Standing.CLAIMED,
        Outcome.REFUTED,
        "the mean exceeds the bound by at least 41 % at k = 4096",
        List.of(sampled(bound, 1.5)),
        List.of(
            line("bound as printed", Curve.Role.BOUND, 1, 4096, bound),
            line("bound corrected", Curve.Role.BOUND, 1, 4096, k -> 2 * bound.applyAsDouble(k)),
            line("exact mean", Curve.Role.EXACT, 1, 4096, k -> 1.5 * bound.applyAsDouble(k)),
            line(
                "one path",
                Curve.Role.PATH,
                1,
                4096,
                k -> 1.5 * bound.applyAsDouble(k) * (1 + 0.4 * Math.sin(7 * k)))));
  }

  static ClaimResult claim(
      String name,
      Standing standing,
      Outcome verdict,
      String sentence,
      List<Layer> layers,
      List<Curve> curves) {
    return new ClaimResult(name, "mean", "at most", standing, verdict, sentence, layers, curves);
  }

  private static InstanceResult instance(
      String name,
      Role role,
      Outcome verdict,
      List<HypothesisResult> hypotheses,
      List<ClaimResult> claims) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("alpha", "5/17");
    parameters.put("d", "2");
    Map<String, ConstantResult> constants = new LinkedHashMap<>();
    constants.put("L", new ConstantResult(4, "4", 0, "largest eigenvalue"));
    constants.put("c", new ConstantResult(0.29411764705882354, "5/17", 0, "smallest eigenvalue"));
    constants.put("F_*", new ConstantResult(-1.2345678901234567e-7, "", 1e-16, "Newton, 9 steps"));
    return new InstanceResult(name, role, parameters, constants, hypotheses, verdict, claims);
  }

  private static List<HypothesisResult> hypotheses(String status) {
    return List.of(
        new HypothesisResult(
            "F is L-smooth and c-strongly convex", "certified", "eigenvalues 5/17 and 4"),
        new HypothesisResult("0 < alpha <= mu/(L M_G)", status, "alpha = 5/17, mu/(L M_G) = 5/17"));
  }

  private static Layer exact(DoubleUnaryOperator bound, DoubleUnaryOperator value) {
    List<Layer.Point> points = new ArrayList<>();
    for (long k = 1; k <= 1024; k *= 2) {
      points.add(new Layer.Point(k, bound.applyAsDouble(k), value.applyAsDouble(k), 0, "1"));
    }
    return new Layer.Exact("rationals", points);
  }

  private static Layer sampled(DoubleUnaryOperator bound, double ratio) {
    List<Layer.Component> components = new ArrayList<>();
    for (long k = 1; k <= 1024; k *= 2) {
      double b = bound.applyAsDouble(k);
      components.add(
          new Layer.Component("k = " + k, k, b, ratio, ratio * 0.987654, ratio * 1.0123456, 2));
    }
    return new Layer.Sampled(
        "cpu",
        65_536,
        131_072,
        0.02,
        5e-10,
        1e-4,
        "contract(GaussianQuadratic)",
        ratio > 1 ? 88.8 : -0.6,
        21.4162,
        0.0312345,
        false,
        ratio * 0.98,
        ratio * 1.0123,
        components);
  }

  static Curve line(String name, Curve.Role role, double from, double to, DoubleUnaryOperator y) {
    return sampled(name, role, from, to, 150, y);
  }

  static Curve points(String name, double from, double to, DoubleUnaryOperator y) {
    return sampled(name, Curve.Role.MEAN, from, to, 11, y);
  }

  private static Curve sampled(
      String name, Curve.Role role, double from, double to, int most, DoubleUnaryOperator y) {
    List<Double> x = grid(from, to, most);
    return new Curve(name, role, x, x.stream().map(y::applyAsDouble).toList(), List.of());
  }

  static Curve band(
      String name, double from, double to, DoubleUnaryOperator lower, DoubleUnaryOperator upper) {
    List<Double> x = grid(from, to, 11);
    return new Curve(
        name,
        Curve.Role.BAND,
        x,
        x.stream().map(lower::applyAsDouble).toList(),
        x.stream().map(upper::applyAsDouble).toList());
  }

  /** Whole numbers, evenly spaced on a logarithmic axis. */
  private static List<Double> grid(double from, double to, int most) {
    List<Double> grid = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      double x = Math.rint(from * Math.pow(to / from, i / (most - 1.0)));
      if (grid.isEmpty() || x > grid.get(grid.size() - 1)) {
        grid.add(x);
      }
    }
    return grid;
  }
}
