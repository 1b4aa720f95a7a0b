package plumbline.theorems.bottou.assumptions;

import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Status;
import plumbline.theorem.Values;

/**
 * A function of the line about its minimum at 0.
 *
 * @param of F
 * @param second F''(0)
 * @param constants c = F''(0)/2, or what is claimed of a degenerate minimum; rho, a bound on
 *     |F'''|; share, the radius over c/rho
 */
record Neighbourhood(Single of, BigFraction second, Constants constants) {
  static Neighbourhood of(Values values) {
    Single of = Single.named(values.choice("problem"));
    BigFraction second =
        switch (of) {
          case EATEN -> new BigFraction(4);
          case FOURTH_POWER -> BigFraction.ZERO;
          default -> BigFraction.ONE;
        };
    BigFraction half = second.isZero() ? Rationals.of(1, 2) : second.divide(2);
    return new Neighbourhood(
        of,
        second,
        Constants.none()
            .with("c", half, second.isZero() ? "declared: there is none" : "F''(0)/2")
            .with("rho", thirdDerivative(of), "a bound on |F'''|")
            .with("share", values.get("share"), "declared"));
  }

  private static BigFraction thirdDerivative(Single of) {
    return switch (of) {
      case EATEN -> new BigFraction(3);
      // 2 sinh/cosh^3 is greatest where tanh^2 = 1/3: 4/(3 sqrt 3) = 0.7698
      case LOG_COSH -> Rationals.of(77, 100);
      // 24 |w| for |w| <= 1/24
      default -> BigFraction.ONE;
    };
  }

  /** share times c/rho. */
  BigFraction radius() {
    return constants.exact("c").divide(constants.exact("rho")).multiply(constants.exact("share"));
  }

  Status strong() {
    return Status.of(
        second.signum() > 0 && second.compareTo(constants.exact("c").multiply(2)) >= 0,
        "F''(0) = " + Rationals.show(second) + ", c = " + Rationals.show(constants.exact("c")));
  }

  Status near() {
    BigFraction share = constants.exact("share");
    return Status.of(
        share.compareTo(BigFraction.ONE) <= 0,
        "the radius is " + Rationals.show(share) + " times c/rho");
  }

  /** Pairs all over the ball, numbers 1 to 24. */
  Pairs inside() {
    return k -> {
      BigFraction from = radius().multiply(Rationals.of(7 * k % 25 - 12, 12));
      BigFraction to = radius().multiply(Rationals.of(11 * k % 25 - 12, 12));
      return new Pairs.Pair(vector(from), vector(to.subtract(from)));
    };
  }

  /** From the edge of the ball inward by c/rho over 2^k. */
  Pairs atTheEdge() {
    BigFraction whole = constants.exact("c").divide(constants.exact("rho"));
    return k ->
        new Pairs.Pair(vector(radius()), vector(whole.multiply(Pairs.power(2, -k)).negate()));
  }

  private static Vector vector(BigFraction entry) {
    return Vector.constant(1, entry);
  }
}
