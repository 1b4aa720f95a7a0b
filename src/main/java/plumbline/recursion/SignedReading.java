package plumbline.recursion;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.quantity.Quantity;
import plumbline.series.Checkpoints;

/**
 * A number of any sign a replica: a sum of factors times readings of that replica, at the first
 * checkpoint of each, the second of each, and so on.
 *
 * <p>It is one coordinate of a vector, a difference X - r Y (X and Y share their draws), or an
 * inner product with a fixed vector.
 *
 * @param what in words: "w_1", "X_64 - 2 X_128"
 * @param terms at least one, all with equally many checkpoints
 */
public record SignedReading(String what, List<Term> terms) {
  /** One summand. */
  public record Term(BigFraction factor, Reading reading) {}

  public SignedReading {
    terms = List.copyOf(terms);
    if (terms.isEmpty()) {
      throw new IllegalArgumentException(what + " is a sum of no reading: name at least one");
    }
    int size = terms.get(0).reading().checkpoints().size();
    for (Term term : terms) {
      if (term.reading().checkpoints().size() != size) {
        throw new IllegalArgumentException(
            what
                + " adds readings at "
                + size
                + " and "
                + term.reading().checkpoints().size()
                + " checkpoints: give all equally many");
      }
    }
  }

  /** X - r Y. */
  public static SignedReading difference(String what, Reading x, BigFraction r, Reading y) {
    return new SignedReading(what, List.of(new Term(BigFraction.ONE, x), new Term(r.negate(), y)));
  }

  /**
   * One coordinate of w_k or of the gradient that step k draws.
   *
   * @param quantity {@link Quantity#COORDINATE} or {@link Quantity#ORACLE_COORDINATE}
   * @param j in 0..d-1
   */
  public static SignedReading coordinate(
      Recursion of, Quantity quantity, int j, Checkpoints checkpoints) {
    String what = quantity == Quantity.COORDINATE ? "w_k" : "g(w_k)";
    return new SignedReading(
        "coordinate " + (j + 1) + " of " + what,
        List.of(new Term(BigFraction.ONE, Reading.coordinate(of, quantity, j, checkpoints))));
  }

  /** The iterations by which its values are named: those of the first term. */
  public Checkpoints checkpoints() {
    return terms.get(0).reading().checkpoints();
  }
}
