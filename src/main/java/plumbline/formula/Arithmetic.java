package plumbline.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hipparchus.FieldElement;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;

/**
 * A number system in which a formula is evaluated: rationals, doubles, or decimals of a chosen
 * length. The same code runs in each, which is how a rounding error is told from a violation.
 *
 * @param <T> its numbers
 */
public interface Arithmetic<T extends FieldElement<T>> {
  /** The number nearest to the rational; exact in rationals. */
  T of(BigFraction value);

  /**
   * @throws UnsupportedOperationException in rationals, where the root is none
   */
  T sqrt(T x);

  /**
   * @throws UnsupportedOperationException in rationals
   */
  T exp(T x);

  /** Natural logarithm. @throws UnsupportedOperationException in rationals */
  T ln(T x);

  /** x in radians. @throws UnsupportedOperationException in rationals */
  T sin(T x);

  /** x in radians. @throws UnsupportedOperationException in rationals */
  T cos(T x);

  /** Half the length of the unit circle. @throws UnsupportedOperationException in rationals */
  T pi();

  /** Negative, zero or positive as x is less than, equal to or greater than y. */
  int compare(T x, T y);

  /** Whether nothing is rounded. */
  default boolean isExact() {
    return false;
  }

  default T of(long value) {
    return of(new BigFraction(value));
  }

  default T max(T x, T y) {
    return compare(x, y) >= 0 ? x : y;
  }

  default T abs(T x) {
    return compare(x, of(0)) < 0 ? x.negate() : x;
  }

  /** x to an integer power, by squaring; x^0 = 1. */
  default T power(T x, long exponent) {
    if (exponent < 0) {
      return power(x, -exponent).reciprocal();
    }
    T result = of(1);
    T square = x;
    for (long e = exponent; e > 0; e >>= 1) {
      if ((e & 1) == 1) {
        result = result.multiply(square);
      }
      if (e > 1) {
        square = square.multiply(square);
      }
    }
    return result;
  }

  /** Exact: the four operations and integer powers only. */
  static Arithmetic<BigFraction> rationals() {
    return Rational.INSTANCE;
  }

  /** IEEE doubles; elementary functions by {@link StrictMath}, the same on every machine. */
  static Arithmetic<Binary64> doubles() {
    return Doubles.INSTANCE;
  }

  /** Decimals with at least this many digits. */
  static Arithmetic<Dfp> digits(int digits) {
    return Decimals.BY_DIGITS.computeIfAbsent(digits, d -> new Decimals(d + 4));
  }

  /** Rationals. */
  final class Rational implements Arithmetic<BigFraction> {
    private static final Rational INSTANCE = new Rational();

    private Rational() {}

    @Override
    public BigFraction of(BigFraction value) {
      return value;
    }

    @Override
    public BigFraction of(long value) {
      return BigFractionField.getInstance().getZero().add(value);
    }

    @Override
    public BigFraction sqrt(BigFraction x) {
      java.math.BigInteger[] top = x.getNumerator().sqrtAndRemainder();
      java.math.BigInteger[] bottom = x.getDenominator().sqrtAndRemainder();
      if (top[1].signum() != 0 || bottom[1].signum() != 0) {
        throw new UnsupportedOperationException("the square root of " + x + " is not rational");
      }
      return new BigFraction(top[0], bottom[0]);
    }

    @Override
    public BigFraction exp(BigFraction x) {
      throw new UnsupportedOperationException("exp has no rational values");
    }

    @Override
    public BigFraction ln(BigFraction x) {
      throw new UnsupportedOperationException("ln has no rational values");
    }

    @Override
    public BigFraction sin(BigFraction x) {
      throw new UnsupportedOperationException("sin has no rational values");
    }

    @Override
    public BigFraction cos(BigFraction x) {
      throw new UnsupportedOperationException("cos has no rational values");
    }

    @Override
    public BigFraction pi() {
      throw new UnsupportedOperationException("pi is not rational");
    }

    @Override
    public boolean isExact() {
      return true;
    }

    @Override
    public int compare(BigFraction x, BigFraction y) {
      return x.compareTo(y);
    }
  }

  /** Doubles. */
  final class Doubles implements Arithmetic<Binary64> {
    private static final Doubles INSTANCE = new Doubles();

    private Doubles() {}

    @Override
    public Binary64 of(BigFraction value) {
      return new Binary64(value.doubleValue());
    }

    @Override
    public Binary64 of(long value) {
      return new Binary64(value);
    }

    @Override
    public Binary64 sqrt(Binary64 x) {
      return new Binary64(Math.sqrt(x.getReal()));
    }

    @Override
    public Binary64 exp(Binary64 x) {
      return new Binary64(StrictMath.exp(x.getReal()));
    }

    @Override
    public Binary64 ln(Binary64 x) {
      return new Binary64(StrictMath.log(x.getReal()));
    }

    @Override
    public Binary64 sin(Binary64 x) {
      return new Binary64(StrictMath.sin(x.getReal()));
    }

    @Override
    public Binary64 cos(Binary64 x) {
      return new Binary64(StrictMath.cos(x.getReal()));
    }

    @Override
    public Binary64 pi() {
      return new Binary64(Math.PI);
    }

    @Override
    public int compare(Binary64 x, Binary64 y) {
      return Double.compare(x.getReal() + 0.0, y.getReal() + 0.0);
    }

    /** The field, for Hipparchus' own algorithms. */
    public static Binary64Field field() {
      return Binary64Field.getInstance();
    }
  }

  /** Decimals of fixed length. */
  final class Decimals implements Arithmetic<Dfp> {
    private static final Map<Integer, Decimals> BY_DIGITS = new ConcurrentHashMap<>();

    /** At most so many converted numbers are kept; a formula and a matrix have few. */
    private static final int MOST_KEPT = 1024;

    private final DfpField field;
    private final MathContext context;

    /** A conversion takes as long as ten products, and a stepsize has the same numbers at any k. */
    private final Map<BigFraction, Dfp> kept = new ConcurrentHashMap<>();

    private Decimals(int digits) {
      this.field = new DfpField(digits);
      this.context = new MathContext(digits);
    }

    @Override
    public Dfp of(BigFraction value) {
      Dfp known = kept.get(value);
      if (known != null) {
        return known;
      }
      if (kept.size() >= MOST_KEPT) {
        kept.clear();
      }
      Dfp converted = converted(value);
      kept.put(value, converted);
      return converted;
    }

    private Dfp converted(BigFraction value) {
      // rounded before it is read: newDfp loses a power of ten for every digit of a text beyond
      // those it keeps (Hipparchus 4.0.2), so a 66-digit numerator would come out 1e21 too small
      BigDecimal rounded =
          new BigDecimal(value.getNumerator())
              .divide(new BigDecimal(value.getDenominator()), context);
      return field.newDfp(rounded.unscaledValue() + "e" + -rounded.scale());
    }

    @Override
    public Dfp of(long value) {
      return field.newDfp(value);
    }

    @Override
    public Dfp sqrt(Dfp x) {
      return x.sqrt();
    }

    @Override
    public Dfp exp(Dfp x) {
      return x.exp();
    }

    @Override
    public Dfp ln(Dfp x) {
      return x.log();
    }

    @Override
    public Dfp sin(Dfp x) {
      return x.sin();
    }

    @Override
    public Dfp cos(Dfp x) {
      return x.cos();
    }

    @Override
    public Dfp pi() {
      return field.getPi();
    }

    @Override
    public int compare(Dfp x, Dfp y) {
      return x.lessThan(y) ? -1 : x.greaterThan(y) ? 1 : 0;
    }
  }
}
