package plumbline.theorems.bottou.learning;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * The estimation error n^(-p), for batch and stochastic gradient at the budget T.
 *
 * @param p the rate
 */
public record Decay(BigFraction p) {
  /** How many examples the stochastic gradient may use. */
  enum Reading {
    /** As many as it likes: 1/T. */
    UNLIMITED("A"),
    /** One a step: T^(-p) + 1/T. */
    ONE_A_STEP("B");

    final String letter;

    Reading(String letter) {
      this.letter = letter;
    }
  }

  Constants constants() {
    return Constants.none().with("p", p, "the rate of the estimation error");
  }

  /**
   * The least excess risk of the batch row over that of the stochastic gradient, minus a number, in
   * absolute value, at the budget k.
   *
   * @param number 0 for the ratio itself
   */
  record Ratio(Decay of, Reading reading, BigFraction number) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      List<Pair<T>> pairs = new ArrayList<>();
      for (long k : points.at()) {
        T stochastic = in.of(1).divide(in.of(k));
        if (reading == Reading.ONE_A_STEP) {
          Formula examples = Formula.k().power(Formula.number(of.p().negate()));
          stochastic = stochastic.add(examples.at(in, constants, k));
        }
        T ratio = new BestBatch(of.p()).least(in, k).divide(stochastic);
        T left = in.abs(ratio.subtract(in.of(number)));
        pairs.add(new Pair<>("T = " + k, k, left, bound.at(in, constants, k)));
      }
      return pairs;
    }
  }
}
