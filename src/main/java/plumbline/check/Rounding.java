package plumbline.check;

import java.util.function.LongToDoubleFunction;
import plumbline.formula.Constants;
import plumbline.problem.Accuracy;
import plumbline.problem.Network;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;

/**
 * How far rounding moves a simulated reading, in the root mean square over replicas: xError of the
 * rounding rule, which leaves out checkpoints where it matters before a run.
 *
 * <p>With iterates off by e (see {@link Drift}), by Cauchy and Schwarz the gap is off by at most
 * sqrt(2 L S) e + L e^2/2, a squared gradient by 2 sqrt(S) L e + L^2 e^2, a squared distance by 2
 * sqrt(S) e + e^2; averages over k likewise, with the greatest e. S bounds the mean of the reading:
 * where a claim says that it is at most S, or S, that may be used, for if the reading is larger the
 * claim is false anyway. To this comes the evaluation of the reading itself.
 */
final class Rounding {
  /** What a claim speaks of, and so what rounding of the steps may be taken for. */
  enum Subject {
    /** This recursion: computed and exact iterates are compared. */
    RECURSION,
    /**
     * An upper bound on F, or on an average of |grad F|^2, for every oracle with the constants:
     * what a change of the oracle adds to such a bound serves as well.
     */
    UPPER_BOUND,
    /**
     * A chance, a ratio or a rate for every oracle of a class: where the iterates themselves cannot
     * be followed, the claim is tried on the computed oracle, whose relative change is counted as
     * that of the reading. For events this is a size, not a bound on every path.
     */
    ORACLES
  }

  private final Reading reading;
  private final Subject subject;
  private final Drift drift;
  private final LongToDoubleFunction scale;
  private long reached = 1;
  private double travelled;

  /**
   * @param scale S_k, defined up to the last checkpoint
   */
  Rounding(Reading reading, Subject subject, LongToDoubleFunction scale) {
    this.reading = reading;
    this.subject = subject;
    this.drift = new Drift(reading.of());
    this.scale = scale;
  }

  /**
   * A bound on the mean of a reading that no claim enters, from how far iterates can be; infinite
   * where none is known.
   */
  static double size(Reading reading, long k) {
    Drift drift = new Drift(reading.of());
    double distance = drift.distance(k);
    double gradient = drift.gradient(k);
    double oracle = drift.oracleSmoothness() / orOne(drift.smoothness()) * gradient + drift.noise();
    double one =
        switch (reading.quantity()) {
          case GAP ->
              drift.accuracy().convex()
                  ? drift.smoothness() * distance * distance / 2
                  : Double.POSITIVE_INFINITY;
          case GRADIENT_NORM_SQUARED -> gradient * gradient;
          case ORACLE_NORM_SQUARED -> oracle * oracle;
          case DISTANCE_SQUARED, FIRST_COORDINATE_SQUARED -> square(distance + drift.centre());
          default -> Double.POSITIVE_INFINITY;
        };
    return finite(reading.fold() == Fold.WEIGHTED_SUM_TO ? drift.time(k) * one : one);
  }

  /** The error of the reading at k, as an absolute number; may be infinite. */
  double at(long k) {
    double s = Math.abs(scale.applyAsDouble(k));
    if (reading.of().problem() instanceof Network network) {
      return network(network, k, s);
    }
    double sum = reading.fold() == Fold.AT ? 0 : Drift.UNIT * (k + 4) * s;
    double weight = reading.fold() == Fold.WEIGHTED_SUM_TO ? drift.time(k) : 1;
    // a weighted sum of X_j is weight times an average, whose size is S/weight
    double moved = least(coupled(k, s / weight), absorbed(k, s / weight));
    return finite(weight * (moved + evaluation(k, s / weight)) + sum);
  }

  private static double least(double a, double b) {
    return Math.min(finite(a), finite(b));
  }

  /** Overflows cancel into NaN: nothing is known then. */
  private static double finite(double error) {
    return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
  }

  /** By the distance between computed and exact iterates. */
  private double coupled(long k, double s) {
    double e = drift.apart(k) + Drift.UNIT * drift.centre();
    double l = drift.smoothness();
    return switch (reading.quantity()) {
      case GAP -> Math.sqrt(2 * l * s) * e + l * e * e / 2;
      case GRADIENT_NORM_SQUARED -> squares(s, l * e);
      case ORACLE_NORM_SQUARED -> squares(s, drift.oracleSmoothness() * e);
      case DISTANCE_SQUARED, DISTANCE_TO_MINIMA_SQUARED, FIRST_COORDINATE_SQUARED -> squares(s, e);
      case COORDINATE -> e;
      case ORACLE_COORDINATE -> drift.oracleSmoothness() * e;
      case LOSS_OVER_START -> Double.POSITIVE_INFINITY;
    };
  }

  /** As a change of the oracle, where the claim admits that. */
  private double absorbed(long k, double s) {
    return switch (subject) {
      case RECURSION -> Double.POSITIVE_INFINITY;
      case ORACLES -> s * drift.changed(k);
      case UPPER_BOUND -> added(k);
    };
  }

  /** What a change of the oracle adds to an upper bound. */
  private double added(long k) {
    boolean average = reading.fold() == Fold.MEAN_TO || reading.fold() == Fold.WEIGHTED_SUM_TO;
    return switch (reading.quantity()) {
      case GAP -> drift.descent(k);
      case GRADIENT_NORM_SQUARED ->
          average
              ? 2 * drift.descent(k) / (drift.least() * drift.time(k))
              : Double.POSITIVE_INFINITY;
      default -> Double.POSITIVE_INFINITY;
    };
  }

  /** Of the reading at a computed iterate, and of F_inf. */
  private double evaluation(long k, double s) {
    Accuracy accuracy = drift.accuracy();
    double distance = drift.distance(k);
    double size = distance + drift.centre();
    double gradient = Drift.UNIT * (accuracy.gradientSlope() * size + accuracy.gradientOffset());
    double oracle =
        drift.oracleSmoothness() / orOne(drift.smoothness()) * gradient
            + 4 * Drift.UNIT * drift.noise();
    double relative = 4 * Drift.UNIT * (reading.of().problem().dimension() + 4);
    return switch (reading.quantity()) {
      case GAP ->
          Drift.UNIT
                  * (accuracy.valueSlope() * square(distance(s, distance))
                      + accuracy.valueOffset() * (1 + size))
              + infimumError();
      case GRADIENT_NORM_SQUARED -> squares(s, gradient) + relative * s;
      case ORACLE_NORM_SQUARED -> squares(s, oracle) + relative * s;
      case ORACLE_COORDINATE -> oracle;
      case COORDINATE -> Drift.UNIT * size;
      default -> squares(s, 2 * Drift.UNIT * size) + relative * s;
    };
  }

  /** A gap of mean S has mean squared distance at most 2 S/c. */
  private double distance(double s, double bound) {
    Constants constants = reading.of().problem().constants();
    double c = constants.has("c") ? constants.get("c") - constants.constant("c").error() : 0;
    return c > 0 && reading.fold() != Fold.MAX_TO ? Math.min(bound, Math.sqrt(2 * s / c)) : bound;
  }

  private double infimumError() {
    Constants constants = reading.of().problem().constants();
    return constants.has("F_inf") ? constants.constant("F_inf").error() : 0;
  }

  /**
   * Relative to the start, |r_t|^2/|r_0|^2 with r_0 of size sqrt(n): weights have moved by at most
   * sum_t alpha sqrt(n) |r_t| while the claim held, and a residual is off by the rounding of its
   * sum and by sqrt(n) times that of the weights.
   */
  private double network(Network network, long k, double s) {
    double n = network.inputs().height();
    double weights = Math.sqrt(network.dimension()) + travelled(k, n);
    double terms = network.hidden() + network.inputs().width() + 6;
    double residual = Drift.UNIT * (terms * weights + Math.sqrt(n) * (k + 1) * 2 * weights);
    return squares(s, residual) + 8 * Drift.UNIT * n * s;
  }

  /** sum of alpha n sqrt(S_t) over t &lt; k, carried on from call to call. */
  private double travelled(long k, double n) {
    if (k < reached) {
      reached = 1;
      travelled = 0;
    }
    for (; reached < k; reached++) {
      travelled +=
          reading.of().stepsize().at(reached)
              * n
              * Math.sqrt(Math.abs(scale.applyAsDouble(reached)));
    }
    return travelled;
  }

  /** How far x^2 moves when x, of mean square s, moves by e. */
  private static double squares(double s, double e) {
    return 2 * Math.sqrt(s) * e + e * e;
  }

  private static double square(double x) {
    return x * x;
  }

  private static double orOne(double x) {
    return x == 0 ? 1 : x;
  }
}
