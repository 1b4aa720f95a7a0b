package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongToDoubleFunction;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.method.Method;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.Cosine;
import plumbline.problem.Quadratic;
import plumbline.quantity.Quantity;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.simulation.CpuEngine;
import plumbline.simulation.Engine;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Effort;
import plumbline.theorem.Preset;
import plumbline.theorem.Relation;
import plumbline.theorem.Role;
import plumbline.theorem.Tail;
import plumbline.verdict.Course;
import plumbline.verdict.Mean;
import plumbline.verdict.NoMeans;
import plumbline.verdict.Outcome;
import plumbline.verdict.Verdict;

/** What becomes of checkpoints before any replica is drawn. */
class ComponentsTest {
  private static Components components(LongToDoubleFunction bound) {
    return components(Oracle.sphere(2, BigFraction.ONE), Checkpoints.of(1, 4, 16), bound);
  }

  private static Components components(Oracle oracle, Checkpoints at, LongToDoubleFunction bound) {
    Recursion cosine =
        new Recursion(
            new Cosine(1, 1),
            oracle,
            Method.stochasticGradient(),
            Stepsize.fixed(BigFraction.ONE_HALF),
            new Start.At(Vector.parse("0 1")));
    Reading gap = Reading.at(cosine, Quantity.GAP, at);
    return new Components(
        gap, Relation.AT_MOST, new Components.Scale(bound, k -> 0), Tail.none(), false);
  }

  @Test
  void aBoundThatIsNegativeSomewhereIsRefutedAndOneThatIsNoNumberIsAnError() {
    assertEquals(Outcome.HOLDS, components(k -> 3).decided());
    assertEquals(Outcome.REFUTED, components(k -> k == 16 ? -1 : 3).decided());
    assertEquals(Outcome.ERROR, components(k -> k == 16 ? Double.NaN : 3).decided());
  }

  @Test
  void checkpointsWhereRoundingMattersAreLeftOutAndSaid() {
    Components tiny = components(k -> k == 16 ? 1e-25 : 3);
    assertEquals(1, tiny.checkpoints().size());
    assertTrue(tiny.leftOut().contains("k = 16 (below rounding)"), tiny.leftOut());
  }

  @Test
  void withoutNoiseAndWithoutClosedMomentsAClaimIsJudgedInDoublesWithAProvedError()
      throws Exception {
    Catalogue catalogue = Catalogue.load();
    String id = "bottou/thm48-nonconvex-fixed";
    Preset cosine =
        catalogue.theorem(id).orElseThrow().declaration().presets().stream()
            .filter(p -> p.name().equals("COS, half as long, more noise"))
            .findFirst()
            .orElseThrow();
    Preset silent = new Preset("yours", Role.YOURS, cosine.values().with("M", "0"));
    Options quick = new Options(0, OptionalDouble.of(0.3), OptionalDouble.empty());
    try (Engine engine = new CpuEngine(1)) {
      CheckResult result =
          new Suite(catalogue, quick)
              .check(new Request(id, List.of(silent)), engine, Progress.silent());
      ClaimResult claim = result.instances().get(0).claims().get(0);
      assertEquals(Outcome.HOLDS, claim.verdict());
      assertTrue(claim.sentence().contains("proved error: k = 1"), claim.sentence());
    }
  }

  /** Only what no mean judges: deterministic checkpoints, and bounds of 0. */
  private static Outcome fixed(Components components) throws InterruptedException {
    Task<?> task =
        new Task.Means(
            List.of(),
            components.pointwise(),
            Relation.AT_MOST,
            new NoMeans("here"),
            1,
            Course.Aim.EITHER);
    try (Engine engine = new CpuEngine(1)) {
      new Sampler(engine, "components", 0).run(List.of(task), Progress.silent());
    }
    return task.verdict().orElseThrow().outcome();
  }

  /** F(0, 1) - F_inf = 2 cos^2(0) + 1/2 = 5/2: a bound of 4 % less is refuted, 0.4 % left open. */
  @Test
  void aDeterministicCheckpointIsRefutedByAPlainViolationAlone() throws InterruptedException {
    Checkpoints one = Checkpoints.of(1);
    Oracle exact = Oracle.exact(2);
    assertEquals(Outcome.HOLDS, fixed(components(exact, one, k -> 2.5)));
    assertEquals(Outcome.REFUTED, fixed(components(exact, one, k -> 2.4)));
    assertEquals(Outcome.INCONCLUSIVE, fixed(components(exact, one, k -> 2.49)));
  }

  /** The verdict says where, since no mean does. */
  @Test
  void aViolationWhereNothingIsRandomIsNamedInTheSentence() throws InterruptedException {
    Components wrong =
        components(Oracle.sphere(2, BigFraction.ONE), Checkpoints.of(1, 4), k -> k == 1 ? 2.4 : 9);
    Task<?> task =
        new Task.Means(
            wrong.sources(),
            wrong.pointwise(),
            Relation.AT_MOST,
            Mean.of(Relation.AT_MOST, 0.05, wrong.checkpoints(), List.of()),
            16,
            Course.Aim.EITHER);
    try (Engine engine = new CpuEngine(1)) {
      new Sampler(engine, "components", 0).run(List.of(task), Progress.silent());
    }
    Verdict verdict = task.verdict().orElseThrow();
    assertEquals(
        "REFUTED: value/bound = 1.042 at k = 1, where nothing is random", verdict.sentence());
    assertEquals("exact", verdict.grade());
  }

  /** An exact layer that decides does not excuse the simulator from k = 1. */
  @Test
  void deterministicCheckpointsAreReadBesideAnExactLayerAsWell() {
    Recursion q1 =
        new Recursion(
            Quadratic.diagonal(Vector.parse("1 1")),
            Oracle.sphere(2, BigFraction.ONE),
            Method.stochasticGradient(),
            Stepsize.fixed(BigFraction.ONE_HALF),
            new Start.At(Vector.parse("2 0")));
    Reading gap = Reading.at(q1, Quantity.GAP, Checkpoints.of(1, 4));
    for (boolean exactDecides : List.of(true, false)) {
      Components beside =
          new Components(
              gap,
              Relation.AT_MOST,
              new Components.Scale(k -> 3, k -> 0),
              Tail.none(),
              exactDecides);
      assertEquals(List.of(1L), beside.pointwise().stream().map(Pointwise::k).toList());
    }
  }

  /**
   * X = 0 almost surely is refuted by one replica. Replicas that are 0 do not show it, for noise in
   * proportion to |w - w_*| from w_*; where nothing is random one of them is all.
   */
  @Test
  void aBoundOfZeroIsRefutedByOneReplicaAndShownOnlyWhereNothingIsRandom()
      throws InterruptedException {
    assertEquals(Outcome.REFUTED, fixed(components(k -> 0)));
    assertEquals(Outcome.INCONCLUSIVE, fixed(zero(true, Checkpoints.of(4))));
    assertEquals(Outcome.HOLDS, fixed(zero(false, Checkpoints.of(4))));
    assertEquals(Outcome.HOLDS, fixed(zero(true, Checkpoints.of(1))));
  }

  /** From w_* and not away from it. */
  private static Components zero(boolean noise, Checkpoints at) {
    Oracle exact = Oracle.exact(2);
    Recursion still =
        new Recursion(
            Quadratic.diagonal(Vector.parse("1 1")),
            noise ? exact.withMultiplicative(BigFraction.ONE, Law.GAUSSIAN) : exact,
            Method.stochasticGradient(),
            Stepsize.fixed(BigFraction.ONE_HALF),
            new Start.At(Vector.parse("0 0")));
    return new Components(
        Reading.at(still, Quantity.GAP, at),
        Relation.AT_MOST,
        new Components.Scale(k -> 0, k -> 0),
        Tail.none(),
        false);
  }

  /**
   * Gradient descent on |w|^2/2 with alpha = 1/2 from (1, 0): F = 4^(1-k)/2, half of the bound. At
   * k = 60 rounding is more than the bound: that is said, and keeps nothing open beside k = 1.
   */
  @Test
  void aDeterministicCheckpointBelowRoundingIsListedUnlessThereIsNoOther()
      throws InterruptedException {
    Components both = halved(Checkpoints.of(1, 60));
    assertEquals("k = 1", both.withoutChance());
    assertEquals("k = 60 (nothing random; below rounding)", both.leftOut());
    assertEquals(Outcome.HOLDS, fixed(both));
    assertEquals(Outcome.INCONCLUSIVE, fixed(halved(Checkpoints.of(60))));
  }

  private static Components halved(Checkpoints at) {
    Recursion descent =
        new Recursion(
            Quadratic.diagonal(Vector.parse("1 1")),
            Oracle.exact(2),
            Method.stochasticGradient(),
            Stepsize.fixed(BigFraction.ONE_HALF),
            new Start.At(Vector.parse("1 0")));
    return new Components(
        Reading.at(descent, Quantity.GAP, at),
        Relation.AT_MOST,
        new Components.Scale(k -> Math.pow(4, 1 - k), k -> 0),
        Tail.none(),
        false);
  }

  /** The bound is below rounding at k = 20 alone, which is no checkpoint. */
  @Test
  void aWindowIsLeftOutForAnyIterationInItAndNoOtherForThat() {
    Checkpoints at = Checkpoints.of(1, 4, 64);
    Oracle noisy = Oracle.sphere(2, BigFraction.ONE);
    assertEquals(
        List.of("k in [8, 16)", "k in [16, 32)", "k in [32, 64)"),
        components(noisy, at, k -> 3).windows().stream().map(Mean.Point::label).toList());
    assertEquals(
        List.of("k in [8, 16)", "k in [32, 64)"),
        components(noisy, at, k -> k == 20 ? 1e-25 : 3).windows().stream()
            .map(Mean.Point::label)
            .toList());
  }

  @Test
  void aBoundThatIsInfiniteEverywhereSaysNothing() {
    assertTrue(components(k -> Double.POSITIVE_INFINITY).isVacuous());
    assertFalse(components(k -> k == 16 ? 3 : Double.POSITIVE_INFINITY).isVacuous());
  }

  /**
   * Gradient descent on (w - 1)^2/2 with alpha = 1/2 from 2: |w_k - 1|^2 = 4^(1-k), against T =
   * 4^(2-k). A step rounds by 2 . 2 + (4 + 12)/2 = 12 u, in sum by 24 u; with w_* and the reading
   * that makes 2 sqrt(T) 29 u, below 1e-6 T as long as T >= 4.15e-17 = 4^-27.2: k - 2 <= 27.
   */
  @Test
  void anEventOfAPathIsJudgedUpToWhereRoundingMayDecideIt() {
    Recursion descent =
        new Recursion(
            Quadratic.of(Matrix.parse("1"), Vector.parse("1")),
            Oracle.exact(1),
            Method.stochasticGradient(),
            Stepsize.fixed(BigFraction.ONE_HALF),
            new Start.At(Vector.parse("2")));
    assertEquals("", leftOut(descent, 20));
    assertEquals("k > 29 is below rounding", leftOut(descent, 60));
  }

  private static String leftOut(Recursion of, long last) {
    Claim.Chance claim =
        new Claim.Chance(
            "path",
            new Reading(of, Quantity.DISTANCE_SQUARED, Fold.MAX_TO, Checkpoints.of(last)),
            Bound.of("rate", Formula.number(4).power(Formula.number(2).minus(Formula.k()))),
            Relation.AT_MOST,
            Formula.number("1/10"),
            Effort.usual(new Tail.Max(k -> 1, "an indicator")));
    Sampled sampled =
        new Sampled(Constants.none(), Options.standard(), ClaimResult.Standing.CLAIMED);
    return new SampledOthers(Constants.none(), sampled)
        .chance(claim, Course.Aim.EITHER)
        .sampled()
        .orElseThrow()
        .leftOut();
  }
}
