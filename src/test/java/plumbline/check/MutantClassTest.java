package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plumbline.check.MutantResult.Standing;
import plumbline.check.MutantResult.Witness;
import plumbline.simulation.CpuEngine;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Theorem;
import plumbline.verdict.Outcome;

/** What is demanded of a mutant is known before its outcome, and is met. */
class MutantClassTest {
  private static <S> MutationResult run(Theorem<S> theorem, Catalogue catalogue, String instance)
      throws InterruptedException {
    List<Preset> one =
        theorem.declaration().presets().stream().filter(p -> p.name().equals(instance)).toList();
    assertEquals(1, one.size(), instance);
    try (CpuEngine engine = new CpuEngine(2)) {
      return new Mutation(catalogue, Options.standard())
          .run(theorem, one, engine, Progress.silent());
    }
  }

  private static MutationResult run(String id, String instance) throws InterruptedException {
    Catalogue catalogue = Catalogue.load();
    return run(catalogue.theorem(id).orElseThrow(), catalogue, instance);
  }

  private static MutantResult mutant(MutationResult result, String claim, String name) {
    return result.mutants().stream()
        .filter(m -> m.place().claim().equals(claim) && m.mutant().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no mutant " + name + " of " + claim));
  }

  /**
   * The fourth moment is infinite, so there is no contract and no v to plan with: half the bound
   * was given up at n = 7168 by a plan with v = 2. E X_2 = 3/4 B_2, so it is violated by 1/2.
   */
  @Test
  void withoutContractThePlanTakesTheVariationThatTheClaimsOwnRunHasSeen()
      throws InterruptedException {
    MutationResult result = run("bottou/thm47-diminishing", "Q1, Student with 4 degrees");
    MutantResult half = mutant(result, "(4.19)", "bound x 1/2");
    assertEquals(0.5, half.violation(), 1e-9);
    assertEquals(Set.of(Witness.EXACT, Witness.SIMULATION), half.asked());
    assertEquals(Optional.of(Outcome.REFUTED), half.simulated());
    assertEquals(List.of(), result.survivors());
  }

  /** Hardly any variance: x 0.95 is violated by 0.99/0.95 - 1 at k = 2 and needs little more. */
  @Test
  void hardlyAnyVarianceIsPlannedWithWhatEvidenceOnAConstantCosts() throws InterruptedException {
    MutationResult result = run("bottou/thm47-diminishing", "Q1 from the minimum");
    MutantResult scaled = mutant(result, "(4.19)", "bound x 0.95");
    assertEquals(0.99 / 0.95 - 1, scaled.violation(), 1e-9);
    assertEquals(Set.of(Witness.EXACT, Witness.SIMULATION), scaled.asked());
    assertTrue(scaled.killed(), scaled.toString());
    assertEquals(List.of(), result.survivors());
  }

  /**
   * Of P(far from a minimum) nothing exact is known; E x_t^2 on the way out has a bound on either
   * side, and each says how false the other's mutants are.
   */
  @Test
  void eventsAreNotClassedAndMeansBetweenTwoBoundsAre() throws InterruptedException {
    MutationResult result = run("cevher/psgd-theorem", "eta = 1/5");
    List<MutantResult> events =
        result.mutants().stream()
            .filter(m -> m.place().claim().equals("near a minimum at T"))
            .toList();
    assertTrue(events.size() >= 2, events.toString());
    for (MutantResult m : events) {
      assertTrue(
          m.standing() == Standing.NOT_CLASSED || m.standing() == Standing.TRUE_HERE, m.toString());
      assertTrue(!m.killed() && !m.survived(), m.toString());
    }
    MutantResult half = mutant(result, "escape phase, at most", "bound x 1/2");
    assertEquals(Set.of(Witness.SIMULATION), half.asked());
    assertTrue(half.killed(), half.toString());
    assertEquals(List.of(), result.survivors());
  }

  /** With k in place of gamma + k the bound divides 0 by 0 at k = 1, and is 19 % off at k = 3. */
  @Test
  void anErrorThatLeavesNoNumberAtOnePointIsFoundAtTheNext() throws InterruptedException {
    MutationResult result =
        run("bottou/gap-proportional-stepsize", "beta = 1/(c mu), from the minimum");
    MutantResult m = mutant(result, "at most, less what it gives away", "(gamma + k) -> k");
    assertEquals("k = 3", m.where());
    assertTrue(m.killed(), m.toString());
    assertEquals(List.of(), result.survivors());
  }

  @Test
  void aMutantIsDemandedIfAndOnlyIfSomebodyIsAsked() {
    assertThrows(IllegalArgumentException.class, () -> of(Standing.DEMANDED, Set.of()));
    assertThrows(
        IllegalArgumentException.class, () -> of(Standing.NOT_CLASSED, Set.of(Witness.EXACT)));
  }

  /** It may come out REFUTED: it stays outside the kill rate, and an error in it does not pass. */
  @Test
  void whatIsNotClassedCountsNeitherWay() {
    MutantResult refuted = of(Standing.NOT_CLASSED, Set.of());
    MutationResult result = new MutationResult("x", List.of(refuted), List.of());
    assertEquals(0, result.demanded());
    assertEquals(0, result.killed());
    assertEquals(1, result.refutedUnasked());
    assertEquals(List.of(), result.survivors());
  }

  private static MutantResult of(Standing standing, Set<Witness> asked) {
    return new MutantResult(
        new MutantResult.Place("instance", Role.TYPICAL, "claim"),
        "bound x 1/2",
        standing,
        asked,
        1,
        "k = 2",
        "measured",
        Optional.empty(),
        Optional.of(Outcome.REFUTED),
        1024,
        "");
  }
}
