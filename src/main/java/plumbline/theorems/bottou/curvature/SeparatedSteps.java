package plumbline.theorems.bottou.curvature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import plumbline.formula.Arithmetic;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Trial;

/**
 * F - ln 2 of the bowl after one line search for each coordinate, or after a common one from (w_1,
 * k); or F of a coupled quadratic after k exact steps of both coordinates at once.
 *
 * @param of the start
 * @param what which of them
 */
record SeparatedSteps(Start of, What what) implements Measured {
  /** Which quantity. */
  enum What {
    SEPARATE,
    COMMON,
    COUPLED
  }

  /**
   * A start; with s = 0 F is the bowl, else (x^2 + y^2)/2 + s x y.
   *
   * @param w1 x
   * @param w2 y
   * @param s F_xy
   */
  public record Start(BigFraction w1, BigFraction w2, BigFraction s) {
    /** F of the quadratic. */
    BigFraction coupled() {
      return value(Arithmetic.rationals(), w1, w2);
    }

    <T extends FieldElement<T>> T value(Arithmetic<T> in, T x, T y) {
      T squares = x.multiply(x).add(y.multiply(y)).divide(in.of(2));
      return squares.add(in.of(s).multiply(x).multiply(y));
    }
  }

  @Override
  public <T extends FieldElement<T>> List<T> values(Arithmetic<T> in, Checkpoints points) {
    List<T> values = new ArrayList<>();
    T x = in.of(of.w1());
    T y = in.of(of.w2());
    for (long k = 0; k <= points.last(); k++) {
      if (points.at().contains(k)) {
        values.add(
            switch (what) {
              case SEPARATE -> apart(in);
              case COMMON -> {
                Bowl bowl = new Bowl(of.w1(), new BigFraction(k), BigFraction.ZERO);
                yield bowl.after(in, in.of(bowl.bestStep())).subtract(in.ln(in.of(2)));
              }
              case COUPLED -> of.value(in, x, y);
            });
      }
      T next = in.of(of.s()).multiply(y).negate();
      y = in.of(of.s()).multiply(x).negate();
      x = next;
    }
    return values;
  }

  /**
   * With a step of its own for each: the first line search takes 1, the second is a bisection. The
   * excess over ln 2 is written as that of a series, which loses nothing near 0: ln cosh y is at
   * most y^2/2.
   */
  private <T extends FieldElement<T>> T apart(Arithmetic<T> in) {
    T x = in.of(of.w1()).subtract(in.of(of.w1()));
    T y = in.of(of.w2()).add(in.of(step()).multiply(Bowl.newton(in, in.of(of.w2()), 2)));
    return x.multiply(x).add(y.multiply(y)).divide(in.of(2));
  }

  /** Where w_2 + gamma p_2 crosses the minimum of its own function, by bisection in doubles. */
  private BigFraction step() {
    Arithmetic<Binary64> in = Arithmetic.doubles();
    Binary64 y = in.of(of.w2());
    Binary64 p = Bowl.newton(in, y, 2);
    double low = 0;
    double high = 2;
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      boolean falls = Bowl.slope(in, y.add(p.multiply(new Binary64(middle)))).getReal() > 0;
      low = falls ? middle : low;
      high = falls ? high : middle;
    }
    return Rationals.of(low);
  }

  @Override
  public Map<String, Trial> mutants() {
    return what == What.COMMON ? Map.of("a step for each coordinate", new Mutated(of)) : Map.of();
  }

  /** The steps of their own where a common one is claimed. */
  private record Mutated(Start of) implements Measured {
    @Override
    public <T extends FieldElement<T>> List<T> values(Arithmetic<T> in, Checkpoints points) {
      return points.at().stream()
          .map(k -> new SeparatedSteps(of, What.SEPARATE).apart(in))
          .toList();
    }
  }
}
