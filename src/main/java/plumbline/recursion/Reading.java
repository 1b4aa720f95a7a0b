package plumbline.recursion;

import plumbline.quantity.Quantity;
import plumbline.series.Checkpoints;

/**
 * A quantity of a recursion at checkpoints.
 *
 * @param of the recursion
 * @param quantity what is read off the iterate
 * @param fold how values become one number a checkpoint
 * @param checkpoints the iterations k &gt;= 1; w_1 is the start
 */
public record Reading(Recursion of, Quantity quantity, Fold fold, Checkpoints checkpoints) {
  public Reading {
    if (checkpoints.at().get(0) < 1) {
      throw new IllegalArgumentException("w_1 is the start: checkpoints begin at 1");
    }
  }

  public static Reading at(Recursion of, Quantity quantity, Checkpoints checkpoints) {
    return new Reading(of, quantity, Fold.AT, checkpoints);
  }
}
