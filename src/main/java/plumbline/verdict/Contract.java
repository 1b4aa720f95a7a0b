package plumbline.verdict;

import java.util.Optional;
import java.util.stream.LongStream;
import plumbline.simulation.Moments;
import plumbline.theorem.Tail;

/**
 * A tail contract as one component of a claim reads it: what makes evidence against E R >= m exact.
 * The allowance for rounding is made here (section 2): sqrt(v') = sqrt(v) + 2(1 + sqrt v)
 * eta/min(1, m), and b(1 + 2 eta) for b.
 */
public sealed interface Contract {
  /** Evidence against E R >= m; -infinity if there is no contract. */
  double against(Moments r, double m);

  /** U for E R at this level, without the allowance eta; +infinity if there is no contract. */
  double upper(Moments r, double level);

  /** ln(1/level) reached by what violation below the bound, with probability 99 %; NaN if none. */
  double power(Moments r, double threshold);

  /** The largest CV^2 at E R = 1 that the contract allows, for planning; NaN if there is none. */
  double planned();

  /** The contract's name in a grade; empty if there is none. */
  Optional<String> name();

  /** Which promise these data break, if they do. */
  default Optional<String> brokenBy(Moments r) {
    return Optional.empty();
  }

  /** CV^2 <= v. */
  record Cv2(double v, String called) implements Contract {
    public Cv2 {
      if (!(v >= 0 && v < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "a contract CV^2 <= " + v + "; allowed: finite and at least 0");
      }
    }

    /** v', with which the contract survives rounding where E R = m is tested. */
    static double rounded(double v, double m) {
      double root = StrictMath.sqrt(v);
      double moved = root + 2 * (1 + root) * Levels.ETA / Math.min(1, m);
      return moved * moved;
    }

    @Override
    public double against(Moments r, double m) {
      return m > 0 ? LogDown.of(r, m, rounded(v, m)) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double upper(Moments r, double level) {
      // every m that is tested is at least the mean, and v' decreases in m
      return Limits.upper(r, r.mean() > 0 ? rounded(v, r.mean()) : v, level);
    }

    @Override
    public double power(Moments r, double threshold) {
      return Power.lower(r.count(), r.cv2(), v, threshold).orElse(Double.NaN);
    }

    @Override
    public double planned() {
      return v;
    }

    @Override
    public Optional<String> name() {
      return Optional.of(called);
    }
  }

  /** R <= b always. */
  record Bounded(double b) implements Contract {
    public Bounded {
      if (!(b > 0 && b < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "a contract R <= " + b + "; allowed: finite and above 0");
      }
    }

    private double rounded() {
      return b * (1 + 2 * Levels.ETA);
    }

    @Override
    public double against(Moments r, double m) {
      return LogDownMax.of(r, rounded(), m);
    }

    @Override
    public double upper(Moments r, double level) {
      return Limits.upperMax(r, rounded(), level);
    }

    @Override
    public double power(Moments r, double threshold) {
      return Power.lowerMax(r.count(), r.cv2(), b, threshold).orElse(Double.NaN);
    }

    @Override
    public double planned() {
      return Math.max(0, b - 1); // Var R <= E R (b - E R)
    }

    @Override
    public Optional<String> name() {
      return Optional.of("Max");
    }

    @Override
    public Optional<String> brokenBy(Moments r) {
      return r.max() > rounded()
          ? Optional.of("R = " + Say.number(r.max()) + " under the contract R <= " + Say.number(b))
          : Optional.empty();
    }
  }

  /** Nothing is known. */
  record Missing() implements Contract {
    @Override
    public double against(Moments r, double m) {
      return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double upper(Moments r, double level) {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public double power(Moments r, double threshold) {
      return Double.NaN;
    }

    @Override
    public double planned() {
      return Double.NaN;
    }

    @Override
    public Optional<String> name() {
      return Optional.empty();
    }
  }

  /** The contract at one k. */
  static Contract of(Tail tail, long k) {
    return over(tail, k, k);
  }

  /**
   * The contract of a mean over first..last: the largest CV^2 of any k there (Minkowski; a closed
   * form is asked for every k, not for checkpoints only), or the largest b.
   *
   * @throws IllegalArgumentException for a variance bound, which is for signed means
   */
  static Contract over(Tail tail, long first, long last) {
    if (tail instanceof Tail.GaussianQuadratic) {
      return new Cv2(2, "GaussianQuadratic");
    }
    if (tail instanceof Tail.ClosedForm closed) {
      return new Cv2(
          LongStream.rangeClosed(first, last)
              .mapToDouble(closed.squaredVariation()::applyAsDouble)
              .max()
              .orElseThrow(),
          "ClosedForm");
    }
    if (tail instanceof Tail.Max max) {
      return new Bounded(
          LongStream.rangeClosed(first, last)
              .mapToDouble(max.largestRatio()::applyAsDouble)
              .max()
              .orElseThrow());
    }
    if (tail instanceof Tail.Inherited inherited) {
      return new Cv2(inherited.squaredVariation(), "Inherited");
    }
    if (tail instanceof Tail.Assumed assumed) {
      return new Cv2(assumed.squaredVariation(), "assumed");
    }
    if (tail instanceof Tail.None) {
      return new Missing();
    }
    throw new IllegalArgumentException(
        "a variance bound as the contract of a mean of ratios; allowed: the other six; it is for signed means");
  }
}
