package plumbline.theorems.bottou.distributed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * The roots of z^(tau + 1) - z^tau + alpha lambda, by the test of Schur and Cohn, or the path that
 * the longest of them makes.
 *
 * @param of the delay
 * @param what which comparison
 */
record Late(Delay of, What what) implements Comparison {
  /** What is compared with what at the point k. */
  enum What {
    /** The largest stable stepsize for the delay k with the bound. */
    LIMIT,
    /** The largest root at k sixteenths of the limit with the bound. */
    RADIUS,
    /**
     * The largest root at the stepsize r^tau (1 - r), r = (tau + 2^-k)/(tau + 1), a root itself.
     */
    NEAR,
    /** w_k from w_j = (tau/(tau + 1))^j, the stepsize being the bound, with the same at k. */
    FASTEST
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    if (what == What.FASTEST) {
      List<T> path = fastest(in, bound.at(in, constants, 0), points.last());
      return each("k = ", points, k -> path.get((int) k), k -> in.power(factor(in), k));
    }
    if (in.isExact()) {
      throw new UnsupportedOperationException("roots are no fractions");
    }
    if (what == What.NEAR) {
      return each(
          "tau + 2^-",
          points,
          k -> in.of(Rationals.of(SchurCohn.radius(near(k), of.tau()))),
          k -> bound.at(in, constants, k));
    }
    return what == What.LIMIT
        ? each(
            "delay ",
            points,
            k -> in.of(Rationals.of(SchurCohn.limit((int) k))).divide(in.of(of.lambda())),
            k -> bound.at(in, constants, k))
        : each(
            "sixteenths of the limit: ",
            points,
            k -> in.of(Rationals.of(SchurCohn.radius(of.limit() * k / 16, of.tau()))),
            k -> bound.at(in, constants, k));
  }

  private double near(long k) {
    double root = (of.tau() + Math.scalb(1.0, -(int) k)) / (of.tau() + 1);
    return Math.pow(root, of.tau()) * (1 - root);
  }

  /** tau/(tau + 1). */
  private <T extends FieldElement<T>> T factor(Arithmetic<T> in) {
    return in.of(of.tau()).divide(in.of(of.tau() + 1));
  }

  /** w_0, ..., w_last from the powers of the factor at -tau, ..., 0. */
  private <T extends FieldElement<T>> List<T> fastest(Arithmetic<T> in, T alpha, long last) {
    T step = alpha.multiply(in.of(of.lambda()));
    List<T> all = new ArrayList<>();
    for (int j = -of.tau(); j <= 0; j++) {
      all.add(in.power(factor(in), j));
    }
    for (int k = 0; k < last; k++) {
      all.add(all.get(k + of.tau()).subtract(step.multiply(all.get(k))));
    }
    return all.subList(of.tau(), all.size());
  }

  private static <T extends FieldElement<T>> List<Pair<T>> each(
      String what, Checkpoints points, LongFunction<T> left, LongFunction<T> right) {
    return points.at().stream()
        .map(k -> new Pair<>(what + k, k, left.apply(k), right.apply(k)))
        .toList();
  }
}
