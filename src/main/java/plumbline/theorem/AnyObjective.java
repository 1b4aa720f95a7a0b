package plumbline.theorem;

import java.util.Set;
import plumbline.problem.Problem;

/**
 * A theorem that can be stated on an objective from outside its own instances: the finite sum that
 * a user's data make, of which indices are drawn. A misprint is not one: it is refuted on an
 * instance that was chosen for it.
 *
 * @param <S> the theorem's own setting
 */
public interface AnyObjective<S> extends Theorem<S> {
  /** The parameters whose place the objective takes: what chooses a problem and its noise. */
  Set<String> replaced();

  /**
   * The setting on this objective; values of replaced parameters are not read.
   *
   * @throws IllegalArgumentException if it cannot be stated on this kind of objective
   */
  S setting(Values values, Problem objective);

  /**
   * Values for parameters that depend on the objective's scale: stepsizes that meet every
   * hypothesis, where any do. What is chosen already decides with it.
   *
   * @param chosen a value for every parameter
   */
  default Values suggested(Values chosen, Problem objective) {
    return Values.none();
  }
}
