package plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.hipparchus.fraction.BigFraction;
import plumbline.oracle.Oracle;
import plumbline.problem.Network;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.simulation.Channel;
import plumbline.theorem.Relation;
import plumbline.theorem.Tail;
import plumbline.verdict.Admission;
import plumbline.verdict.Contract;
import plumbline.verdict.Mean;
import plumbline.verdict.Outcome;

/**
 * The checkpoints and windows of a mean claim, decided before the run: which are statistical, which
 * are deterministic, which are left out and why.
 */
final class Components {
  /** Where moments close, later checkpoints are left to the exact layer. */
  private static final long LAST_BESIDE_EXACT = 1024;

  /** Averages have little variance, so that a longer run is cheap. */
  private static final long LAST_OF_AVERAGES = 10_000;

  private static final int FIRST_WINDOW = 8;

  private final Reading reading;
  private final Relation relation;
  private final Scale bound;
  private final Rounding rounding;
  private final List<Mean.Point> checkpoints = new ArrayList<>();
  private final List<Mean.Point> windows = new ArrayList<>();
  private final List<Task.Source> sources = new ArrayList<>();
  private final List<Pointwise> pointwise = new ArrayList<>();
  private final List<Pending.Point> points = new ArrayList<>();
  private final List<String> withoutChance = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private double variation;
  private Outcome decided = Outcome.HOLDS;
  private long last = 1;

  /**
   * B_k with its absolute error.
   *
   * @param value B_k
   * @param error a bound on its distance to the bound that is meant
   */
  record Scale(LongToDoubleFunction value, LongToDoubleFunction error) {}

  Components(Reading reading, Relation relation, Scale bound, Tail tail, boolean exactDecides) {
    this.reading = reading;
    this.relation = relation;
    this.bound = bound;
    this.rounding =
        relation == Relation.AT_LEAST
            ? new Rounding(reading, Rounding.Subject.RECURSION, this::size)
            : new Rounding(
                reading,
                relation == Relation.AT_MOST
                    ? Rounding.Subject.UPPER_BOUND
                    : Rounding.Subject.RECURSION,
                bound.value());
    for (long k : reading.checkpoints().at()) {
      if (exactDecides && k > (reading.fold() == Fold.AT ? LAST_BESIDE_EXACT : LAST_OF_AVERAGES)) {
        leftOut.add("k = " + k + " (left to the exact layer)");
      } else if (deterministic(reading, k)) {
        addDeterministic(k);
      } else {
        admit(k, tail);
      }
    }
    if (relation == Relation.AT_MOST && reading.fold() == Fold.AT) {
      addWindows();
    }
  }

  private void addDeterministic(long k) {
    Admission.Standing standing = standing(k);
    if (standing == Admission.Standing.STATISTICAL || standing == Admission.Standing.ZERO) {
      addPointwise(k, standing == Admission.Standing.ZERO, true);
      withoutChance.add("k = " + k);
      return;
    }
    if (standing == Admission.Standing.BELOW_ROUNDING) {
      addPointwise(k, false, true); // a violation beyond the error can still be seen
    } else if (standing != Admission.Standing.VACUOUS) {
      decide(standing);
    }
    leftOut.add("k = " + k + " (nothing random; " + words(standing) + ")");
  }

  /**
   * @param zero whether B_k = 0, so that readings are taken as they are
   * @param certain whether nothing random enters
   */
  private void addPointwise(long k, boolean zero, boolean certain) {
    LongToDoubleFunction by = zero ? j -> 1 : bound.value();
    double scale = by.applyAsDouble(k);
    pointwise.add(new Pointwise(source(k, by), k, scale, xError(k) / scale, zero ? 0 : 1, certain));
  }

  private void decide(Admission.Standing standing) {
    decided = standing == Admission.Standing.ERROR ? Outcome.ERROR : Outcome.REFUTED;
  }

  private Task.Source source(long k, LongToDoubleFunction scale) {
    return new Task.Source(reading.of(), channel(reading, k, scale));
  }

  private Admission.Standing standing(long k) {
    return Admission.of(relation, bound.value().applyAsDouble(k), xError(k));
  }

  /** Whether the bound says nothing at any checkpoint. */
  boolean isVacuous() {
    return reading.checkpoints().at().stream()
        .allMatch(k -> standing(k) == Admission.Standing.VACUOUS);
  }

  /** That a reading is at least B_k bounds it from below alone: its size is sought elsewhere. */
  private double size(long k) {
    return Math.max(bound.value().applyAsDouble(k), Rounding.size(reading, k));
  }

  /** The error of a reading and of its bound. */
  private double xError(long k) {
    return rounding.at(k) + bound.error().applyAsDouble(k);
  }

  private void admit(long k, Tail tail) {
    double b = bound.value().applyAsDouble(k);
    Admission.Standing standing = standing(k);
    if (standing == Admission.Standing.REFUTED || standing == Admission.Standing.ERROR) {
      decide(standing);
    } else if (standing == Admission.Standing.ZERO) {
      addPointwise(k, true, false);
    }
    if (standing != Admission.Standing.STATISTICAL) {
      leftOut.add("k = " + k + " (" + words(standing) + ")");
      return;
    }
    Contract contract = contract(tail, k);
    checkpoints.add(new Mean.Point("k = " + k, contract));
    sources.add(source(k, bound.value()));
    points.add(new Pending.Point("k = " + k, k, b));
    variation = Math.max(variation, planned(contract)); // NaN stays NaN
    last = Math.max(last, k);
  }

  /**
   * Full dyadic intervals inside the declared range in which every k is statistical; they serve
   * REFUTED of an upper bound, which needs no contract.
   */
  private void addWindows() {
    long first = Math.max(FIRST_WINDOW, reading.checkpoints().at().get(0));
    for (long from = FIRST_WINDOW; 2 * from - 1 <= last; from *= 2) {
      if (from < first || !statistical(from, 2 * from - 1)) {
        continue;
      }
      String label = "k in [" + from + ", " + 2 * from + ")";
      windows.add(new Mean.Point(label, Contract.of(Tail.none(), from)));
      sources.add(
          new Task.Source(
              reading.of(),
              new Channel(
                  reading.quantity(), Channel.Gather.WINDOW, from, 2 * from - 1, bound.value())));
      points.add(new Pending.Point(label, from, bound.value().applyAsDouble(from)));
    }
  }

  private boolean statistical(long from, long to) {
    for (long k = from; k <= to; k++) {
      if (deterministic(reading, k) || standing(k) != Admission.Standing.STATISTICAL) {
        return false;
      }
    }
    return true;
  }

  private static String words(Admission.Standing standing) {
    return switch (standing) {
      case STATISTICAL -> "statistical";
      case BELOW_ROUNDING -> "below rounding";
      case VACUOUS -> "vacuous";
      case ZERO -> "the bound is 0";
      case REFUTED -> "the bound is below 0";
      case ERROR -> "the bound is no number";
    };
  }

  static Channel channel(Reading reading, long k, LongToDoubleFunction scale) {
    Channel.Gather gather =
        switch (reading.fold()) {
          case AT -> Channel.Gather.AT;
          case MEAN_TO -> Channel.Gather.MEAN;
          case WEIGHTED_SUM_TO -> Channel.Gather.WEIGHTED_SUM;
          case MAX_TO -> Channel.Gather.MAX;
        };
    long first = reading.fold() == Fold.AT ? k : 1;
    return new Channel(reading.quantity(), gather, first, k, scale, reading.coordinate());
  }

  /** The contract at k; none where the closed form has no finite value there. */
  static Contract contract(Tail tail, long k) {
    if (tail instanceof Tail.ClosedForm closed
        && !Double.isFinite(closed.squaredVariation().applyAsDouble(k))) {
      return Contract.of(Tail.none(), k);
    }
    return Contract.of(tail, k);
  }

  /** v_c for planning; at least a little, so that a claim of no variance is still looked at. */
  static double planned(Contract contract) {
    return Math.max(1e-3, contract.planned());
  }

  /** Whether nothing is random up to k: a fixed start, or no noise at all. */
  private static boolean deterministic(Reading reading, long k) {
    Recursion of = reading.of();
    // a network draws its outer weights once a replica, wherever it starts
    if (!(of.start() instanceof Start.At) || of.problem() instanceof Network) {
      return false;
    }
    Oracle oracle = of.oracle();
    boolean noiseless =
        oracle.batch() == 0
            && oracle.multiplicative().isZero()
            && oracle.totalVariance().compareTo(BigFraction.ZERO) == 0;
    return noiseless || (k == 1 && !reading.quantity().isOfOracle());
  }

  /** REFUTED or ERROR where a bound alone decides the claim, before any replica; else HOLDS. */
  Outcome decided() {
    return decided;
  }

  boolean isEmpty() {
    return checkpoints.isEmpty();
  }

  List<Mean.Point> checkpoints() {
    return checkpoints;
  }

  List<Mean.Point> windows() {
    return windows;
  }

  List<Task.Source> sources() {
    return sources;
  }

  /** Deterministic checkpoints, and those whose bound is 0. */
  List<Pointwise> pointwise() {
    return pointwise;
  }

  List<Pending.Point> points() {
    return points;
  }

  /** Which checkpoints are judged although nothing is random there; empty if none. */
  String withoutChance() {
    return String.join(", ", withoutChance);
  }

  /** Which checkpoints are not judged, and why; empty if none. */
  String leftOut() {
    return String.join(", ", leftOut);
  }

  /** The largest v of a contract; NaN if one is missing. */
  double variation() {
    return variation;
  }

  double cost() {
    return Sampled.cost(reading, last);
  }
}
