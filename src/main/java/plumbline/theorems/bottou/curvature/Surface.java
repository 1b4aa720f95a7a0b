package plumbline.theorems.bottou.curvature;

import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;

/**
 * f = x^3 - x + 2 + y^4/4 + y + s x y + u x^2 y^2 on the plane; or, on the plane without the ray x
 * = 0, y &gt;= 0, f = y^3 for x, y &gt; 0 and 0 elsewhere, where s and u do not enter.
 *
 * @param s factor of x y
 * @param u factor of x^2 y^2
 * @param slit whether it is the second
 */
public record Surface(BigFraction s, BigFraction u, Domain slit) {
  /** Where f is defined. */
  enum Domain {
    PLANE,
    SLIT
  }

  boolean whole() {
    return slit == Domain.PLANE;
  }

  boolean separated() {
    return s.isZero() && u.isZero();
  }

  <T extends FieldElement<T>> T at(Arithmetic<T> in, T x, T y) {
    T zero = in.of(0);
    if (!whole()) {
      boolean raised = in.compare(x, zero) > 0 && in.compare(y, zero) > 0;
      return raised ? in.power(y, 3) : zero;
    }
    T xy = x.multiply(y);
    T first = in.power(x, 3).subtract(x).add(in.of(2));
    T second = in.power(y, 4).divide(in.of(4)).add(y);
    T mixed = xy.multiply(in.of(s)).add(xy.multiply(xy).multiply(in.of(u)));
    return first.add(second).add(mixed);
  }

  /** f_xy = s + 4 u x y, or 0. */
  <T extends FieldElement<T>> T mixed(Arithmetic<T> in, T x, T y) {
    return whole() ? in.of(s).add(in.of(u).multiply(x).multiply(y).multiply(4)) : in.of(0);
  }
}
