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

/**
 * What a budget of k gradient evaluations buys, against the bound.
 *
 * @param of the race
 * @param what which number
 */
record Work(Race of, What what) implements Comparison {
  /** What is compared at the budget k. */
  enum What {
    /** The least 1/n + epsilon of the batch row, by a search. */
    BATCH_ROW,
    /** The least 1/n + epsilon of the stochastic row, n &lt;= k and epsilon &gt;= 1/k tried. */
    STOCHASTIC_ROW,
    /** How far the least of the batch row is from 1.481551e-5. */
    PRINTED,
    /** The excess risk of the stochastic gradient, by its recursion. */
    STOCHASTIC,
    /** The steps after which that is at most 1/k, by its recursion. */
    STEPS_TO,
    /** The least excess risk of gradient descent over n and t with nt &lt;= k. */
    BATCH,
    /** The same over that of the stochastic gradient. */
    RATIO
  }

  private static final BestBatch ROW = new BestBatch(BigFraction.ONE);
  private static final BigFraction TABLE = Rationals.parse("1.481551e-5");

  /** So that a wrong goal ends. */
  private static final long MOST_STEPS = 100_000;

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    List<Pair<T>> pairs = new ArrayList<>();
    for (long k : points.at()) {
      T right = bound.at(in, constants, k);
      pairs.add(new Pair<>("T = " + k, k, value(in, k), right));
    }
    return pairs;
  }

  private <T extends FieldElement<T>> T value(Arithmetic<T> in, long k) {
    return switch (what) {
      case BATCH_ROW -> ROW.least(in, k);
      case STOCHASTIC_ROW -> stochasticRow(in, k);
      case PRINTED -> in.abs(ROW.least(in, k).subtract(in.of(TABLE)));
      case STOCHASTIC -> in.of(stochastic(k));
      case STEPS_TO -> in.of(stepsTo(k));
      case BATCH -> batch(in, k);
      case RATIO -> batch(in, k).divide(in.of(stochastic(k)));
    };
  }

  private static <T extends FieldElement<T>> T stochasticRow(Arithmetic<T> in, long k) {
    T least = in.of(2);
    for (long share = 1; share <= 16; share *= 2) {
      for (long more = 1; more <= 16; more *= 2) {
        T examples = in.of(share).divide(in.of(k));
        T accuracy = in.of(more).divide(in.of(k));
        T sum = examples.add(accuracy);
        least = in.compare(sum, least) < 0 ? sum : least;
      }
    }
    return least;
  }

  private <T extends FieldElement<T>> T batch(Arithmetic<T> in, long k) {
    long t = of.bestSteps(k);
    return t == 0 ? of.start(in) : of.batch(in, k / t, t);
  }

  /** In plain fractions: the value stays short, but a count of its roundings would not. */
  private BigFraction stochastic(long k) {
    Arithmetic<BigFraction> exact = Arithmetic.rationals();
    BigFraction excess = of.start(exact);
    for (long step = 1; step <= k; step++) {
      excess = of.stochastic(exact, excess, step);
    }
    return excess;
  }

  private long stepsTo(long k) {
    Arithmetic<BigFraction> exact = Arithmetic.rationals();
    BigFraction goal = new BigFraction(1).divide(new BigFraction(k));
    BigFraction excess = of.start(exact);
    long step = 0;
    while (excess.compareTo(goal) > 0 && step < MOST_STEPS) {
      step++;
      excess = of.stochastic(exact, excess, step);
    }
    return step;
  }
}
