package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongToDoubleFunction;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.method.Method;
import plumbline.oracle.Oracle;
import plumbline.problem.Cosine;
import plumbline.quantity.Quantity;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.series.Vector;
import plumbline.simulation.CpuEngine;
import plumbline.simulation.Engine;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Preset;
import plumbline.theorem.Relation;
import plumbline.theorem.Role;
import plumbline.theorem.Tail;
import plumbline.verdict.Outcome;

/** What becomes of checkpoints before any replica is drawn. */
class ComponentsTest {
  private static Components components(LongToDoubleFunction bound) {
    Recursion cosine =
        new Recursion(
            new Cosine(1, 1),
            Oracle.sphere(2, BigFraction.ONE),
            Method.stochasticGradient(),
            Stepsize.fixed(BigFraction.ONE_HALF),
            new Start.At(Vector.parse("0 1")));
    Reading gap = Reading.at(cosine, Quantity.GAP, Checkpoints.of(1, 4, 16));
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
    assertTrue(tiny.leftOut().contains("k = 16 is below rounding"), tiny.leftOut());
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
      assertTrue(claim.sentence().contains("k = 1 is deterministic"), claim.sentence());
    }
  }
}
