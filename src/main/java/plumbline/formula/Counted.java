package plumbline.formula;

import java.util.function.Supplier;
import org.hipparchus.Field;
import org.hipparchus.FieldElement;

/**
 * A number that knows how far roundings may have moved it: to first order its error is at most
 * {@code operations * u * scale}, u half an ulp of 1.
 *
 * <p>Scale is the sum of absolute terms, those that cancel included, carried through products and
 * functions by their derivatives (a running error analysis: N. J. Higham, Accuracy and Stability of
 * Numerical Algorithms, SIAM, 2002, section 3.3).
 *
 * <p>To first order: a quotient, root or logarithm of a number whose error is not small beside it
 * is not bounded by this, and a card's claim must not rest on one.
 *
 * <p>Where nothing is rounded the scale is |value|: carried along, it would have more and more
 * digits for no use.
 *
 * @param value the number
 * @param scale at least |value|
 * @param operations how many roundings enter
 * @param in where this is a number
 * @param <T> the numbers underneath
 */
public record Counted<T extends FieldElement<T>>(
    T value, T scale, double operations, Counting<T> in) implements FieldElement<Counted<T>> {
  @Override
  public double getReal() {
    return value.getReal();
  }

  @Override
  public Counted<T> add(Counted<T> other) {
    return next(value.add(other.value), () -> scale.add(other.scale), most(other));
  }

  @Override
  public Counted<T> subtract(Counted<T> other) {
    return next(value.subtract(other.value), () -> scale.add(other.scale), most(other));
  }

  @Override
  public Counted<T> negate() {
    return new Counted<>(value.negate(), scale, operations, in);
  }

  @Override
  public Counted<T> multiply(int factor) {
    return next(value.multiply(factor), () -> scale.multiply(Math.abs(factor)), operations);
  }

  @Override
  public Counted<T> multiply(Counted<T> other) {
    return next(
        value.multiply(other.value),
        () -> scale.multiply(other.scale),
        operations + other.operations);
  }

  @Override
  public Counted<T> reciprocal() {
    return in.of(1).divide(this);
  }

  /** |x/y - its computed value| &lt;= (|x| err y + |y| err x)/y^2, and |y| is at most its scale. */
  @Override
  public Counted<T> divide(Counted<T> other) {
    return next(
        value.divide(other.value),
        () -> scale.multiply(other.scale).divide(other.value.multiply(other.value)),
        operations + other.operations);
  }

  @Override
  public boolean isZero() {
    return value.isZero();
  }

  @Override
  public Field<Counted<T>> getField() {
    return in;
  }

  /** The result of one more rounding. */
  Counted<T> next(T result, Supplier<T> size, double roundings) {
    T scale = in.isExact() ? in.under().abs(result) : size.get();
    return new Counted<>(result, scale, roundings + 1, in);
  }

  private double most(Counted<T> other) {
    return Math.max(operations, other.operations);
  }
}
