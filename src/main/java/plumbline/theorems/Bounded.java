package plumbline.theorems;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.Cosine;
import plumbline.problem.LeastSquares;
import plumbline.problem.Logistic;
import plumbline.problem.Problem;
import plumbline.problem.Quadratic;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Vector;

/** Readings that cannot exceed a number on any path, because the noise is bounded. */
final class Bounded {
  // covers the roundings of the recursion of the radius, 65536 steps of a few operations
  private static final double UP = 1 + 1e-10;

  private Bounded() {}

  /** X_k &lt;= at(k) on every path, at the checkpoints of the reading. */
  record Largest(LongToDoubleFunction at, String why) {}

  /** |w_(k+1) - w_*| &lt;= factor(alpha_k) |w_k - w_*| + alpha_k push, and what follows for X. */
  private record Motion(DoubleUnaryOperator factor, double push, double offset, String why) {}

  static Optional<Largest> largest(Reading reading) {
    if (reading.of().problem() instanceof Cosine cosine) {
      return strip(cosine, reading);
    }
    double smoothness = reading.of().problem().constants().get("L");
    double share =
        switch (reading.quantity()) {
          case GAP -> smoothness / 2;
          case GRADIENT_NORM_SQUARED -> smoothness * smoothness;
          case DISTANCE_SQUARED -> 1;
          default -> Double.NaN;
        };
    if (Double.isNaN(share)) {
      return Optional.empty();
    }
    return motion(reading.of()).map(m -> new Largest(along(reading, m, share), m.why()));
  }

  private static Optional<Motion> motion(Recursion of) {
    Problem problem = of.problem();
    if (problem instanceof Quadratic && bounded(of.oracle()) && of.oracle().batch() == 0) {
      return quadratic(of);
    }
    boolean onlyIndices =
        of.oracle().batch() > 0
            && of.oracle().multiplicative().isZero()
            && of.oracle().totalVariance().isZero();
    if (!onlyIndices) {
      return Optional.empty();
    }
    if (problem instanceof LeastSquares ls) {
      return Optional.of(leastSquares(ls));
    }
    return problem instanceof Logistic logistic ? logistic(logistic, of) : Optional.empty();
  }

  /** I - alpha h A (1 +- s) has its norm at an extreme eigenvalue and an extreme factor. */
  private static Optional<Motion> quadratic(Recursion of) {
    Oracle oracle = of.oracle();
    boolean plain = oracle.scaling().entries().stream().allMatch(BigFraction.ONE::equals);
    if (!plain && of.problem().dimension() > 1) {
      return Optional.empty();
    }
    Constants x = of.constants();
    double s = Math.sqrt(oracle.multiplicative().doubleValue());
    double low = x.get("mu") * x.get("c") * (1 - s);
    double high = x.get("mu") * x.get("L") * (1 + s);
    return Optional.of(
        new Motion(
            a -> Math.max(Math.abs(1 - a * low), Math.abs(1 - a * high)),
            Math.sqrt(oracle.totalVariance().doubleValue()),
            0,
            "bounded noise on a quadratic: a recursion for |w_k - w_*|"));
  }

  /** One index moves e by -alpha x (x'e + r); a mean of such moves is no longer. */
  private static Motion leastSquares(LeastSquares ls) {
    Vector target = ls.solution();
    double push = 0;
    for (int i = 0; i < ls.inputs().height(); i++) {
      Vector x = ls.inputs().rows().get(i);
      double residual = -ls.targets().get(i);
      for (int j = 0; j < x.dimension(); j++) {
        residual += x.get(j) * target.get(j);
      }
      push = Math.max(push, Math.abs(residual) * Math.sqrt(x.squaredNorm().doubleValue()));
    }
    double[] squares =
        ls.inputs().rows().stream().mapToDouble(x -> x.squaredNorm().doubleValue()).toArray();
    double across = ls.dimension() > 1 ? 1 : 0;
    return new Motion(
        a -> {
          double factor = across;
          for (double square : squares) {
            factor = Math.max(factor, Math.abs(1 - a * square));
          }
          return factor;
        },
        push,
        0,
        "finitely many indices: a recursion for |w_k - w_*|");
  }

  /** |w| contracts by 1 - alpha lambda and is pushed by max |x|; then |w - w_*| <= |w| + |w_*|. */
  private static Optional<Motion> logistic(Logistic logistic, Recursion of) {
    double ridge = logistic.ridge().doubleValue();
    if (of.stepsize().at(1) * ridge > 1) {
      return Optional.empty();
    }
    double push =
        logistic.inputs().rows().stream()
            .mapToDouble(x -> Math.sqrt(x.squaredNorm().doubleValue()))
            .max()
            .orElseThrow();
    double offset = norm(logistic.minimizer().orElseThrow());
    return Optional.of(
        new Motion(
            a -> 1 - a * ridge,
            push,
            offset,
            "the logistic derivative lies in (0, 1): a recursion for |w_k|"));
  }

  private static LongToDoubleFunction along(Reading reading, Motion motion, double share) {
    return k -> {
      Start.At start = (Start.At) reading.of().start();
      boolean centred = motion.offset() > 0;
      double radius =
          centred ? norm(start.point()) : distance(start.point(), reading.of().problem());
      double sum = 0;
      double weighted = 0;
      double value = 0;
      for (long j = 1; j <= k; j++) {
        double alpha = reading.of().stepsize().at(j);
        value = share * (radius + motion.offset()) * (radius + motion.offset());
        sum += value;
        weighted += alpha * value;
        radius = motion.factor().applyAsDouble(alpha) * radius + alpha * motion.push();
      }
      return UP
          * switch (reading.fold()) {
            case AT -> value;
            case MEAN_TO -> sum / k;
            case WEIGHTED_SUM_TO -> weighted;
            case MAX_TO -> Double.POSITIVE_INFINITY;
          };
    };
  }

  /**
   * sin^2 &lt;= 1, 1 + cos &lt;= 2, and |y_(k+1)| &lt;= (1 - alpha)|y_k| + alpha b for alpha in [0,
   * 1].
   */
  private static Optional<Largest> strip(Cosine cosine, Reading reading) {
    Oracle oracle = reading.of().oracle();
    boolean plain =
        oracle.multiplicative().isZero()
            && oracle.scaling().entries().stream().allMatch(BigFraction.ONE::equals);
    if (!plain || !bounded(oracle) || reading.of().stepsize().at(1) > 1) {
      return Optional.empty();
    }
    Vector start = ((Start.At) reading.of().start()).point();
    double squares = 0;
    double all = 0;
    for (int j = cosine.cosines(); j < cosine.dimension(); j++) {
      double y = start.get(j) * start.get(j);
      all += y;
      squares += Math.max(y, oracle.additive().get(j));
    }
    double strip =
        oracle.additiveLaw() == Law.SPHERE
            ? Math.max(all, oracle.totalVariance().doubleValue())
            : squares;
    double most =
        switch (reading.quantity()) {
          case GAP -> 2 * cosine.cosines() + strip / 2;
          case GRADIENT_NORM_SQUARED -> cosine.cosines() + strip;
          default -> Double.NaN;
        };
    if (Double.isNaN(most)) {
      return Optional.empty();
    }
    LongToDoubleFunction at =
        switch (reading.fold()) {
          case AT, MEAN_TO -> k -> UP * most;
          case WEIGHTED_SUM_TO -> k -> UP * most * steps(reading, k);
          case MAX_TO -> k -> Double.POSITIVE_INFINITY;
        };
    return Optional.of(new Largest(at, "bounded noise and steps <= 1: y stays in its strip"));
  }

  private static double steps(Reading reading, long k) {
    double sum = 0;
    for (long j = 1; j <= k; j++) {
      sum += reading.of().stepsize().at(j);
    }
    return sum;
  }

  private static boolean bounded(Oracle oracle) {
    boolean factor =
        oracle.multiplicative().isZero() || oracle.multiplicativeLaw() == Law.RADEMACHER;
    boolean added =
        oracle.totalVariance().isZero()
            || oracle.additiveLaw() == Law.RADEMACHER
            || oracle.additiveLaw() == Law.SPHERE;
    return factor && added;
  }

  private static double norm(Vector w) {
    return Math.sqrt(w.squaredNorm().doubleValue());
  }

  private static double distance(Vector w, Problem problem) {
    Vector target =
        problem instanceof LeastSquares ls ? ls.solution() : problem.minimizer().orElseThrow();
    return norm(Vector.generate(w.dimension(), j -> w.exact(j).subtract(target.exact(j))));
  }
}
