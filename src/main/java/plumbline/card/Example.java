package plumbline.card;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;

/**
 * One value of a bound, worked by hand from the card as an exact fraction.
 *
 * @param claim name of the claim whose bound this is
 * @param constants by name, exact, in the order of the card
 * @param k the checkpoint at which the bound is taken (K, N or t where the statement calls it so),
 *     at least 0
 * @param bound the value of the bound
 * @param byHand one line of the arithmetic
 */
public record Example(
    String claim, Map<String, BigFraction> constants, long k, BigFraction bound, String byHand) {
  public Example {
    Words.present("claim", claim);
    Words.present("by hand", byHand);
    if (k < 0) {
      throw new IllegalArgumentException("k is " + k + ": allowed is a whole number from 0 on");
    }
    constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
  }
}
