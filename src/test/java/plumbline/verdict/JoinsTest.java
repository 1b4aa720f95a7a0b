package plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plumbline.verdict.Outcome.ERROR;
import static plumbline.verdict.Outcome.HOLDS;
import static plumbline.verdict.Outcome.INCONCLUSIVE;
import static plumbline.verdict.Outcome.NOT_APPLICABLE;
import static plumbline.verdict.Outcome.REFUTED;

import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.theorem.Need;
import plumbline.theorem.Role;
import plumbline.verdict.Expectation.Claimed;
import plumbline.verdict.Expectation.Instance;
import plumbline.verdict.Expectation.Part;
import plumbline.verdict.Joins.Hypotheses;

class JoinsTest {
  @Test
  void a_layer_that_holds_is_enough_for_a_claim_if_none_contradicts() {
    assertEquals(HOLDS, Joins.claim(List.of(INCONCLUSIVE, HOLDS)));
    assertEquals(REFUTED, Joins.claim(List.of(HOLDS, REFUTED)));
    assertEquals(ERROR, Joins.claim(List.of(REFUTED, ERROR)));
    assertEquals(INCONCLUSIVE, Joins.claim(List.of(INCONCLUSIVE)));
    assertEquals(NOT_APPLICABLE, Joins.claim(List.of(NOT_APPLICABLE)));
  }

  @Test
  void the_worst_claim_is_the_instance_and_a_vacuous_one_does_not_count() {
    assertEquals(
        INCONCLUSIVE,
        Joins.instance(Hypotheses.CERTIFIED, List.of(HOLDS, INCONCLUSIVE, NOT_APPLICABLE)));
    assertEquals(REFUTED, Joins.instance(Hypotheses.NOT_REFUTED, List.of(INCONCLUSIVE, REFUTED)));
    assertEquals(ERROR, Joins.instance(Hypotheses.CERTIFIED, List.of(REFUTED, ERROR)));
    assertEquals(NOT_APPLICABLE, Joins.instance(Hypotheses.REFUTED, List.of(REFUTED)));
    assertEquals(NOT_APPLICABLE, Joins.instance(Hypotheses.CERTIFIED, List.of(NOT_APPLICABLE)));
    assertEquals(INCONCLUSIVE, Joins.instance(Hypotheses.CERTIFIED, List.of()));
  }

  @Test
  void the_worst_applicable_instance_is_the_card() {
    assertEquals(HOLDS, Joins.card(List.of(NOT_APPLICABLE, HOLDS)));
    assertEquals(NOT_APPLICABLE, Joins.card(List.of(NOT_APPLICABLE)));
    assertEquals(HOLDS, Joins.fixed(List.of()));
    assertEquals(INCONCLUSIVE, Joins.fixed(List.of(HOLDS, INCONCLUSIVE)));
  }

  private static Claimed claim(String name, Outcome outcome, String grade) {
    return new Claimed(name, Part.CLAIMED, Need.MAY_STAY_OPEN, outcome, grade);
  }

  private static Instance sharp(Claimed... claims) {
    return new Instance("sharp", Role.SHARP, Hypotheses.CERTIFIED, List.of(claims));
  }

  @Test
  void an_open_claim_is_as_expected_unless_it_must_be_decided() {
    assertTrue(Expectation.holds(List.of(sharp(claim("a", INCONCLUSIVE, "asymptotic")))));
    Claimed must = new Claimed("a", Part.CLAIMED, Need.MUST_DECIDE, INCONCLUSIVE, "asymptotic");
    assertFalse(Expectation.holds(List.of(sharp(must))));
    assertFalse(Expectation.holds(List.of(sharp(claim("a", REFUTED, "exact")))));
    assertFalse(
        Expectation.holds(List.of(sharp(claim("a", HOLDS, "exact"), claim("b", ERROR, "")))));
  }

  @Test
  void outside_only_the_otherwise_claims_count() {
    Claimed shown = claim("a", REFUTED, "exact");
    Claimed good = new Claimed("diverges", Part.OTHERWISE, Need.MUST_DECIDE, HOLDS, "exact");
    Claimed bad = new Claimed("diverges", Part.OTHERWISE, Need.MUST_DECIDE, REFUTED, "exact");
    assertTrue(
        Expectation.holds(
            List.of(new Instance("out", Role.OUTSIDE, Hypotheses.REFUTED, List.of(shown, good)))));
    assertFalse(
        Expectation.holds(
            List.of(new Instance("out", Role.OUTSIDE, Hypotheses.REFUTED, List.of(shown, bad)))));
    assertTrue(
        Expectation.holds(List.of(sharp(claim("a", HOLDS, "exact"), bad))),
        "it says nothing where the theorem applies");
  }

  @Test
  void a_misprint_is_caught_for_good_where_its_twin_holds() {
    List<Instance> twin = List.of(sharp(claim("bound", HOLDS, "contract(Max)")));
    List<Instance> caught =
        List.of(sharp(claim("bound", REFUTED, "exact"), claim("other", HOLDS, "exact")));
    assertTrue(Expectation.refuted("bound", caught, twin));
    assertFalse(Expectation.holds(caught));
    assertFalse(Expectation.refuted("other", caught, twin));
    assertFalse(
        Expectation.refuted("bound", caught, List.of(sharp(claim("bound", INCONCLUSIVE, "")))));
    assertFalse(Expectation.refuted("bound", caught, List.of()));
    for (String grade : List.of("contract(assumed)", "asymptotic")) {
      assertFalse(
          Expectation.refuted("bound", List.of(sharp(claim("bound", REFUTED, grade))), twin),
          grade);
    }
    assertFalse(
        Expectation.refuted("bound", List.of(sharp(claim("bound", INCONCLUSIVE, ""))), twin));
    Instance yours =
        new Instance("sharp", Role.YOURS, Hypotheses.CERTIFIED, caught.get(0).claims());
    assertFalse(Expectation.refuted("bound", List.of(yours), twin), "neither SHARP nor TYPICAL");
  }

  @Test
  void an_instance_of_the_users_is_unexpected_only_on_error_and_on_a_certified_refutation() {
    Claimed refuted = claim("a", REFUTED, "exact");
    assertFalse(
        Expectation.holds(
            List.of(new Instance("yours", Role.YOURS, Hypotheses.CERTIFIED, List.of(refuted)))));
    assertTrue(
        Expectation.holds(
            List.of(new Instance("yours", Role.YOURS, Hypotheses.NOT_REFUTED, List.of(refuted)))));
    Claimed open = new Claimed("a", Part.CLAIMED, Need.MUST_DECIDE, INCONCLUSIVE, "");
    assertTrue(
        Expectation.holds(
            List.of(new Instance("yours", Role.YOURS, Hypotheses.CERTIFIED, List.of(open)))));
    Claimed erred = claim("a", ERROR, "");
    assertFalse(
        Expectation.holds(
            List.of(new Instance("yours", Role.YOURS, Hypotheses.NOT_REFUTED, List.of(erred)))));
  }
}
