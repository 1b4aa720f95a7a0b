package plumbline.theorems.bottou.distributed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * Second moments of descent with random delays against the bound.
 *
 * @param of the descent
 * @param what which number
 */
record DelayMoments(Asynchronous of, What what) implements Comparison {
  /** What is compared at the point k. */
  enum What {
    /** The stationary gap at the stepsize alpha k/8 over the one without delay. */
    RATIO,
    /** L E w_k^2/2, by the recursion of all E w_{k-i} w_{k-j}. */
    GAP,
    /** That at k + 4 tau over that at k. */
    GROWTH
  }

  /** Stepsizes of a sweep. */
  static final int STEPSIZES = 8;

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    if (in.isExact() && what != What.RATIO) {
      throw new UnsupportedOperationException("fractions of many steps are too long");
    }
    List<Pair<T>> pairs = new ArrayList<>();
    int later = what == What.GROWTH ? 4 * of.tau() : 0;
    List<T> gaps = what == What.RATIO ? List.of() : gaps(in, points.last() + later);
    for (long k : points.at()) {
      int at = (int) k;
      T left =
          switch (what) {
            case RATIO -> in.of(ratio(new BigFraction(at, STEPSIZES)));
            case GAP -> gaps.get(at);
            case GROWTH -> gaps.get(at + later).divide(gaps.get(at));
          };
      String name = what == What.RATIO ? "eighths of the stepsize: " : "k = ";
      pairs.add(new Pair<>(name + k, k, left, bound.at(in, constants, k)));
    }
    return pairs;
  }

  /** In plain fractions; without delay c_0 = alpha^2 M/(a (2 - a)). */
  private BigFraction ratio(BigFraction share) {
    BigFraction step = of.alpha().multiply(share);
    BigFraction a = step.multiply(of.lambda());
    BigFraction moment = of.stationary(share).get(0);
    return moment
        .multiply(a)
        .multiply(new BigFraction(2).subtract(a))
        .divide(step.multiply(step).multiply(of.noise()));
  }

  /** The gap at 0, 1, ..., last from w = 0: one row and column enter, the oldest leave. */
  private <T extends FieldElement<T>> List<T> gaps(Arithmetic<T> in, long last) {
    int d = of.tau() + 1;
    T step = in.of(of.alpha());
    T a = step.multiply(in.of(of.lambda()));
    T noise = step.multiply(step).multiply(in.of(of.noise()));
    List<T> chances = of.chances().stream().map(in::of).toList();
    List<List<T>> moments =
        IntStream.range(0, d)
            .mapToObj(i -> IntStream.range(0, d).mapToObj(j -> in.of(0)).toList())
            .toList();
    List<T> gaps = new ArrayList<>(List.of(in.of(0)));
    for (long k = 0; k < last; k++) {
      List<List<T>> now = moments;
      List<T> late = IntStream.range(0, d).mapToObj(j -> mean(in, chances, now, j)).toList();
      List<T> first = new ArrayList<>();
      T square = now.get(0).get(0).subtract(a.multiply(late.get(0)).multiply(in.of(2)));
      first.add(square.add(a.multiply(a).multiply(diagonal(in, chances, now))).add(noise));
      for (int j = 0; j + 1 < d; j++) {
        first.add(now.get(0).get(j).subtract(a.multiply(late.get(j))));
      }
      moments = shifted(first, now);
      gaps.add(first.get(0).multiply(in.of(of.lambda())).divide(in.of(2)));
    }
    return gaps;
  }

  /** E w_{k-D} w_{k-j}. */
  private static <T extends FieldElement<T>> T mean(
      Arithmetic<T> in, List<T> chances, List<List<T>> moments, int j) {
    T sum = in.of(0);
    for (int i = 0; i < chances.size(); i++) {
      sum = sum.add(chances.get(i).multiply(moments.get(i).get(j)));
    }
    return sum;
  }

  /** E w_{k-D}^2. */
  private static <T extends FieldElement<T>> T diagonal(
      Arithmetic<T> in, List<T> chances, List<List<T>> moments) {
    T sum = in.of(0);
    for (int i = 0; i < chances.size(); i++) {
      sum = sum.add(chances.get(i).multiply(moments.get(i).get(i)));
    }
    return sum;
  }

  private static <T> List<List<T>> shifted(List<T> first, List<List<T>> before) {
    List<List<T>> after = new ArrayList<>();
    after.add(first);
    for (int i = 1; i < first.size(); i++) {
      List<T> row = new ArrayList<>(before.get(i - 1).subList(0, first.size() - 1));
      row.add(0, first.get(i));
      after.add(row);
    }
    return after;
  }
}
