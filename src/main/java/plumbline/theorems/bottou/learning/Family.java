package plumbline.theorems.bottou.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorem.Values;
import plumbline.theorems.Search;

/**
 * Least squares on a fixed orthogonal design with the first d of many features, whose squared
 * coefficients are A/(j (j + 1)): the excess risk over the noise is A/(2 (d + 1)) + sigma^2 d/(2n),
 * and a budget T pays for n = T/d examples.
 *
 * @param signal A, the sum of all squared coefficients
 * @param sigma2 the variance of the noise
 * @param most the largest d
 */
public record Family(BigFraction signal, BigFraction sigma2, int most) {
  static Family of(Values values) {
    return new Family(values.get("A"), values.get("sigma2"), values.integer("most"));
  }

  Constants constants() {
    return Constants.none()
        .with("A", signal, "the sum of all squared coefficients")
        .with("sigma2", sigma2, "the variance of the noise")
        .with("most", new BigFraction(most), "the largest number of features");
  }

  /** The squared coefficients beyond d features, for d = 0, ..., most, one after the other. */
  private List<BigFraction> missed() {
    List<BigFraction> missed = new ArrayList<>(List.of(signal));
    for (int j = 1; j <= most; j++) {
      missed.add(missed.get(j - 1).subtract(signal.divide((long) j * (j + 1))));
    }
    return missed;
  }

  private BigFraction excess(List<BigFraction> missed, int d, BigFraction budget) {
    return missed.get(d).add(sigma2.multiply((long) d * d).divide(budget)).divide(2);
  }

  /** The d of least excess risk, the smallest of them. */
  int best(BigFraction budget) {
    List<BigFraction> missed = missed();
    int best = 1;
    for (int d = 2; d <= most; d++) {
      if (excess(missed, d, budget).compareTo(excess(missed, best, budget)) < 0) {
        best = d;
      }
    }
    return best;
  }

  /** The excess risk of the best d. */
  BigFraction least(BigFraction budget) {
    return excess(missed(), best(budget), budget);
  }

  /**
   * Where the envelope bends, or how low it is, against the bound.
   *
   * @param of the family
   * @param what which number
   */
  record Envelope(Family of, What what) implements Comparison {
    /** What is compared at the point k. */
    enum What {
      /** The budget at which k + 1 features begin to be better than k, by bisection. */
      SWITCH,
      /** How many features are best at 999/1000 and at 1001/1000 of the bound. */
      BESIDE,
      /** How many more features are best at the budget 2k than at k. */
      MORE,
      /** The least excess risk at the budget k. */
      LEAST
    }

    private static final double WIDEST = 40;

    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      if (in.isExact() && what == What.SWITCH) {
        throw new UnsupportedOperationException("bisection finds no fraction exactly");
      }
      if (what == What.BESIDE) {
        return points.at().stream().flatMap(k -> beside(in, constants, bound, k)).toList();
      }
      return points.at().stream()
          .map(
              k ->
                  new Pair<>(
                      (what == What.SWITCH ? "d = " : "budget = ") + k,
                      k,
                      value(in, k),
                      bound.at(in, constants, k)))
          .toList();
    }

    private <T extends FieldElement<T>> T value(Arithmetic<T> in, long k) {
      BigFraction budget = new BigFraction(k);
      return switch (what) {
        case SWITCH -> in.of(crossing((int) k));
        case BESIDE -> throw new IllegalStateException("two numbers, not one");
        case MORE -> in.of(of.best(budget.multiply(2)) - of.best(budget));
        case LEAST -> in.of(of.least(budget));
      };
    }

    private <T extends FieldElement<T>> Stream<Pair<T>> beside(
        Arithmetic<T> in, Constants constants, Bound bound, long d) {
      BigFraction at = bound.at(Arithmetic.rationals(), constants, d);
      T below = in.of(of.best(at.multiply(Rationals.of(999, 1000))));
      T above = in.of(of.best(at.multiply(Rationals.of(1001, 1000))));
      return Stream.of(
          new Pair<>("below the switch from " + d, d, below, in.of(d)),
          new Pair<>("above the switch from " + d, d, above, in.of(d + 1)));
    }

    private BigFraction crossing(int d) {
      double saved = of.missed().get(d).subtract(of.missed().get(d + 1)).doubleValue();
      double noise = of.sigma2().doubleValue();
      double x =
          Search.root(
              t ->
                  saved - noise * (d + 1) * ((d + 1) / Math.exp(t)) + noise * d * (d / Math.exp(t)),
              -WIDEST,
              WIDEST);
      return Rationals.of(Math.exp(x));
    }
  }
}
