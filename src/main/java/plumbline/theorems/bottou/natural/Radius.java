package plumbline.theorems.bottou.natural;

import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;

/**
 * Natural gradient with a fixed radius on F = w^2/2 with G = 1: w - sqrt(2) eta w/sqrt(mu + w^2).
 *
 * @param squaredRadius eta^2
 * @param mu the regularization under the root
 * @param start w_1
 */
record Radius(BigFraction squaredRadius, BigFraction mu, BigFraction start) {
  /** The next iterate; 0 stays. */
  <T extends FieldElement<T>> T next(Arithmetic<T> in, T w) {
    return w.isZero() ? w : w.multiply(factor(in, w));
  }

  /** 1 - sqrt(2) eta/sqrt(mu + w^2). */
  <T extends FieldElement<T>> T factor(Arithmetic<T> in, T w) {
    T length = in.sqrt(in.of(mu).add(w.multiply(w)));
    return in.of(1).subtract(in.sqrt(in.of(squaredRadius.multiply(2))).divide(length));
  }

  /** Whether |w_1| and its mirror image about the cycle c bound an interval that is contracted. */
  boolean settles() {
    double s = Math.sqrt(2 * squaredRadius.doubleValue());
    double m = mu.doubleValue();
    double c = Math.sqrt(Math.max(0, s * s / 4 - m));
    double off = Math.abs(Math.abs(start.doubleValue()) - c);
    double high = c + off;
    boolean inside = m > 0 && c > off && high * high < s * s - m;
    return inside && slope(s, m, c - off) < 1;
  }

  private static double slope(double s, double mu, double x) {
    return s * mu / Math.pow(mu + x * x, 1.5) - 1;
  }
}
