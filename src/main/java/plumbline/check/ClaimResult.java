package plumbline.check;

import java.util.List;
import plumbline.verdict.Outcome;

/**
 * What came out of one claim.
 *
 * @param name unique on its instance
 * @param kind the shape: "mean", "chance", "signed", "ratio", "slope", "coincide", "exactly"
 * @param relation "at most", "at least", "equal"
 * @param standing whether the claim is the theorem's, tries the simulator, says what happens
 *     otherwise, or is only shown
 * @param verdict of this claim
 * @param sentence the verdict in words, with its numbers
 * @param layers the evidence
 * @param curves all that a plot draws
 */
public record ClaimResult(
    String name,
    String kind,
    String relation,
    Standing standing,
    Outcome verdict,
    String sentence,
    List<Layer> layers,
    List<Curve> curves) {
  public ClaimResult {
    layers = List.copyOf(layers);
    curves = List.copyOf(curves);
  }

  ClaimResult with(List<Curve> others) {
    return new ClaimResult(name, kind, relation, standing, verdict, sentence, layers, others);
  }

  /** How a claim counts. */
  public enum Standing {
    /** Asserted by the theorem on this instance. */
    CLAIMED,
    /** The same claim by simulation, beside an exact layer that decides it. */
    BESIDE_EXACT,
    /** Tries the simulator against exact moments. */
    SIMULATOR,
    /** Says what happens where a hypothesis fails. */
    OTHERWISE,
    /** Computed and shown on an instance to which the theorem does not apply; not counted. */
    SHOWN
  }
}
