package plumbline.check;

import java.util.List;
import java.util.stream.Stream;
import plumbline.verdict.Outcome;

/**
 * What came out of one card.
 *
 * @param id folder/slug
 * @param title from the card
 * @param source from the card: document, slide, equation
 * @param expect "holds" or "refuted", from the card
 * @param verdict the worst of the applicable instances
 * @param asExpected whether that, and every claim that had to be decided, is as the card expects
 * @param note in a few words why not, or what stays open; empty if there is nothing to say
 * @param instances in the order of the declaration
 */
public record CheckResult(
    String id,
    String title,
    String source,
    String expect,
    Outcome verdict,
    boolean asExpected,
    String note,
    List<InstanceResult> instances) {
  public CheckResult {
    instances = List.copyOf(instances);
  }

  /** The claims that count: what is only shown is not claimed. */
  public Stream<ClaimResult> counted() {
    return instances.stream()
        .flatMap(instance -> instance.claims().stream())
        .filter(claim -> claim.standing() != ClaimResult.Standing.SHOWN);
  }
}
