package plumbline.theorems.bottou.curvature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import plumbline.formula.Arithmetic;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Trial;
import plumbline.theorems.Search;

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
              case COMMON -> together(in, new BigFraction(k));
              case COUPLED -> of.value(in, x, y);
            });
      }
      T next = in.of(of.s()).multiply(y).negate();
      y = in.of(of.s()).multiply(x).negate();
      x = next;
    }
    return values;
  }

  private <T extends FieldElement<T>> T together(Arithmetic<T> in, BigFraction w2) {
    Bowl bowl = new Bowl(of.w1(), w2, BigFraction.ZERO);
    return bowl.after(in, in.of(bowl.bestStep())).subtract(in.ln(in.of(2)));
  }

  /**
   * With a step of its own for each: the first from slope and curvature of f_1 along its line, the
   * second by bisection. The excess over ln 2 is bounded by (x^2 + y^2)/2, which loses nothing near
   * 0.
   */
  private <T extends FieldElement<T>> T apart(Arithmetic<T> in) {
    T start = in.of(of.w1());
    Function<T, T> along =
        step -> in.power(start.subtract(step.multiply(start)), 2).divide(in.of(2));
    T bend =
        along
            .apply(in.of(1))
            .add(along.apply(in.of(-1)))
            .subtract(along.apply(in.of(0)).multiply(2));
    T step = new Differences<>(in).slope(along).negate().divide(bend);
    T x = start.subtract(step.multiply(start));
    T y = in.of(of.w2()).add(in.of(step()).multiply(Bowl.newton(in, in.of(of.w2()), 2)));
    return x.multiply(x).add(y.multiply(y)).divide(in.of(2));
  }

  /** Where w_2 + gamma p_2 crosses the minimum of its own function, by bisection in doubles. */
  private BigFraction step() {
    Arithmetic<Binary64> in = Arithmetic.doubles();
    Binary64 y = in.of(of.w2());
    Binary64 p = Bowl.newton(in, y, 2);
    return Rationals.of(
        Search.root(
            step -> -Bowl.slope(in, y.add(p.multiply(new Binary64(step)))).getReal(), 0, 2));
  }

  @Override
  public Map<String, Trial> mutants() {
    return switch (what) {
      case SEPARATE -> Map.of("one common step", new Exchanged(of, what));
      case COMMON -> Map.of("a step for each coordinate", new Exchanged(of, what));
      case COUPLED -> Map.of();
    };
  }

  /** The other way of stepping where one is claimed. */
  private record Exchanged(Start of, What claimed) implements Measured {
    @Override
    public <T extends FieldElement<T>> List<T> values(Arithmetic<T> in, Checkpoints points) {
      SeparatedSteps steps = new SeparatedSteps(of, claimed);
      return points.at().stream()
          .map(k -> claimed == What.COMMON ? steps.apart(in) : steps.together(in, of.w2()))
          .toList();
    }
  }
}
