package plumbline.series;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.hipparchus.fraction.BigFraction;

/**
 * An immutable vector whose entries are exact rationals, shape [d].
 *
 * <p>A double is an exact dyadic rational, so nothing is lost by storing one here; 5/17 is exact as
 * well, which a double cannot say.
 *
 * @param entries the entries, at least one
 */
public record Vector(List<BigFraction> entries) {
  public Vector {
    entries = List.copyOf(entries);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("a vector needs at least one entry, got none");
    }
  }

  /** Entries written as integers, fractions "5/17" or decimals "0.1", separated by blanks. */
  public static Vector parse(String text) {
    return new Vector(Arrays.stream(text.trim().split("\\s+")).map(Rationals::parse).toList());
  }

  /** The doubles as they are, each an exact dyadic rational. */
  public static Vector of(double... entries) {
    return new Vector(Arrays.stream(entries).mapToObj(Rationals::of).toList());
  }

  /** Entry j is {@code entry.apply(j)}, j = 0..dimension-1. */
  public static Vector generate(int dimension, IntFunction<BigFraction> entry) {
    List<BigFraction> entries = new ArrayList<>(dimension);
    for (int j = 0; j < dimension; j++) {
      entries.add(entry.apply(j));
    }
    return new Vector(entries);
  }

  /** All entries equal. */
  public static Vector constant(int dimension, BigFraction entry) {
    return generate(dimension, j -> entry);
  }

  public int dimension() {
    return entries.size();
  }

  public BigFraction exact(int j) {
    return entries.get(j);
  }

  /** Entry j rounded to a double. */
  public double get(int j) {
    return entries.get(j).doubleValue();
  }

  /** A fresh array of the rounded entries, shape [d]. */
  public double[] toArray() {
    return entries.stream().mapToDouble(BigFraction::doubleValue).toArray();
  }

  /** The exact sum of squares. */
  public BigFraction squaredNorm() {
    return dot(this);
  }

  /** The exact inner product, over one denominator: reduced once and not at every term. */
  public BigFraction dot(Vector other) {
    BigInteger sum = BigInteger.ZERO;
    BigInteger over = BigInteger.ONE;
    for (int j = 0; j < dimension(); j++) {
      BigFraction x = exact(j);
      BigFraction y = other.exact(j);
      if (x.isZero() || y.isZero()) {
        continue;
      }
      BigInteger top = x.getNumerator().multiply(y.getNumerator());
      BigInteger bottom = x.getDenominator().multiply(y.getDenominator());
      if (!bottom.equals(over)) {
        BigInteger common = over.gcd(bottom);
        BigInteger more = bottom.divide(common);
        sum = sum.multiply(more);
        top = top.multiply(over.divide(common));
        over = over.multiply(more);
      }
      sum = sum.add(top);
    }
    return new BigFraction(sum, over);
  }
}
