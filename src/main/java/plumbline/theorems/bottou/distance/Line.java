package plumbline.theorems.bottou.distance;

import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.series.Rationals;

/** Objectives on the real line with a subgradient at every point, none of them smooth but two. */
enum Line {
  /** h |w|. */
  ABSOLUTE,
  /** h max(0, 1 - w), which every w &gt;= 1 minimizes; w_* = 1. */
  HINGE,
  /** c w^2/2 + h |w|. */
  ELASTIC,
  /** 1 + cos w, not convex; w_* = pi. */
  COSINE;

  /** F(w) - F_*. */
  <T extends FieldElement<T>> T gap(Arithmetic<T> in, T h, T c, T w) {
    return switch (this) {
      case ABSOLUTE -> h.multiply(in.abs(w));
      case HINGE -> h.multiply(in.max(in.of(0), in.of(1).subtract(w)));
      case ELASTIC -> h.multiply(in.abs(w)).add(c.multiply(w).multiply(w).divide(in.of(2)));
      case COSINE -> in.of(1).add(in.cos(w));
    };
  }

  /** A subgradient; 0 at a kink. */
  <T extends FieldElement<T>> T slope(Arithmetic<T> in, T h, T c, T w) {
    return switch (this) {
      case ABSOLUTE -> h.multiply(sign(in, w));
      case HINGE -> in.compare(w, in.of(1)) < 0 ? h.negate() : in.of(0);
      case ELASTIC -> h.multiply(sign(in, w)).add(c.multiply(w));
      case COSINE -> in.sin(w).negate();
    };
  }

  /** w_*. */
  <T extends FieldElement<T>> T minimizer(Arithmetic<T> in) {
    return switch (this) {
      case ABSOLUTE, ELASTIC -> in.of(0);
      case HINGE -> in.of(1);
      case COSINE -> in.pi();
    };
  }

  /** (w - w_*)^2 of a rational w, exactly; for the cosine to 30 digits. */
  BigFraction squaredDistance(BigFraction w) {
    BigFraction pi = Rationals.parse("3.14159265358979323846264338328");
    BigFraction centre =
        switch (this) {
          case ABSOLUTE, ELASTIC -> BigFraction.ZERO;
          case HINGE -> BigFraction.ONE;
          case COSINE -> pi;
        };
    BigFraction error = w.subtract(centre);
    return error.multiply(error);
  }

  private static <T extends FieldElement<T>> T sign(Arithmetic<T> in, T w) {
    return in.of(Integer.signum(in.compare(w, in.of(0))));
  }
}
