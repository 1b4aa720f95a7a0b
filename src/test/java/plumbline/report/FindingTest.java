package plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.check.ClaimResult;
import plumbline.check.Layer;
import plumbline.verdict.Outcome;

class FindingTest {
  private static final String DENSE =
      "HOLDS within 2 % (tight) grade=contract(ClosedForm) n=524288 mean 0.9975 to 1.005"
          + " logE=-0.65/21.42";

  private static Layer.Sampled sampled(double lower, double upper, String grade, double delta99) {
    return new Layer.Sampled(
        "cpu",
        4096,
        65536,
        0.02,
        5e-10,
        1e-4,
        grade,
        -0.65,
        21.42,
        delta99,
        false,
        lower,
        upper,
        List.of(
            new Layer.Component("k = 2", 2, 1, 0.9975, lower, upper, 1),
            new Layer.Component("k = 64", 64, 1, 1.005, lower, upper, 1),
            new Layer.Component("k in [8, 16)", 8, 1, 1, lower, upper, 1)));
  }

  private static ClaimResult claim(
      String relation, Outcome verdict, String sentence, Layer... layers) {
    return new ClaimResult(
        "(4.14)",
        "mean",
        relation,
        ClaimResult.Standing.CLAIMED,
        verdict,
        sentence,
        List.of(layers),
        List.of());
  }

  private static String said(String relation, Outcome verdict, double lower, double upper) {
    return Finding.sentence(
        claim(relation, verdict, DENSE, sampled(lower, upper, "contract(ClosedForm)", 0.031)));
  }

  @Test
  void aMeanIsSaidByItsRelationAndItsVerdict() {
    assertEquals(
        "The mean exceeds the bound nowhere by more than 1.8\u00a0%.",
        said("at most", Outcome.HOLDS, 0.98, 1.018));
    assertEquals(
        "The mean stays below the bound: at most 0.9923 times it.",
        said("at most", Outcome.HOLDS, 0.9, 0.9923));
    assertEquals(
        "The mean exceeds the bound: somewhere it is at least 23.7 times as large.",
        said("at most", Outcome.REFUTED, 23.7, 25.58));
    assertEquals(
        "The mean falls below the bound nowhere by more than 3.9\u00a0%.",
        said("at least", Outcome.HOLDS, 0.961, 1.456));
    assertEquals(
        "The mean falls below the bound: somewhere it is at most 0.8 times it.",
        said("at least", Outcome.REFUTED, 0.7, 0.8));
    assertEquals(
        "The mean exceeds the bound nowhere, up to rounding.",
        said("at most", Outcome.HOLDS, 0.99, 1 + 1.665e-14));
    assertEquals(
        "The mean exceeds the bound nowhere by more than 1e-5\u00a0%.",
        said("at most", Outcome.HOLDS, 0.99, 1 + 1e-7));
    assertEquals(
        "The mean falls below the bound nowhere, up to rounding.",
        said("at least", Outcome.HOLDS, 1 - 1e-13, 1.1));
    assertEquals(
        "The mean is equal to the claimed value, up to rounding.",
        said("equal", Outcome.HOLDS, 1 - 1e-13, 1 + 1e-13));
    assertEquals(
        "The mean agrees with the claimed value within 2.6\u00a0%.",
        said("equal", Outcome.HOLDS, 0.9774, 1.026));
  }

  @Test
  void anOpenClaimSaysWhereItLeans() {
    Layer layer = sampled(0.64, Double.POSITIVE_INFINITY, "asymptotic", 0.0129);
    String leaning = "INCONCLUSIVE (asymptotic: leans HOLDS) grade=asymptotic n=4096";
    assertEquals(
        "Not decided: the measured mean is 0.9975 to 1.005 times the bound; a large-sample argument"
            + " leans to \"holds\", and such an argument does not decide.",
        Finding.sentence(claim("at most", Outcome.INCONCLUSIVE, leaning, layer)));
    assertEquals(
        "Not decided: the measured mean is 0.9975 to 1.005 times the bound, and no proved argument"
            + " turns that into a limit.",
        Finding.sentence(claim("at most", Outcome.INCONCLUSIVE, "INCONCLUSIVE n=4096", layer)));
  }

  @Test
  void deterministicFindingsKeepTheirSentenceAndLoseTheVerdict() {
    Layer layer = new Layer.Exact("rationals", List.of());
    assertEquals(
        "Violated at k = 3: 1.828 against 1.406.",
        Finding.sentence(
            claim("at most", Outcome.REFUTED, "REFUTED k = 3: 1.828 against 1.406", layer)));
    assertEquals(
        "Computed exactly, slope over k = 1 to 2 is -1.",
        Finding.sentence(
            claim("at most", Outcome.HOLDS, "exactly: slope over k = 1 to 2 is -1", layer)));
  }

  @Test
  void whatAFindingRestsOnIsATableOfAFewRows() {
    ClaimResult claim =
        claim(
            "at most",
            Outcome.HOLDS,
            DENSE,
            sampled(0.98, 1.018, "contract(ClosedForm)", Double.NaN));
    Map<String, String> facts = Finding.facts(claim);
    assertEquals("0.9975 to 1.005", facts.get("mean / bound, measured"));
    assertEquals("0.98 to 1.018", facts.get("mean / bound, limits"));
    assertEquals("2 checkpoints, k = 2 to 64, and one window", facts.get("tested at"));
    assertEquals("a proved limit on the variance, ClosedForm", facts.get("rests on"));
    assertEquals("not known", facts.get("would have been noticed"));
    assertEquals("a proved largest value, Max", restsOn("contract(Max)"));
    assertEquals(
        "a limit on the variance that is assumed, not proved", restsOn("contract(assumed)"));
    String html = Html.facts(facts);
    assertTrue(html.contains("<th scope=\"row\">replicas</th><td>4\u00a0096</td>"), html);
    assertFalse(html.contains("logE"), "what the sentence of the results file is made of");
    assertTrue(DENSE.contains("logE"), "and that is what this looks for");
    assertEquals("", Html.facts(Map.of()), "a claim without chance has no such table");
  }

  /** A limit below the bound is nothing beyond it, however near: 1 - 1.5e-14 is k = 1, computed. */
  @Test
  void onlyWhatIsBeyondTheClaimIsSaidToBe() {
    double below = 1 - 0x1p-46;
    double above = 1 + 0x1p-46; // 1.4e-14
    assertEquals(null, beyond("at most", below, 1.018));
    assertEquals(null, beyond("at most", below, below));
    assertEquals("at most 1.4e-12\u00a0%", beyond("at most", 0.9, above));
    assertEquals(null, beyond("at least", 0.9, above));
    assertEquals("at most 1.4e-12\u00a0%", beyond("at least", below, 1.5));
    assertEquals("at most 1.4e-12\u00a0%", beyond("equal", below, above));
    assertEquals(null, beyond("equal", below, 1.018));
  }

  private static String beyond(String relation, double lower, double upper) {
    Layer.Sampled layer = sampled(lower, upper, "exact", 0.1);
    return Finding.facts(claim(relation, Outcome.HOLDS, DENSE, layer))
        .get("beyond what is claimed");
  }

  /** The limits of a claim are those of its worst checkpoint, and of an equality of all. */
  @Test
  void theLimitsOfASampledLayerAreSaidByTheRelation() {
    Layer.Sampled layer = sampled(0.98, 1.018, "exact", 0.1);
    assertTrue(
        Evidence.sentence(layer, "at most")
            .contains(
                "the largest ratio of a mean to its bound at a checkpoint lies between 0.98"));
    assertTrue(
        Evidence.sentence(layer, "at least")
            .contains(
                "the smallest ratio of a mean to its bound at a checkpoint lies between 0.98"));
    assertTrue(
        Evidence.sentence(layer, "equal")
            .contains("at every checkpoint the ratio of the mean to what is claimed lies between"));
  }

  private static String restsOn(String grade) {
    Layer.Sampled layer = sampled(0.98, 1.018, grade, 0.1);
    return Finding.facts(claim("at most", Outcome.HOLDS, DENSE, layer)).get("rests on");
  }
}
