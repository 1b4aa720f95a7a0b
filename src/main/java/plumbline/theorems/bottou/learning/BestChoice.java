package plumbline.theorems.bottou.learning;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorems.Search;

/**
 * What a search finds under the budget k, or what other choices give, against the bound.
 *
 * @param of the program
 * @param what which number
 */
record BestChoice(Program of, What what) implements Comparison {
  /** What is compared. */
  enum What {
    /** The least excess risk, by golden sections. */
    LEAST,
    /** The excess risks of choices around it, the budget spent wholly or in part. */
    OTHERS,
    /** The best number of examples, where the slope of the excess risk changes its sign. */
    EXAMPLES,
    /** The excess risk with k^2 examples. */
    MANY_EXAMPLES
  }

  /** Factors on the best n, and shares of the budget. */
  private static final List<String> FACTORS =
      List.of("1/16", "1/2", "9/10", "1", "11/10", "2", "16");

  private static final List<String> SHARES = List.of("1", "9/10", "1/2");
  private static final double WIDEST = 60;

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    if (in.isExact() && (what == What.LEAST || what == What.EXAMPLES)) {
      throw new UnsupportedOperationException("a search finds no fraction exactly");
    }
    List<Pair<T>> pairs = new ArrayList<>();
    for (long budget : points.at()) {
      T right = bound.at(in, constants, budget);
      if (what == What.OTHERS) {
        BigFraction best = least(budget);
        for (String factor : FACTORS) {
          for (String share : SHARES) {
            BigFraction n = best.multiply(Rationals.parse(factor));
            T left = of.excess(in, n, Rationals.parse(share), budget);
            String where = " times the best n, " + share + " of the budget " + budget;
            pairs.add(new Pair<>(factor + where, budget, left, right));
          }
        }
      } else {
        pairs.add(new Pair<>("budget " + budget, budget, value(in, budget), right));
      }
    }
    return pairs;
  }

  private <T extends FieldElement<T>> T value(Arithmetic<T> in, long budget) {
    return switch (what) {
      case EXAMPLES ->
          in.of(Rationals.of(Math.exp(Search.root(x -> of.slope(x, budget), -WIDEST, WIDEST))));
      case MANY_EXAMPLES -> of.excess(in, new BigFraction(budget).pow(2), BigFraction.ONE, budget);
      default -> of.excess(in, least(budget), BigFraction.ONE, budget);
    };
  }

  private BigFraction least(long budget) {
    return Rationals.of(Math.exp(Search.minimiser(x -> of.excess(x, budget), -WIDEST, WIDEST)));
  }
}
