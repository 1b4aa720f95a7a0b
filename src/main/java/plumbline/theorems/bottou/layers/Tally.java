package plumbline.theorems.bottou.layers;

import org.hipparchus.Field;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;

/** Rationals that count how often two of them are multiplied. */
final class Tally implements Arithmetic<Tally.Number>, Field<Tally.Number> {
  private long multiplications;

  /** So many so far. */
  long multiplications() {
    return multiplications;
  }

  /** A rational of this tally. */
  record Number(BigFraction value, Tally in) implements FieldElement<Number> {
    @Override
    public double getReal() {
      return value.doubleValue();
    }

    @Override
    public Number add(Number other) {
      return in.of(value.add(other.value));
    }

    @Override
    public Number subtract(Number other) {
      return in.of(value.subtract(other.value));
    }

    @Override
    public Number negate() {
      return in.of(value.negate());
    }

    @Override
    public Number multiply(int factor) {
      return multiply(in.of(factor));
    }

    @Override
    public Number multiply(Number other) {
      in.multiplications++;
      return in.of(value.multiply(other.value));
    }

    @Override
    public Number reciprocal() {
      return in.of(value.reciprocal());
    }

    @Override
    public Number divide(Number other) {
      return in.of(value.divide(other.value));
    }

    @Override
    public boolean isZero() {
      return value.isZero();
    }

    @Override
    public Field<Number> getField() {
      return in;
    }
  }

  @Override
  public Number of(BigFraction value) {
    return new Number(value, this);
  }

  @Override
  public Number sqrt(Number x) {
    return of(Arithmetic.rationals().sqrt(x.value()));
  }

  @Override
  public Number exp(Number x) {
    throw irrational();
  }

  @Override
  public Number ln(Number x) {
    throw irrational();
  }

  @Override
  public Number sin(Number x) {
    throw irrational();
  }

  @Override
  public Number cos(Number x) {
    throw irrational();
  }

  @Override
  public Number pi() {
    throw irrational();
  }

  private static UnsupportedOperationException irrational() {
    return new UnsupportedOperationException("a tally counts rationals");
  }

  @Override
  public int compare(Number x, Number y) {
    return x.value().compareTo(y.value());
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public Number getZero() {
    return of(0);
  }

  @Override
  public Number getOne() {
    return of(1);
  }

  @Override
  public Class<Number> getRuntimeClass() {
    return Number.class;
  }
}
