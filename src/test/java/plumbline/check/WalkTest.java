package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.card.CardIndex;
import plumbline.card.Expect;
import plumbline.simulation.CpuEngine;
import plumbline.simulation.Engine;
import plumbline.theorem.Declaration;
import plumbline.theorem.Preset;
import plumbline.verdict.Outcome;

/** One theorem through the whole house, and what its results promise. */
class WalkTest {
  private static final Catalogue CATALOGUE = Catalogue.load();
  private static final String THM46 = "bottou/thm46-fixed-step";

  private static Results run(String id, int threads, Options options, String... instances)
      throws InterruptedException {
    Suite suite = new Suite(CATALOGUE, options);
    List<Preset> wanted =
        CATALOGUE.theorem(id).orElseThrow().declaration().presets().stream()
            .filter(p -> instances.length == 0 || List.of(instances).contains(p.name()))
            .toList();
    assertFalse(wanted.isEmpty(), "the instances exist");
    try (Engine engine = new CpuEngine(threads)) {
      return suite.run(List.of(new Request(id, wanted)), engine, threads, Progress.silent());
    }
  }

  private static ClaimResult claim(Results results, String name) {
    return results.checks().get(0).instances().get(0).claims().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theoremFourSixIsAnEqualityOnItsSharpInstancesAsFractions() throws InterruptedException {
    Results results =
        run(THM46, 2, Options.standard(), "S1, alpha at its limit", "S1, c = 2", "LS4");
    for (InstanceResult instance : results.checks().get(0).instances()) {
      Layer.Exact exact = (Layer.Exact) instance.claims().get(0).layers().get(0);
      assertEquals("rationals", exact.arithmetic());
      assertEquals(9, exact.points().size());
      exact.points().forEach(p -> assertEquals("1", p.ratio(), instance.name() + " " + p.k()));
      assertEquals(Outcome.HOLDS, instance.verdict());
    }
    assertTrue(results.checks().get(0).asExpected());
  }

  @Test
  void onLeastSquaresTheSimulatedRatioIsOneWithinFivePercentAtEveryCheckpoint()
      throws InterruptedException {
    Results results = run(THM46, 2, Options.standard(), "LS4");
    Layer.Sampled sampled = (Layer.Sampled) claim(results, "simulator on (4.14)").layers().get(0);
    assertEquals(0.02, sampled.delta());
    assertEquals(8, sampled.components().size());
    for (Layer.Component c : sampled.components()) {
      assertTrue(c.ratioLower() >= 0.95 && c.ratioLower() <= 1, c.toString());
      assertTrue(c.ratioUpper() <= 1.05 && c.ratioUpper() >= 1, c.toString());
    }
  }

  @Test
  void theDigestIsTheSameForOneTwoAndSevenThreadsAndOnASecondRun() throws InterruptedException {
    Options quick = new Options(0, OptionalDouble.of(0.2), OptionalDouble.empty());
    String one = run(THM46, 1, quick).digest();
    assertEquals(one, run(THM46, 2, quick).digest());
    assertEquals(one, run(THM46, 7, quick).digest());
    assertEquals(one, run(THM46, 1, quick).digest());
    Options otherSeed = new Options(1, OptionalDouble.of(0.2), OptionalDouble.empty());
    assertNotEquals(one, run(THM46, 2, otherSeed).digest(), "another seed draws otherwise");
  }

  private static String digestOf(String alpha) throws InterruptedException {
    Options quick = new Options(0, OptionalDouble.of(0.3), OptionalDouble.empty());
    Declaration declaration = CATALOGUE.theorem(THM46).orElseThrow().declaration();
    Preset yours = declaration.yours(declaration.named("S1, c = 2"), Map.of("alpha", alpha));
    try (Engine engine = new CpuEngine(2)) {
      return new Suite(CATALOGUE, quick)
          .run(List.of(new Request(THM46, List.of(yours))), engine, 2, Progress.silent())
          .digest();
    }
  }

  @Test
  void oneNumberDrawsAlikeHoweverItIsWritten() throws InterruptedException {
    String digest = digestOf("1/10");
    assertEquals(digest, digestOf("0.1"));
    assertEquals(digest, digestOf("1.00e-1"));
    assertNotEquals(digest, digestOf("0.11"), "another number");
  }

  @Test
  void aStepTooLongMakesTheInstanceNotApplicableAndSaysWhatHappens() throws InterruptedException {
    Options quick = new Options(0, OptionalDouble.of(0.2), OptionalDouble.empty());
    Results results = run(THM46, 2, quick, "S1, half as long again");
    InstanceResult instance = results.checks().get(0).instances().get(0);
    assertEquals(Outcome.NOT_APPLICABLE, instance.verdict());
    assertEquals(Outcome.REFUTED, claim(results, "(4.14)").verdict());
    assertEquals(ClaimResult.Standing.SHOWN, claim(results, "(4.14)").standing());
    assertEquals(Outcome.HOLDS, claim(results, "gap of a step too long").verdict());
    assertTrue(results.checks().get(0).asExpected());
  }

  @Test
  void bracketOfThirteenIsRefutedWhileItsTwinHolds() throws InterruptedException {
    Results results = misprint("cevher/sgd-nonconvex-rate-as-printed-eq13");
    assertEquals(Outcome.REFUTED, claim(results, "(13) as printed").verdict());
    assertEquals(Outcome.REFUTED, claim(results, "(13) as printed, simulated").verdict());
    assertEquals(Outcome.HOLDS, claim(results, "(13) corrected").verdict());
  }

  @Test
  void hatOfEightIsRefutedWhileTheTrueGradientFallsOnTheSameRuns() throws InterruptedException {
    Results results = misprint("cevher/sgd-nonconvex-rate-as-printed-eq8", "N = 64");
    assertEquals(Outcome.REFUTED, claim(results, "(8) as printed").verdict());
    assertEquals(Outcome.HOLDS, claim(results, "rate N^-1/2").verdict());
  }

  @Test
  void rateOfFourteenIsRefutedWhileThatOfTheKernelHoldsOnTheSameRuns() throws InterruptedException {
    Results results = misprint("cevher/overparam-rate-as-printed", "m = 256");
    assertEquals(Outcome.REFUTED, claim(results, "(14) as printed").verdict());
    assertEquals(Outcome.HOLDS, claim(results, "rate of the kernel").verdict());
  }

  @Test
  void misprintsWithoutChanceAreRefutedWhileTheCorrectedClaimsHold() throws InterruptedException {
    int tried = 0;
    for (CardIndex.Entry entry : misprints()) {
      if (!entry.id().startsWith("bottou/")) {
        continue;
      }
      Results results = misprint(entry.id());
      assertEquals(Outcome.REFUTED, claim(results, entry.refutes().orElseThrow()).verdict());
      assertTrue(
          results.checks().get(0).instances().stream()
              .flatMap(instance -> instance.claims().stream())
              .anyMatch(claim -> claim.verdict() == Outcome.HOLDS),
          entry.id() + " shows nothing that is right");
      tried++;
    }
    assertEquals(7, tried);
  }

  @Test
  void everyMisprintOfTheCatalogueIsTriedHere() {
    assertEquals(
        Set.of(
            "cevher/sgd-nonconvex-rate-as-printed-eq13",
            "cevher/sgd-nonconvex-rate-as-printed-eq8",
            "cevher/overparam-rate-as-printed"),
        misprints().stream()
            .map(CardIndex.Entry::id)
            .filter(id -> !id.startsWith("bottou/"))
            .collect(Collectors.toSet()));
  }

  private static List<CardIndex.Entry> misprints() {
    return CATALOGUE.cards().entries().stream().filter(e -> e.expect() == Expect.REFUTED).toList();
  }

  private static Results misprint(String id, String... instances) throws InterruptedException {
    Results results = run(id, 2, Options.standard(), instances);
    assertEquals(Outcome.REFUTED, results.checks().get(0).verdict());
    assertTrue(results.checks().get(0).asExpected());
    return results;
  }

  @Test
  void resultsAreReadBackAsTheyWereWritten(@TempDir Path folder) throws Exception {
    Options quick = new Options(0, OptionalDouble.of(0.3), OptionalDouble.empty());
    Results results = run(THM46, 2, quick, "LS4", "Q1, 2.5 times too long");
    Path file = ResultsFile.write(folder, results);
    Results again = ResultsFile.read(file);
    assertEquals(results.digest(), again.digest());
    assertEquals(results.digest(), ResultsFile.digest(again.checks()));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count(), "no temporary file is left");
    }
  }

  @Test
  void aCorruptFileIsRefusedWithASentence(@TempDir Path folder) throws Exception {
    Path file = folder.resolve(ResultsFile.NAME);
    Files.write(file, "{\"schemaVersion\": \"1\", \"run\": [".getBytes(StandardCharsets.UTF_8));
    String message =
        assertThrows(IllegalArgumentException.class, () -> ResultsFile.read(file)).getMessage();
    assertTrue(message.contains("is not a results file"), message);
    assertTrue(message.contains("make it anew with `check`"), message);
    Files.write(file, "{}".getBytes(StandardCharsets.UTF_8));
    assertThrows(IllegalArgumentException.class, () -> ResultsFile.read(file));
  }

  @Test
  void anUnknownIdNamesTheNearest() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> CATALOGUE.select(List.of("bottou/thm46-fixedstep")))
            .getMessage();
    assertTrue(message.contains("bottou/thm46-fixed-step"), message);
    assertEquals(6, CATALOGUE.select(List.of("cevher/*")).size());
  }
}
