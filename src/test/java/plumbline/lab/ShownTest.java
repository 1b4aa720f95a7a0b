package plumbline.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.check.ClaimResult;
import plumbline.check.InstanceResult;
import plumbline.check.Layer;
import plumbline.theorem.Role;
import plumbline.verdict.Outcome;

/** What is said beside a verdict, of layers made by hand. */
class ShownTest {
  private static Layer sampled(double delta99) {
    return new Layer.Sampled(
        "cpu", 64, 64, 0.02, 5e-10, 1e-4, "", 0, 21, delta99, false, 0.9, 1, List.of());
  }

  private static Layer counted(double delta99) {
    return new Layer.Counted(
        "cpu", 64, 64, 0.02, 5e-10, 1e-4, "", 0, 21, delta99, 1, 1, 0.1, 0, 0.1);
  }

  private static String said(Layer... layers) {
    List<ClaimResult> claims =
        List.of(layers).stream()
            .map(
                layer ->
                    new ClaimResult(
                        "c",
                        "mean",
                        "at most",
                        ClaimResult.Standing.CLAIMED,
                        Outcome.HOLDS,
                        "",
                        List.of(layer),
                        List.of()))
            .toList();
    return Shown.resolution(
        new InstanceResult(
            "i", Role.TYPICAL, Map.of(), Map.of(), List.of(), Outcome.HOLDS, claims));
  }

  @Test
  void theViolationThatIsNoticedIsThatOfTheCoarsestClaim() {
    String noticed =
        " A violation of %s\u00a0%% or more would have been noticed with probability 99\u00a0%%.";
    assertEquals(noticed.formatted("5"), said(sampled(0.02), counted(0.05)));
    assertEquals(noticed.formatted("5"), said(counted(0.02), sampled(0.05)));
    assertEquals(noticed.formatted("3"), said(counted(0.03)));
  }

  @Test
  void nothingIsSaidWhereOneClaimsIsNotKnown() {
    assertEquals("", said(sampled(0.02), counted(Double.NaN)));
    assertEquals(
        "",
        said(sampled(0.02), new Layer.Interval("slope", "cpu", 64, 64, -1.1, -0.9, -1, 0.1, "")));
  }

  @Test
  void withoutChanceItIsSaidToBeComputed() {
    assertEquals(
        " It is decided by computation, without chance.",
        said(new Layer.Exact("rational", List.of())));
  }
}
