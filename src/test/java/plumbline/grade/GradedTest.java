package plumbline.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.InstanceResult;
import plumbline.check.Layer;
import plumbline.theorem.Role;
import plumbline.verdict.Outcome;

/** What is said of the errors, claim by claim. */
class GradedTest {
  private static final double NONE = Double.NaN;

  private static final Layer COUNTED =
      new Layer.Counted(
          "scalar", 512, 512, 0.05, 5e-10, 1e-4, "exact", -1, 21.4, NONE, 0, 0, 0.1, 0, 0.03);

  private static final Layer SAMPLED =
      new Layer.Sampled(
          "scalar",
          512,
          512,
          0.02,
          5e-10,
          1e-4,
          "",
          -1,
          21.4,
          NONE,
          false,
          0.9,
          1.01,
          List.of(new Layer.Component("k = 8", 8, 1, 0.95, 0.9, 1.01, 1)));

  private static ClaimResult claim(String relation, Outcome outcome, Layer layer) {
    return new ClaimResult(
        "rate",
        "mean",
        relation,
        ClaimResult.Standing.CLAIMED,
        outcome,
        outcome + "",
        List.of(layer),
        List.of());
  }

  private static List<String> errors(ClaimResult... claims) {
    InstanceResult typical =
        new InstanceResult(
            "T", Role.TYPICAL, Map.of(), Map.of(), List.of(), Outcome.HOLDS, List.of(claims));
    return new Graded(
            new CheckResult(
                "a/b", "title", "source", "holds", Outcome.HOLDS, true, "", List.of(typical)))
        .errors();
  }

  private static boolean says(List<String> errors, String words) {
    return errors.stream().anyMatch(e -> e.contains(words));
  }

  @Test
  void anEventHasItsResolutionToo() {
    List<String> errors = errors(claim("at most", Outcome.HOLDS, COUNTED));
    assertTrue(says(errors, "breaks a bound by more than 5 %"), errors::toString);
  }

  @Test
  void aLowerBoundIsRefutedOnlyUnderItsTails() {
    List<String> tails =
        Stream.of("at most", "at least", "equal")
            .map(relation -> errors(claim(relation, Outcome.HOLDS, SAMPLED)).get(0))
            .map(e -> e.substring(e.indexOf("= 5.0e-10") + 9))
            .toList();
    String known = ", if its iterates have the tails that are known of the theorem's method";
    assertEquals(List.of("", known, known), tails);
  }

  @Test
  void whatStaysOpenIsNotPromised() {
    ClaimResult held = claim("at most", Outcome.HOLDS, SAMPLED);
    ClaimResult open = claim("at most", Outcome.INCONCLUSIVE, COUNTED);
    List<String> errors = errors(held, open);
    // the resolution is that of the claim that holds
    assertTrue(says(errors, "breaks a bound by more than 2 %"), errors::toString);
    assertTrue(says(errors, "of 1 of the claims, on typical instances, too little was seen"));
    assertEquals(1, errors.size() - errors(held).size());
  }
}
