package plumbline.simulation;

import java.util.function.LongToDoubleFunction;
import plumbline.quantity.Quantity;

/**
 * One number per replica: a quantity gathered over iterations, divided by a scale.
 *
 * @param quantity what is read off the iterates
 * @param gather how the iterations first..last become one number
 * @param first the first iteration that enters, at least 1 (w_1 is the start)
 * @param last the last iteration that enters; for AT equal to first
 * @param scale B_k &gt; 0, by which values are divided; only k in first..last are asked for
 * @param coordinate j for a quantity that is one coordinate; 0 for every other
 */
public record Channel(
    Quantity quantity,
    Gather gather,
    long first,
    long last,
    LongToDoubleFunction scale,
    int coordinate) {
  /** How iterations become one number. */
  public enum Gather {
    /** X_last / B_last. */
    AT,
    /** (mean of X_k over first..last) / B_last. */
    MEAN,
    /** (sum of alpha_k X_k over first..last) / B_last. */
    WEIGHTED_SUM,
    /** Mean over first..last of X_k / B_k. */
    WINDOW,
    /** Greatest X_k / B_k over first..last. */
    MAX
  }

  public Channel {
    if (first < 1 || last < first || (gather == Gather.AT && first != last)) {
      throw new IllegalArgumentException(
          "a channel gathers 1 <= first <= last, got " + first + " and " + last);
    }
    if (coordinate < 0 || (coordinate > 0 && !quantity.isSigned())) {
      throw new IllegalArgumentException(
          "coordinate " + coordinate + " of the " + quantity.title() + ": allowed is 0");
    }
    if (quantity.isSigned() && gather == Gather.MAX) {
      throw new IllegalArgumentException(
          "the greatest value is kept of non-negative quantities, got the " + quantity.title());
    }
  }

  /** Of a quantity that is no coordinate. */
  public Channel(
      Quantity quantity, Gather gather, long first, long last, LongToDoubleFunction scale) {
    this(quantity, gather, first, last, scale, 0);
  }
}
