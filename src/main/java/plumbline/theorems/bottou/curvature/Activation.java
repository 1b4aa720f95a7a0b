package plumbline.theorems.bottou.curvature;

import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;

/** Functions f of a unit: polynomials, so that differences are exact, and one with a kink. */
public enum Activation {
  IDENTITY {
    @Override
    <T extends FieldElement<T>> T at(Arithmetic<T> in, T a) {
      return a;
    }

    @Override
    <T extends FieldElement<T>> T slope(Arithmetic<T> in, T a) {
      return in.of(1);
    }
  },
  /** a^2. */
  SQUARE {
    @Override
    <T extends FieldElement<T>> T at(Arithmetic<T> in, T a) {
      return a.multiply(a);
    }

    @Override
    <T extends FieldElement<T>> T slope(Arithmetic<T> in, T a) {
      return a.multiply(2);
    }
  },
  /** a - a^3/6, the beginning of sin. */
  CUBIC {
    @Override
    <T extends FieldElement<T>> T at(Arithmetic<T> in, T a) {
      return a.subtract(a.multiply(a).multiply(a).divide(in.of(6)));
    }

    @Override
    <T extends FieldElement<T>> T slope(Arithmetic<T> in, T a) {
      return in.of(1).subtract(a.multiply(a).divide(in.of(2)));
    }
  },
  /** |a|, with the slope 1 at its kink. */
  ABSOLUTE {
    @Override
    <T extends FieldElement<T>> T at(Arithmetic<T> in, T a) {
      return in.abs(a);
    }

    @Override
    <T extends FieldElement<T>> T slope(Arithmetic<T> in, T a) {
      return in.of(in.compare(a, in.of(0)) < 0 ? -1 : 1);
    }
  };

  abstract <T extends FieldElement<T>> T at(Arithmetic<T> in, T a);

  /** f'(a). */
  abstract <T extends FieldElement<T>> T slope(Arithmetic<T> in, T a);
}
