package plumbline.theorem;

import java.util.List;
import plumbline.formula.Constants;

/**
 * What is claimed, and of which settings.
 *
 * <p>A theorem states what it is made of. It contains no loop over replicas, no printing, no
 * drawing, no statistics. Its bounds are formulas over {@link #constants}, so that they can be
 * evaluated exactly, drawn, and mutated.
 *
 * @param <S> the theorem's own setting: a recursion, two matrices, a network
 */
public interface Theorem<S> {
  /** Id, parameters, instances; title, source and expectation live on the card alone. */
  Declaration declaration();

  /** The setting at these values, which are inside their ranges. */
  S setting(Values values);

  /** The constants that its bounds name; exact or certified, never from the claim's data. */
  Constants constants(S setting);

  List<Hypothesis<S>> hypotheses();

  List<Claim> claims(S setting);

  /** What does happen where a hypothesis fails. */
  default List<Claim> otherwise(S setting) {
    return List.of();
  }
}
