package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.check.own.HeavyBallForms;
import plumbline.check.own.SaddleSymmetry;
import plumbline.check.own.UsersJar;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.problem.Quadratic;
import plumbline.quantity.Quantity;
import plumbline.recursion.Recursion;
import plumbline.recursion.SignedReading;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.series.Vector;
import plumbline.simulation.CpuEngine;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Claim;
import plumbline.theorem.Effort;
import plumbline.theorem.Need;
import plumbline.theorem.Relation;
import plumbline.theorem.Tail;
import plumbline.theorem.Values;
import plumbline.verdict.Course;
import plumbline.verdict.Outcome;

/** Signed means and coincidences of a user's own jar, through the whole house. */
class OwnShapesTest {
  private static final List<String> HELD =
      List.of(
          "own/martingale-step", "own/unbiased-oracle", "own/saddle-symmetry", "own/heavy-ball");

  @TempDir static Path jar;
  private static URLClassLoader loader;
  private static Results results;

  @BeforeAll
  static void runOnce() throws Exception {
    loader = UsersJar.open(jar);
    results = run(2);
  }

  @AfterAll
  static void closeTheJar() throws Exception {
    loader.close();
  }

  private static Results run(int threads) throws InterruptedException {
    Suite suite = new Suite(Catalogue.load(loader), Options.standard());
    List<String> ids = new ArrayList<>(HELD);
    HELD.forEach(id -> ids.add(id + "-as-printed"));
    try (CpuEngine engine = new CpuEngine(threads)) {
      return suite.run(suite.declared(ids), engine, threads, Progress.silent());
    }
  }

  private static CheckResult check(String id) {
    return results.checks().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private static ClaimResult claim(String id, String name) {
    return check(id).instances().get(0).claims().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no claim " + name + " of " + id));
  }

  @Test
  void theoremsHoldAndTheirMisprintsAreRefuted() {
    assertEquals(8, results.checks().size());
    for (String id : HELD) {
      assertEquals(Outcome.HOLDS, check(id).verdict(), check(id)::toString);
      assertEquals(Outcome.REFUTED, check(id + "-as-printed").verdict(), check(id)::toString);
    }
    results.checks().forEach(c -> assertTrue(c.asExpected(), c::toString));
  }

  @Test
  void aSignedMeanThatClosesIsDecidedInRationalsAndSimulatedBeside() {
    ClaimResult exact = claim("own/unbiased-oracle", "E g = grad F");
    Layer.Compared compared = (Layer.Compared) exact.layers().get(0);
    assertEquals("rationals", compared.arithmetic());
    assertEquals(
        List.of(-3.8, -4.4, -2.4), compared.sides().stream().map(Layer.Side::left).toList());
    ClaimResult beside = claim("own/unbiased-oracle", "E g = grad F, simulated");
    assertEquals(ClaimResult.Standing.BESIDE_EXACT, beside.standing());
    Layer.Signed signed = (Layer.Signed) beside.layers().get(0);
    assertEquals(Outcome.HOLDS, beside.verdict());
    assertEquals("contract(Variance)", signed.grade());
    assertEquals(3, signed.coordinates().size());
    assertEquals(List.of(), exact.curves(), "coordinates at one iteration are no picture");
    for (Layer.Centred c : signed.coordinates()) {
      assertEquals(0.25, c.resolution());
      // five standard errors of the widest coordinate
      assertEquals(c.claimed(), c.mean(), 5 * 5 / Math.sqrt(signed.replicas()));
    }
  }

  @Test
  void aDifferenceOfReadingsKeepsItsCommonDraws() {
    ClaimResult beside = claim("own/martingale-step", "increment, simulated");
    Layer.Signed signed = (Layer.Signed) beside.layers().get(0);
    assertEquals(
        List.of("X_{k+1} - X_k/4 at k = 2", "X_{k+1} - X_k/4 at k = 3"),
        signed.coordinates().stream().limit(2).map(Layer.Centred::at).toList());
    signed.coordinates().forEach(c -> assertEquals(0.125, c.claimed()));
    Set<Curve.Role> drawn =
        Set.copyOf(
            claim("own/martingale-step", "increment").curves().stream().map(Curve::role).toList());
    assertEquals(
        Set.of(Curve.Role.BOUND, Curve.Role.EXACT, Curve.Role.MEAN, Curve.Role.PATH), drawn);
    ClaimResult printed = claim("own/martingale-step-as-printed", "as printed, simulated");
    assertEquals(Outcome.REFUTED, printed.verdict());
    assertTrue(((Layer.Signed) printed.layers().get(0)).logE() >= 21.4, printed.sentence());
  }

  @Test
  void whereNoMomentsCloseTheSimulationDecidesOnEitherSide() {
    for (String name : List.of("symmetric", "not far to the right", "not far to the left")) {
      ClaimResult claim = claim("own/saddle-symmetry", name);
      assertEquals(Outcome.HOLDS, claim.verdict(), claim.sentence());
      assertTrue(claim.layers().get(0) instanceof Layer.Signed);
      assertTrue(claim.sentence().contains("of 6 means the farthest off"), claim.sentence());
    }
    ClaimResult printed = claim("own/saddle-symmetry-as-printed", "as printed");
    assertEquals(Outcome.REFUTED, printed.verdict());
    assertEquals("at least", printed.relation());
  }

  @Test
  void twoFormsOfHeavyBallCoincideToRoundingAndTheTwinDoesNot() {
    ClaimResult claim = claim("own/heavy-ball", "one recursion");
    Layer.Coincided layer = (Layer.Coincided) claim.layers().get(0);
    assertEquals(64, layer.replicas());
    assertTrue(layer.difference() > 0 && layer.difference() < 1e-12, layer::toString);
    assertTrue(layer.difference() <= 1000 * layer.rounding(), layer::toString);
    assertTrue(layer.twin() > 0.1, layer::toString);
    assertTrue(Double.isNaN(layer.digits()), "not needed");
    assertEquals(List.of("first", "second"), claim.curves().stream().map(Curve::name).toList());
  }

  @Test
  void aDifferenceOfTwoFormsIsRefutedOnlyAfterItsWorstReplicaIsRepeatedInLongNumbers() {
    ClaimResult claim = claim("own/heavy-ball-as-printed", "as printed");
    Layer.Coincided layer = (Layer.Coincided) claim.layers().get(0);
    assertEquals(Outcome.REFUTED, claim.verdict(), claim.sentence());
    assertTrue(layer.difference() > 1e-3, layer::toString);
    assertEquals(layer.difference(), layer.digits(), 1e-10 * layer.difference());
  }

  private static ClaimResult judged(Claim.Coincide claim, Optional<String> stream)
      throws InterruptedException {
    Pending pending = new Coincidence(claim, 0, stream).pending(ClaimResult.Standing.CLAIMED);
    try (CpuEngine engine = new CpuEngine(2)) {
      new Sampler(engine, "own", 0)
          .run(List.of(pending.sampled().orElseThrow().task()), Progress.silent());
    }
    return new Conclusion("cpu").of(pending);
  }

  @Test
  void withoutATwinThatDiffersOrWithoutRepetitionNothingIsSaid() throws InterruptedException {
    Recursion constant = new HeavyBallForms().setting(Values.none());
    Claim.Coincide held = HeavyBallForms.claim("constant", constant);
    assertEquals(Outcome.HOLDS, judged(held, Optional.of("own")).verdict());
    ClaimResult blind =
        judged(
            new Claim.Coincide("blind", held.x(), held.y(), held.y(), Need.MUST_DECIDE),
            Optional.of("own"));
    assertEquals(Outcome.INCONCLUSIVE, blind.verdict());
    assertTrue(blind.sentence().contains("cannot tell"), blind.sentence());
    Recursion falling =
        new Recursion(
            constant.problem(),
            constant.oracle(),
            constant.method(),
            Stepsize.harmonic(BigFraction.ONE, new BigFraction(19)),
            constant.start());
    Claim.Coincide unlike = HeavyBallForms.claim("falling", falling);
    assertEquals(Outcome.REFUTED, judged(unlike, Optional.of("own")).verdict());
    assertEquals(Outcome.INCONCLUSIVE, judged(unlike, Optional.empty()).verdict());
  }

  @Test
  void whatExpandsAndWhatRoundingHidesStayOpen() throws InterruptedException {
    Recursion walk = new SaddleSymmetry().setting(Values.none());
    Recursion apart =
        new Recursion(
            Quadratic.diagonal(Vector.parse("1 1")),
            walk.oracle(),
            walk.method(),
            Stepsize.fixed(new BigFraction(1000)),
            new Start.At(Vector.parse("1 1")));
    // (-999)^k is beyond doubles from k = 103 on, and so is its rounding
    ClaimResult lost = simulated(signed(apart, 1, 200, 1e300));
    assertEquals(Outcome.INCONCLUSIVE, lost.verdict());
    assertTrue(lost.sentence().contains("at k = 200 is below rounding"), lost.sentence());
    ClaimResult hidden = simulated(signed(walk, 0, 4, 1e-20));
    assertEquals(Outcome.INCONCLUSIVE, hidden.verdict());
    assertTrue(
        hidden.sentence().contains("coordinate 1 of w_k at k = 4 is below rounding"),
        hidden.sentence());
    assertEquals(List.of(), ((Layer.Compared) hidden.layers().get(0)).sides());
  }

  private static Claim.Signed signed(Recursion of, int j, long k, double variance) {
    return new Claim.Signed(
        "mean",
        List.of(
            new Claim.Coordinate(
                SignedReading.coordinate(of, Quantity.COORDINATE, j, Checkpoints.of(k)),
                Formula.number(0))),
        Relation.EQUAL,
        Effort.sharp(new Tail.Variance(variance, "declared")));
  }

  private static ClaimResult simulated(Claim.Signed claim) throws InterruptedException {
    Sampled sampled =
        new Sampled(Constants.none(), Options.standard(), ClaimResult.Standing.CLAIMED);
    Pending pending =
        new SignedMean(claim, Constants.none(), sampled)
            .pending("mean", ClaimResult.Standing.CLAIMED, Course.Aim.EITHER);
    List<Task<?>> tasks = new ArrayList<>();
    pending.sampled().ifPresent(s -> tasks.add(s.task()));
    try (CpuEngine engine = new CpuEngine(2)) {
      new Sampler(engine, "own", 0).run(tasks, Progress.silent());
    }
    return new Conclusion("cpu").of(pending);
  }

  @Test
  void theDigestIsTheSameForOneTwoAndSevenThreads() throws InterruptedException {
    assertEquals(results.digest(), run(1).digest());
    assertEquals(results.digest(), run(7).digest());
    assertNotEquals(results.digest(), ResultsFile.digest(results.checks().subList(0, 3)));
  }

  @Test
  void coincidencesSpendNoErrorProbability() {
    // simulated signed means: 2, 1 and 3 of the cards that hold, 4, 2 and 2 of their misprints
    assertEquals(14, results.run().statisticalClaims());
  }

  @Test
  void theFileMeetsItsSchemaAndIsReadBack(@TempDir Path folder) throws Exception {
    Path file = ResultsFile.write(folder, results);
    assertEquals(results.digest(), ResultsFile.digest(ResultsFile.read(file).checks()));
    JsonNode tree = new ObjectMapper().readTree(file.toFile());
    Set<String> layers = Set.copyOf(tree.findValuesAsText("layer"));
    assertEquals(Set.of("compared", "signed", "coincided"), layers);
    try (InputStream in = ResultsFile.class.getResourceAsStream("/plumbline/results.schema.json")) {
      var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
      assertEquals(Set.of(), schema.validate(tree));
      String doctored = tree.toString().replace("\"twin\":", "\"twins\":");
      assertFalse(schema.validate(new ObjectMapper().readTree(doctored)).isEmpty());
    }
  }
}
