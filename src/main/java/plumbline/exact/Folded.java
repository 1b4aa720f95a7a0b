package plumbline.exact;

import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.recursion.Fold;

/** The folded values of a readout at increasing iterations. */
final class Folded<T extends FieldElement<T>, A> {
  private final Arithmetic<T> in;
  private final Readout<T, A> readout;
  private final Fold fold;
  private T sum;
  private long k;

  Folded(Arithmetic<T> in, Readout<T, A> readout, Fold fold) {
    this.in = in;
    this.readout = readout;
    this.fold = fold;
    this.sum = in.of(0);
  }

  /** Whether k can no longer be asked for. */
  boolean isPast(long checkpoint) {
    return k >= checkpoint;
  }

  /** The value at k, later than any before. */
  T at(long checkpoint) {
    while (++k < checkpoint) {
      if (fold == Fold.AT) {
        readout.skip();
      } else {
        sum = sum.add(weighted());
      }
    }
    if (fold == Fold.AT) {
      return readout.next();
    }
    sum = sum.add(weighted());
    return fold == Fold.MEAN_TO ? sum.divide(in.of(k)) : sum;
  }

  private T weighted() {
    T value = readout.next();
    return fold == Fold.WEIGHTED_SUM_TO ? readout.stepsize(k).multiply(value) : value;
  }
}
