package plumbline.check;

import java.util.List;
import java.util.Map;
import plumbline.theorem.Role;
import plumbline.verdict.Outcome;

/**
 * What came out of one instance.
 *
 * @param name unique on its card
 * @param role SHARP, TYPICAL, OUTSIDE, YOURS
 * @param parameters every declared parameter's value as written, in declared order
 * @param constants the setting's constants in the theorem's order
 * @param hypotheses each with its status
 * @param verdict NOT_APPLICABLE if a hypothesis is refuted
 * @param claims those of the theorem; then, if a hypothesis is refuted, what happens otherwise
 */
public record InstanceResult(
    String name,
    Role role,
    Map<String, String> parameters,
    Map<String, ConstantResult> constants,
    List<HypothesisResult> hypotheses,
    Outcome verdict,
    List<ClaimResult> claims) {
  public InstanceResult {
    parameters = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parameters));
    constants = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(constants));
    hypotheses = List.copyOf(hypotheses);
    claims = List.copyOf(claims);
  }

  /**
   * A constant and its certificate.
   *
   * @param value rounded to a double
   * @param exact "5/17" where it is a short fraction, else empty
   * @param error a proved bound on the error of the value
   * @param how how it is known
   */
  public record ConstantResult(double value, String exact, double error, String how) {}

  /**
   * A hypothesis and what is known of it.
   *
   * @param text as on the card
   * @param status "certified", "refuted" or "not refuted"
   * @param witness the certificate, the witness, or the search
   */
  public record HypothesisResult(String text, String status, String witness) {}
}
