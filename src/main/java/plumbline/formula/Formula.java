package plumbline.formula;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.series.Rationals;

/**
 * A formula over named constants and the iteration k, as data: it is evaluated in any arithmetic,
 * and a mutant of it is another formula.
 *
 * <p>{@code name("alpha").times(name("L")).over(2)} reads as it is written in the lecture.
 */
public sealed interface Formula {
  /** The value at iteration k in this arithmetic. */
  <T extends FieldElement<T>> T at(Arithmetic<T> in, Constants constants, long k);

  /** This formula with every part replaced, innermost first. */
  Formula map(UnaryOperator<Formula> change);

  /** The value at iteration k as a double. */
  default double at(Constants constants, long k) {
    return at(Arithmetic.doubles(), constants, k).getReal();
  }

  static Formula name(String constant) {
    return new Name(constant);
  }

  static Formula number(BigFraction value) {
    return new Number(value);
  }

  static Formula number(long value) {
    return new Number(new BigFraction(value));
  }

  static Formula number(String value) {
    return new Number(Rationals.parse(value));
  }

  /** The iteration. */
  static Formula k() {
    return new Iteration();
  }

  static Formula max(Formula first, Formula second) {
    return new Binary(Operation.MAX, first, second);
  }

  static Formula sqrt(Formula of) {
    return new Unary(Function.SQRT, of);
  }

  static Formula ln(Formula of) {
    return new Unary(Function.LN, of);
  }

  static Formula exp(Formula of) {
    return new Unary(Function.EXP, of);
  }

  /** Of an angle in radians. */
  static Formula sin(Formula of) {
    return new Unary(Function.SIN, of);
  }

  /** Of an angle in radians. */
  static Formula cos(Formula of) {
    return new Unary(Function.COS, of);
  }

  /** Half the length of the unit circle. */
  static Formula pi() {
    return new Pi();
  }

  /** The sum of the formula's values at 1, 2, ..., k. */
  static Formula sumTo(Formula of) {
    return new Sum(of);
  }

  default Formula plus(Formula other) {
    return new Binary(Operation.PLUS, this, other);
  }

  default Formula plus(long other) {
    return plus(number(other));
  }

  default Formula minus(Formula other) {
    return new Binary(Operation.MINUS, this, other);
  }

  default Formula minus(long other) {
    return minus(number(other));
  }

  default Formula times(Formula other) {
    return new Binary(Operation.TIMES, this, other);
  }

  default Formula times(long other) {
    return times(number(other));
  }

  default Formula over(Formula other) {
    return new Binary(Operation.OVER, this, other);
  }

  default Formula over(long other) {
    return over(number(other));
  }

  /** This to a power; integer powers are taken by squaring and stay exact in rationals. */
  default Formula power(Formula exponent) {
    return new Binary(Operation.POWER, this, exponent);
  }

  default Formula power(long exponent) {
    return power(number(exponent));
  }

  /** The names that occur, sorted. */
  default Set<String> names() {
    Set<String> names = new TreeSet<>();
    map(
        part -> {
          if (part instanceof Name name) {
            names.add(name.name());
          }
          return part;
        });
    return names;
  }

  /** Whether the iteration occurs. */
  default boolean dependsOnIteration() {
    boolean[] found = {false};
    map(
        part -> {
          found[0] |= part instanceof Iteration;
          return part;
        });
    return found[0];
  }

  /** A named constant. */
  record Name(String name) implements Formula {
    @Override
    public <T extends FieldElement<T>> T at(Arithmetic<T> in, Constants constants, long k) {
      return in.of(constants.exact(name));
    }

    @Override
    public Formula map(UnaryOperator<Formula> change) {
      return change.apply(this);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** A literal. */
  record Number(BigFraction value) implements Formula {
    @Override
    public <T extends FieldElement<T>> T at(Arithmetic<T> in, Constants constants, long k) {
      return in.of(value);
    }

    @Override
    public Formula map(UnaryOperator<Formula> change) {
      return change.apply(this);
    }

    @Override
    public String toString() {
      return Rationals.show(value);
    }
  }

  /** The number pi. */
  record Pi() implements Formula {
    @Override
    public <T extends FieldElement<T>> T at(Arithmetic<T> in, Constants constants, long k) {
      return in.pi();
    }

    @Override
    public Formula map(UnaryOperator<Formula> change) {
      return change.apply(this);
    }

    @Override
    public String toString() {
      return "pi";
    }
  }

  /** The iteration k. */
  record Iteration() implements Formula {
    @Override
    public <T extends FieldElement<T>> T at(Arithmetic<T> in, Constants constants, long k) {
      return in.of(k);
    }

    @Override
    public Formula map(UnaryOperator<Formula> change) {
      return change.apply(this);
    }

    @Override
    public String toString() {
      return "k";
    }
  }

  /** Two-sided operations. */
  enum Operation {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    OVER("/"),
    POWER("^"),
    MAX("max");

    private final String sign;

    Operation(String sign) {
      this.sign = sign;
    }
  }

  /** An operation on two formulas. */
  record Binary(Operation operation, Formula first, Formula second) implements Formula {
    @Override
    public <T extends FieldElement<T>> T at(Arithmetic<T> in, Constants constants, long k) {
      T x = first.at(in, constants, k);
      if (operation == Operation.POWER) {
        return power(in, x, constants, k);
      }
      T y = second.at(in, constants, k);
      return switch (operation) {
        case PLUS -> x.add(y);
        case MINUS -> x.subtract(y);
        case TIMES -> x.multiply(y);
        case OVER -> x.divide(y);
        case MAX -> in.max(x, y);
        case POWER -> throw new IllegalStateException();
      };
    }

    private <T extends FieldElement<T>> T power(
        Arithmetic<T> in, T base, Constants constants, long k) {
      BigFraction exponent;
      try {
        exponent = second.at(Arithmetic.rationals(), constants, k);
      } catch (UnsupportedOperationException irrational) {
        return in.exp(second.at(in, constants, k).multiply(in.ln(base)));
      }
      if (exponent.getDenominator().equals(java.math.BigInteger.ONE)) {
        return in.power(base, exponent.getNumerator().longValueExact());
      }
      BigFraction twice = exponent.multiply(2);
      if (twice.getDenominator().equals(java.math.BigInteger.ONE)) {
        return in.power(in.sqrt(base), twice.getNumerator().longValueExact());
      }
      return in.exp(in.of(exponent).multiply(in.ln(base)));
    }

    @Override
    public Formula map(UnaryOperator<Formula> change) {
      return change.apply(new Binary(operation, first.map(change), second.map(change)));
    }

    @Override
    public String toString() {
      return operation == Operation.MAX
          ? "max(" + first + ", " + second + ")"
          : "(" + first + " " + operation.sign + " " + second + ")";
    }
  }

  /** One-sided functions. */
  enum Function {
    SQRT,
    LN,
    EXP,
    SIN,
    COS
  }

  /** A function of a formula. */
  record Unary(Function function, Formula of) implements Formula {
    @Override
    public <T extends FieldElement<T>> T at(Arithmetic<T> in, Constants constants, long k) {
      T x = of.at(in, constants, k);
      return switch (function) {
        case SQRT -> in.sqrt(x);
        case LN -> in.ln(x);
        case EXP -> in.exp(x);
        case SIN -> in.sin(x);
        case COS -> in.cos(x);
      };
    }

    @Override
    public Formula map(UnaryOperator<Formula> change) {
      return change.apply(new Unary(function, of.map(change)));
    }

    @Override
    public String toString() {
      return function.name().toLowerCase(java.util.Locale.ROOT) + "(" + of + ")";
    }
  }

  /** A formula's values at 1, 2, ..., k added up. */
  record Sum(Formula of) implements Formula {
    @Override
    public <T extends FieldElement<T>> T at(Arithmetic<T> in, Constants constants, long k) {
      T sum = in.of(0);
      for (long j = 1; j <= k; j++) {
        sum = sum.add(of.at(in, constants, j));
      }
      return sum;
    }

    @Override
    public Formula map(UnaryOperator<Formula> change) {
      return change.apply(new Sum(of.map(change)));
    }

    @Override
    public String toString() {
      return "sum over 1..k of " + of;
    }
  }
}
