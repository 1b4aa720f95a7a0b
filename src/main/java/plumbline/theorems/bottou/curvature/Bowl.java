package plumbline.theorems.bottou.curvature;

import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.series.Rationals;
import plumbline.theorem.Parameter;
import plumbline.theorem.Values;
import plumbline.theorems.Search;

/**
 * F(w_1, w_2) = w_1^2/2 + ln(e^{w_2} + e^{-w_2}), a point, and a step along Newton's direction p =
 * (-w_1, -tanh(w_2) cosh(w_2)^2).
 *
 * @param w1 w_1 of the point
 * @param w2 w_2 of the point, positive
 * @param gamma the stepsize
 */
public record Bowl(BigFraction w1, BigFraction w2, BigFraction gamma) {
  static List<Parameter> parameters() {
    return List.of(
        Parameter.real("w1", "w_1", "first coordinate of the start", "1/10", "10", "3"),
        Parameter.real("w2", "w_2", "second coordinate of the start", "1/10", "6", "3"),
        Parameter.real("gamma", "\\gamma", "stepsize along Newton's direction", "0", "1", "0.03"));
  }

  static Bowl of(Values values) {
    return new Bowl(values.get("w1"), values.get("w2"), values.get("gamma"));
  }

  /** Whether start and stepsize are those of the slide. */
  boolean isThatOfTheSlide() {
    BigFraction three = new BigFraction(3);
    return w1.equals(three) && w2.equals(three) && gamma.equals(Rationals.of(3, 100));
  }

  Constants constants() {
    return Constants.none()
        .with("w_1", w1, "declared")
        .with("w_2", w2, "declared")
        .with("gamma", gamma, "declared")
        .with(
            "gamma_star",
            Constant.exactly(bestStep(), "the minimum along Newton's direction, by bisection"));
  }

  /** The logarithm is written |y| + ln(1 + e^{-2|y|}), which does not overflow. */
  static <T extends FieldElement<T>> T value(Arithmetic<T> in, T x, T y) {
    T size = in.abs(y);
    T logarithm = size.add(in.ln(in.of(1).add(in.exp(size.multiply(-2)))));
    return x.multiply(x).divide(in.of(2)).add(logarithm);
  }

  /** tanh y, the slope along w_2. */
  static <T extends FieldElement<T>> T slope(Arithmetic<T> in, T y) {
    T small = in.exp(in.abs(y).multiply(-2));
    T size = in.of(1).subtract(small).divide(in.of(1).add(small));
    return in.compare(y, in.of(0)) < 0 ? size.negate() : size;
  }

  /** cosh(y)^(-power): the curvature along w_2 has power 2. */
  static <T extends FieldElement<T>> T inverseCosh(Arithmetic<T> in, T y, long power) {
    return in.power(in.of(2).divide(in.exp(y).add(in.exp(y.negate()))), power);
  }

  /** Second coordinate of Newton's direction, with this power in the curvature. */
  static <T extends FieldElement<T>> T newton(Arithmetic<T> in, T y, long power) {
    return slope(in, y).divide(inverseCosh(in, y, power)).negate();
  }

  /** d/dgamma F(w + gamma p). */
  <T extends FieldElement<T>> T along(Arithmetic<T> in, T step, long power) {
    T x = in.of(w1);
    T p = newton(in, in.of(w2), power);
    T bend = slope(in, in.of(w2).add(step.multiply(p))).multiply(p);
    return bend.subtract(x.multiply(x).multiply(in.of(1).subtract(step)));
  }

  /** F(w + gamma p). */
  <T extends FieldElement<T>> T after(Arithmetic<T> in, T step) {
    T x = in.of(w1).multiply(in.of(1).subtract(step));
    return value(in, x, in.of(w2).add(step.multiply(newton(in, in.of(w2), 2))));
  }

  /** The minimizing step, to the precision of doubles: F is convex along a line. */
  BigFraction bestStep() {
    Arithmetic<Binary64> in = Arithmetic.doubles();
    return Rationals.of(Search.root(step -> along(in, new Binary64(step), 2).getReal(), 0, 1));
  }
}
