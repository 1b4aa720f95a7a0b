package plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.ClaimResult.Standing;
import plumbline.check.InstanceResult;
import plumbline.check.Layer;
import plumbline.theorem.Role;
import plumbline.verdict.Outcome;

/** How near bounds come, on values made up for it. */
class TightnessTest {
  private static ClaimResult claim(
      String name, String relation, Standing standing, double... pairs) {
    List<Layer.Side> sides = new java.util.ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      sides.add(new Layer.Side("k = " + (1 + i / 2), 1 + i / 2, pairs[i], pairs[i + 1], 0));
    }
    return new ClaimResult(
        name,
        "exactly",
        relation,
        standing,
        Outcome.HOLDS,
        "",
        List.of(new Layer.Compared("rationals", sides)),
        List.of());
  }

  private static CheckResult check(Role role, ClaimResult... claims) {
    InstanceResult instance =
        new InstanceResult(
            "one", role, Map.of(), Map.of(), List.of(), Outcome.HOLDS, List.of(claims));
    return new CheckResult(
        "bottou/x", "x", "", "holds", Outcome.HOLDS, true, "", List.of(instance));
  }

  private static String card(String relation, double... pairs) {
    return Tightness.card(check(Role.SHARP, claim("a", relation, Standing.CLAIMED, pairs)));
  }

  @Test
  void aBoundIsAttainedOrSaysHowMuchOfItIsReached() {
    assertEquals("bound attained", card("at most", 1, 2, 0.25, 0.25));
    assertEquals("reaches 52\u00a0% of its bound", card("at most", 1, 2, 0.13, 0.25));
    assertEquals("bound is 80\u00a0% of the value", card("at least", 1, 0.1, 1, 0.8));
    // two negative sides: 8 below the bound of -4 is half of it
    assertEquals("reaches 50\u00a0% of its bound", card("at most", 1, 2, -8, -4));
    assertEquals("an equality", card("equal", 1, 1, 2, 2));
  }

  @Test
  void theFirstPointCountsOnlyWhereItIsTheOnlyOne() {
    assertEquals("reaches 50\u00a0% of its bound", card("at most", 1, 1, 1, 2));
    assertEquals("bound attained", card("at most", 1, 1));
  }

  @Test
  void onlyClaimsOfTheTheoremOnSharpInstancesCount() {
    ClaimResult tight = claim("a", "at most", Standing.CLAIMED, 1, 2, 1, 1);
    assertEquals("no sharp instance known", Tightness.card(check(Role.TYPICAL, tight)));
    ClaimResult shown = claim("b", "at most", Standing.SHOWN, 1, 2, 1, 1);
    ClaimResult loose = claim("a", "at most", Standing.CLAIMED, 1, 2, 1, 4);
    assertEquals(
        List.of(new Tightness("a", "at most", "one", 0.25)),
        Tightness.of(check(Role.SHARP, shown, loose)));
  }

  @Test
  void theSharpInstanceThatComesNearestCounts() {
    ClaimResult loose = claim("a", "at most", Standing.CLAIMED, 1, 2, 1, 4);
    ClaimResult tight = claim("a", "at most", Standing.CLAIMED, 1, 2, 3, 4);
    for (List<ClaimResult> order : List.of(List.of(loose, tight), List.of(tight, loose))) {
      List<InstanceResult> instances = new java.util.ArrayList<>();
      for (ClaimResult claim : order) {
        instances.addAll(check(Role.SHARP, claim).instances());
      }
      CheckResult both =
          new CheckResult("bottou/x", "x", "", "holds", Outcome.HOLDS, true, "", instances);
      assertEquals("reaches 75\u00a0% of its bound", Tightness.card(both));
    }
  }

  @Test
  void aBoundOfZeroShowsNothing() {
    assertEquals("", card("at most", -1, 0, -2, 0));
    assertEquals("", card("at most", 0, 0, 0, 0));
  }
}
