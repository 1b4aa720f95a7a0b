package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import plumbline.simulation.CpuEngine;
import plumbline.simulation.Engine;
import plumbline.simulation.Plan;
import plumbline.simulation.Ratios;
import plumbline.theorem.Preset;
import plumbline.verdict.Outcome;

/** What is heard of an instance while it is checked. */
class SoFarTest {
  private static final String ID = "bottou/thm46-fixed-step";
  private static final Catalogue CATALOGUE = Catalogue.load();
  private static final Suite SUITE =
      new Suite(CATALOGUE, new Options(0, OptionalDouble.empty(), OptionalDouble.of(0.3)));

  /** Keeps everything that is heard. */
  private static final class Ear implements Progress {
    private final List<InstanceResult> heard = new ArrayList<>();

    @Override
    public void soFar(Supplier<InstanceResult> instance) {
      heard.add(instance.get());
    }
  }

  /** The processor, on which nothing is prepared ahead. */
  private record Alone(Engine engine) implements Engine {
    @Override
    public String device() {
      return engine.device();
    }

    @Override
    public Optional<String> refuses(Plan plan) {
      return engine.refuses(plan);
    }

    @Override
    public Ratios run(Plan plan, long seed, long block) throws InterruptedException {
      return engine.run(plan, seed, block);
    }

    @Override
    public void close() {
      engine.close();
    }
  }

  private static CheckResult check(String instance, Progress progress, boolean alone)
      throws InterruptedException {
    Preset preset = CATALOGUE.theorem(ID).orElseThrow().declaration().named(instance);
    try (Engine cpu = new CpuEngine(1)) {
      return SUITE.check(new Request(ID, List.of(preset)), alone ? new Alone(cpu) : cpu, progress);
    }
  }

  private static boolean draws(InstanceResult instance, Curve.Role role) {
    return instance.claims().get(0).curves().stream().anyMatch(curve -> curve.role() == role);
  }

  @Test
  void boundsAreHeardBeforeExactCurvesAndThoseBeforeMeans() throws InterruptedException {
    Ear ear = new Ear();
    CheckResult result = check("QD, Gaussian", ear, true);
    InstanceResult first = ear.heard.get(0);
    assertTrue(draws(first, Curve.Role.BOUND));
    assertFalse(draws(first, Curve.Role.EXACT));
    assertEquals(result.instances().get(0).hypotheses(), first.hypotheses());
    assertEquals(Outcome.INCONCLUSIVE, first.verdict());
    InstanceResult second = ear.heard.get(1);
    assertTrue(draws(second, Curve.Role.EXACT));
    assertFalse(draws(second, Curve.Role.MEAN));
    assertTrue(draws(ear.heard.get(2), Curve.Role.MEAN));
    // the last look has decided all: nothing is left to say but what the card makes of it
    assertEquals(result.instances().get(0), ear.heard.get(ear.heard.size() - 1));
  }

  @Test
  void whereAHypothesisFailsThatIsHeardAtOnce() throws InterruptedException {
    Ear ear = new Ear();
    check("Q1, 2.5 times too long", ear, true);
    assertEquals(Outcome.NOT_APPLICABLE, ear.heard.get(0).verdict());
    assertEquals(ClaimResult.Standing.SHOWN, ear.heard.get(0).claims().get(0).standing());
  }

  @Test
  void anOpenClaimSaysHowFarItIs() throws InterruptedException {
    Ear ear = new Ear();
    check("Q1, alpha c M_G = 1/10", ear, true);
    List<ClaimResult> open =
        ear.heard.stream()
            .flatMap(instance -> instance.claims().stream())
            .filter(claim -> claim.sentence().startsWith("open after 1024 replicas of at most "))
            .toList();
    assertFalse(open.isEmpty());
    open.forEach(claim -> assertEquals(Outcome.INCONCLUSIVE, claim.verdict()));
  }

  @Test
  void listeningChangesNoBit() throws InterruptedException {
    CheckResult silent = check("QD, Gaussian", Progress.silent(), true);
    assertEquals(silent, check("QD, Gaussian", new Ear(), true));
  }

  @Test
  void whatIsPreparedOnAnotherThreadIsNotHeard() throws InterruptedException {
    Ear ear = new Ear();
    check("QD, Gaussian", ear, false);
    assertTrue(draws(ear.heard.get(0), Curve.Role.EXACT));
  }
}
