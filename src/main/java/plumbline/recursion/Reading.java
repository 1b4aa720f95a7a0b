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
 * @param coordinate j in 0..d-1 for a quantity that is one coordinate; 0 for every other
 */
public record Reading(
    Recursion of, Quantity quantity, Fold fold, Checkpoints checkpoints, int coordinate) {
  public Reading {
    if (checkpoints.at().get(0) < 1) {
      throw new IllegalArgumentException("w_1 is the start: checkpoints begin at 1");
    }
    int most = quantity.isSigned() ? of.problem().dimension() - 1 : 0;
    if (coordinate < 0 || coordinate > most) {
      throw new IllegalArgumentException(
          "coordinate " + coordinate + " of the " + quantity.title() + " is outside 0.." + most);
    }
    if (quantity.isSigned() && fold == Fold.MAX_TO) {
      throw new IllegalArgumentException(
          "the greatest value is kept of non-negative quantities, got the "
              + quantity.title()
              + ": read it at iterations or as a mean");
    }
  }

  /** Of a quantity that is no coordinate. */
  public Reading(Recursion of, Quantity quantity, Fold fold, Checkpoints checkpoints) {
    this(of, quantity, fold, checkpoints, 0);
  }

  public static Reading at(Recursion of, Quantity quantity, Checkpoints checkpoints) {
    return new Reading(of, quantity, Fold.AT, checkpoints);
  }

  /** One coordinate, of any sign, at single iterations. */
  public static Reading coordinate(
      Recursion of, Quantity quantity, int coordinate, Checkpoints checkpoints) {
    return new Reading(of, quantity, Fold.AT, checkpoints, coordinate);
  }

  /** The same at other checkpoints. */
  public Reading at(Checkpoints others) {
    return new Reading(of, quantity, fold, others, coordinate);
  }
}
