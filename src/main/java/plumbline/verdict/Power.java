package plumbline.verdict;

import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import plumbline.simulation.Moments;
import plumbline.simulation.SignedSums;

/**
 * delta99: the smallest violation that the run would have refuted with probability 99 %
 * (verdicts.md, section 7). Planned by a normal approximation, never a level. Empty: none.
 *
 * <p>{@code threshold} is ln(1/level) plus ln(1/w) for a component of weight w, plus ln 2 for one
 * side of an equality.
 */
public final class Power {
  private static final double MOST = 1000;
  private static final long LEAST_WITHOUT_SPREAD = 1000;

  private Power() {}

  /** For E R <= 1: in [0, 1000]. */
  public static OptionalDouble upper(long n, double v, double threshold) {
    return smallest(MOST, d -> reachedUp(n, v, d, threshold));
  }

  /** For E R >= 1 under CV^2 <= contract: in [0, 1]. */
  public static OptionalDouble lower(long n, double v, double contract, double threshold) {
    return smallest(1, d -> LogDown.ofSum(n, shortfall(n, v, d), contract) >= threshold);
  }

  /** For E R >= 1 under R <= b: in [0, 1]. */
  public static OptionalDouble lowerMax(long n, double v, double b, double threshold) {
    return smallest(
        1,
        d -> {
          double s = shortfall(n, v, d);
          double q = n * ((1 - d) * (1 - d) * v + d * d) - s * s / n;
          return LogDownMax.of(n, 1 - s / n, q, b, 1) >= threshold;
        });
  }

  private static boolean reachedUp(long n, double v, double d, double threshold) {
    double s = n * d - Levels.Z_Q * (1 + d) * StrictMath.sqrt(n * v);
    double q = n * ((1 + d) * (1 + d) * v + d * d) - s * s / n;
    return LogUp.star(n, 1 + s / n, q, 1) >= threshold;
  }

  private static double shortfall(long n, double v, double d) {
    return n * d - Levels.Z_Q * (1 - d) * StrictMath.sqrt(n * v);
  }

  /**
   * Whether a component can say anything of its power: not with mean 0, nor without spread below
   * 1000 replicas.
   */
  static boolean speaks(Moments r) {
    return r.mean() > 0 && (r.m2() > 0 || r.count() >= LEAST_WITHOUT_SPREAD);
  }

  /** For P(A) <= p: relative to p. */
  public static OptionalDouble chanceAbove(long n, double p, double complement, double threshold) {
    if (!(p > 0 && complement > 0)) {
      return OptionalDouble.empty();
    }
    int grid = LogBern.gridFor(p);
    return smallest(
        complement / p,
        d -> {
          double truth = Math.min(1, p * (1 + d));
          double s = n * truth - Levels.Z_Q * StrictMath.sqrt(n * truth * (1 - truth));
          return LogBern.of(n, s, p, complement, grid) >= threshold;
        });
  }

  /** For P(A) >= p: relative to p. */
  public static OptionalDouble chanceBelow(long n, double p, double complement, double threshold) {
    if (!(p > 0 && complement > 0)) {
      return OptionalDouble.empty();
    }
    int grid = LogBern.gridFor(p);
    return smallest(
        1,
        d -> {
          double truth = p * (1 - d);
          double s = n * truth + Levels.Z_Q * StrictMath.sqrt(n * truth * (1 - truth));
          return LogBern.of(n, n - s, complement, p, grid) >= threshold;
        });
  }

  /** For E g = c: in units of sigma. */
  public static OptionalDouble signed(long n, double threshold) {
    return smallest(MOST, d -> signedEvidence(n, d) >= threshold);
  }

  private static double signedEvidence(long n, double deltaOverSigma) {
    double[] terms = new double[SignedSums.SCALES];
    for (int j = 1; j <= SignedSums.SCALES; j++) {
      double mu = SignedSums.scale(j);
      terms[j - 1] = mu * (n * deltaOverSigma - Levels.Z_Q * StrictMath.sqrt(n)) - n * mu * mu / 2;
    }
    return LogSumExp.of(terms) - StrictMath.log(2 * SignedSums.SCALES);
  }

  /**
   * The larger of two, none if either is: what an equality, or the worst checkpoint, can exclude.
   */
  static OptionalDouble worst(OptionalDouble a, OptionalDouble b) {
    return a.isPresent() && b.isPresent()
        ? OptionalDouble.of(Math.max(a.getAsDouble(), b.getAsDouble()))
        : OptionalDouble.empty();
  }

  private static OptionalDouble smallest(double most, DoublePredicate reached) {
    return reached.test(most)
        ? OptionalDouble.of(Limits.bisect(most, 0, reached))
        : OptionalDouble.empty();
  }
}
