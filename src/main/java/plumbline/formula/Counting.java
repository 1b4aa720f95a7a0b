package plumbline.formula;

import org.hipparchus.Field;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;

/**
 * An arithmetic whose numbers count the roundings behind them.
 *
 * @param under the arithmetic underneath
 * @param <T> its numbers
 */
public record Counting<T extends FieldElement<T>>(Arithmetic<T> under)
    implements Arithmetic<Counted<T>>, Field<Counted<T>> {
  @Override
  public Counted<T> of(BigFraction value) {
    T rounded = under.of(value);
    return new Counted<>(rounded, under.abs(rounded), 1, this);
  }

  @Override
  public Counted<T> of(long value) {
    return new Counted<>(under.of(value), under.of(Math.abs(value)), 0, this);
  }

  /**
   * The derivative is 1/(2 sqrt x); of a computed 0 that is none, nothing is known, and the scale
   * is NaN.
   */
  @Override
  public Counted<T> sqrt(Counted<T> x) {
    T root = under.sqrt(x.value());
    return root.isZero() && x.scale().isZero()
        ? x.next(root, () -> root, 0)
        : x.next(
            root, () -> root.isZero() ? root.divide(root) : x.scale().divide(root), x.operations());
  }

  @Override
  public Counted<T> exp(Counted<T> x) {
    T power = under.exp(x.value());
    return x.next(power, () -> power.add(power.multiply(x.scale())), x.operations());
  }

  @Override
  public Counted<T> ln(Counted<T> x) {
    T logarithm = under.ln(x.value());
    T moved = x.scale().divide(under.abs(x.value()));
    return x.next(logarithm, () -> under.abs(logarithm).add(moved), x.operations());
  }

  /** The derivative is at most 1 in absolute value. */
  @Override
  public Counted<T> sin(Counted<T> x) {
    return x.next(under.sin(x.value()), () -> under.of(1).add(x.scale()), x.operations());
  }

  @Override
  public Counted<T> cos(Counted<T> x) {
    return x.next(under.cos(x.value()), () -> under.of(1).add(x.scale()), x.operations());
  }

  @Override
  public Counted<T> pi() {
    return new Counted<>(under.pi(), under.pi(), 1, this);
  }

  @Override
  public int compare(Counted<T> x, Counted<T> y) {
    return under.compare(x.value(), y.value());
  }

  /** One of the two, with what is known of either: which is the larger may be an error too. */
  @Override
  public Counted<T> max(Counted<T> x, Counted<T> y) {
    Counted<T> larger = compare(x, y) >= 0 ? x : y;
    return new Counted<>(
        larger.value(),
        under.max(x.scale(), y.scale()),
        Math.max(x.operations(), y.operations()),
        this);
  }

  @Override
  public boolean isExact() {
    return under.isExact();
  }

  @Override
  public Counted<T> getZero() {
    return of(0);
  }

  @Override
  public Counted<T> getOne() {
    return of(1);
  }

  @SuppressWarnings("unchecked") // a class literal has no type arguments
  @Override
  public Class<Counted<T>> getRuntimeClass() {
    return (Class<Counted<T>>) (Class<?>) Counted.class;
  }
}
