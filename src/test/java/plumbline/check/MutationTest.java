package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plumbline.check.MutantResult.Witness;
import plumbline.simulation.CpuEngine;
import plumbline.theorem.Preset;
import plumbline.theorem.Theorem;
import plumbline.verdict.Outcome;

/** Theorem 4.6 on S1 and LS4, where its bound is attained at every k: errors in it must show. */
class MutationTest {
  private static MutationResult result;

  @BeforeAll
  static void mutate() throws InterruptedException {
    Catalogue catalogue = Catalogue.load();
    try (CpuEngine engine = new CpuEngine(2)) {
      result =
          run(
              catalogue,
              "bottou/thm46-fixed-step",
              List.of("S1, alpha at its limit", "LS4"),
              engine);
    }
  }

  @AfterAll
  static void forget() {
    result = null;
  }

  private static MutationResult run(
      Catalogue catalogue, String id, List<String> names, CpuEngine engine)
      throws InterruptedException {
    return run(catalogue, catalogue.theorem(id).orElseThrow(), names, engine);
  }

  private static <S> MutationResult run(
      Catalogue catalogue, Theorem<S> theorem, List<String> names, CpuEngine engine)
      throws InterruptedException {
    List<Preset> sharp =
        theorem.declaration().presets().stream().filter(p -> names.contains(p.name())).toList();
    assertEquals(names.size(), sharp.size());
    return new Mutation(catalogue, Options.standard())
        .run(theorem, sharp, engine, Progress.silent());
  }

  private static MutantResult mutant(String instance, String name) {
    return result.mutants().stream()
        .filter(m -> m.place().instance().equals(instance) && m.mutant().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no mutant " + name + " on " + instance));
  }

  private static void dies(String instance, String name, double violation) {
    MutantResult m = mutant(instance, name);
    assertEquals(violation, m.violation(), 1e-9, m.toString());
    assertEquals(MutantResult.Standing.DEMANDED, m.standing(), m.toString());
    assertEquals(Optional.of(Outcome.REFUTED), m.exact(), m.toString());
    assertEquals(Optional.of(Outcome.REFUTED), m.simulated(), m.toString());
  }

  // the bound is attained, so that x q is violated by 1/q - 1 at every k

  @Test
  void boundTimes095And05IsRefutedTwiceOnEachSharpInstance() {
    for (String instance : List.of("S1, alpha at its limit", "LS4")) {
      dies(instance, "bound x 0.95", 1 / 0.95 - 1);
      dies(instance, "bound x 1/2", 1);
    }
  }

  /**
   * From far away nu is (gamma + 1) Delta: the bound is attained at k = 1, before anything is
   * random, and at k = 2 the value is a sixth of it. Simulation must see it all the same.
   */
  @Test
  void anErrorThatShowsOnlyWhereNothingIsRandomIsRefutedTwice() throws InterruptedException {
    Catalogue catalogue = Catalogue.load();
    try (CpuEngine engine = new CpuEngine(2)) {
      List<MutantResult> far =
          run(catalogue, "bottou/thm47-diminishing", List.of("Q1 from far away"), engine).mutants();
      for (String name : List.of("bound x 0.95", "bound x 1/2")) {
        MutantResult m =
            far.stream().filter(x -> x.mutant().equals(name)).findFirst().orElseThrow();
        assertEquals("k = 1", m.where());
        assertEquals(Set.of(Witness.EXACT, Witness.SIMULATION), m.asked());
        assertTrue(m.killed(), m.toString());
      }
    }
  }

  /** 1/0.98 - 1 = 0.0204 is below 1.5 delta = 0.03: seen without chance, not demanded. */
  @Test
  void boundTimes098IsRefutedWithoutChanceAndNotDemanded() {
    MutantResult m = mutant("LS4", "bound x 0.98");
    assertEquals(1 / 0.98 - 1, m.violation(), 1e-9);
    assertEquals(MutantResult.Standing.BELOW_RESOLUTION, m.standing());
    assertEquals(Optional.of(Outcome.REFUTED), m.exact());
    assertEquals(Optional.empty(), m.simulated());
  }

  /** S1 has floor 1 and Delta 8: without the transient 8/1 at k = 1, 4.5/1 at k = 2. */
  @Test
  void aForgottenTransientIsRefutedTwice() {
    dies("S1, alpha at its limit", "term transient dropped", 7);
  }

  /** Without the floor the bound falls to 0 and the mean does not. */
  @Test
  void aForgottenNeighbourhoodIsRefutedTwice() {
    MutantResult m = mutant("LS4", "term neighbourhood dropped");
    assertTrue(m.violation() > 1e6, m.toString());
    assertTrue(m.killed(), m.toString());
  }

  /**
   * mu = 1/2 forgotten in the floor: 1/2 in place of 1 in the limit. That is the bound with L
   * halved, and stands under the name that comes first.
   */
  @Test
  void muForgottenInTheFloorOrInTheRateIsRefutedTwice() {
    MutantResult floor = mutant("S1, alpha at its limit", "L x 1/2");
    assertEquals(1, floor.violation(), 1e-6);
    assertTrue(floor.killed(), floor.toString());
    assertTrue(mutant("S1, alpha at its limit", "((alpha * c) * mu) -> (alpha * c)").killed());
  }

  @Test
  void halfTheNoiseIsRefutedTwice() {
    assertEquals(1, mutant("LS4", "L x 1/2").violation(), 1e-6);
    assertTrue(mutant("LS4", "L x 1/2").killed());
    assertTrue(mutant("S1, alpha at its limit", "L x 1/2").killed());
    assertTrue(mutant("LS4", "L x 0.95").killed());
    assertTrue(mutant("LS4", "c x 1.05").killed());
  }

  /** F_1 in place of F_1 - floor, and exponent k - 2, make the bound larger: they stay true. */
  @Test
  void mutantsThatAreTrueAreNotDemanded() {
    for (String instance : List.of("S1, alpha at its limit", "LS4")) {
      for (String larger :
          List.of(
              "(Delta - (((alpha * L) * M) / ((2 * c) * mu))) -> Delta",
              "((1 - ((alpha * c) * mu)) ^ (k - 1)) -> ((1 - ((alpha * c) * mu)) ^ ((k - 1) - 1))",
              "(2 * c) -> c")) {
        MutantResult m = mutant(instance, larger);
        assertEquals(MutantResult.Standing.TRUE_HERE, m.standing(), m.toString());
        assertFalse(m.killed());
        assertFalse(m.survived());
      }
    }
  }

  /** 15 on S1 and 17 on LS4, each bound once however it may be written. */
  @Test
  void noDemandedMutantSurvives() {
    assertEquals(List.of(), result.survivors());
    assertEquals(result.demanded(), result.killed());
    assertTrue(result.demanded() == 32, "demanded " + result.demanded());
  }

  private static MutantResult simulatedAs(MutantResult m, Optional<Outcome> simulated) {
    return new MutantResult(
        m.place(),
        m.mutant(),
        m.standing(),
        m.asked(),
        m.violation(),
        m.where(),
        m.basis(),
        m.exact(),
        simulated,
        m.replicas(),
        "");
  }

  /** The guard itself: a demanded mutant that simulation does not refute counts as a survivor. */
  @Test
  void aDemandedMutantThatOneOfTwoVerdictsMissesSurvives() {
    MutantResult m = mutant("LS4", "bound x 0.95");
    assertTrue(simulatedAs(m, Optional.of(Outcome.INCONCLUSIVE)).survived());
    assertFalse(m.survived());
  }

  /** Silence of a witness that is asked is no agreement. */
  @Test
  void aDemandedMutantThatWasNeverSimulatedSurvives() {
    MutantResult m = mutant("LS4", "bound x 0.95");
    assertEquals(Set.of(Witness.EXACT, Witness.SIMULATION), m.asked());
    assertTrue(simulatedAs(m, Optional.empty()).survived());
    assertFalse(simulatedAs(m, Optional.empty()).killed());
  }

  /** (k - 1) -> k is the exponent plus 1, and M halved is L halved: one error each. */
  @Test
  void twoWritingsOfOneBoundAreOneMutant() {
    List<String> names =
        result.mutants().stream()
            .filter(m -> m.place().instance().equals("LS4"))
            .map(MutantResult::mutant)
            .toList();
    assertTrue(names.contains("(k - 1) -> k"), names.toString());
    assertTrue(names.contains("L x 1/2"), names.toString());
    String raised =
        "((1 - ((alpha * c) * mu)) ^ (k - 1)) -> ((1 - ((alpha * c) * mu)) ^ ((k - 1) + 1))";
    assertFalse(names.contains(raised), names.toString());
    assertFalse(names.contains("M x 1/2"), names.toString());
  }
}
