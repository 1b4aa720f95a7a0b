package plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.hipparchus.fraction.BigFraction;
import plumbline.oracle.Oracle;
import plumbline.quantity.Quantity;
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
  private final LongToDoubleFunction bound;
  private final List<Mean.Point> checkpoints = new ArrayList<>();
  private final List<Mean.Point> windows = new ArrayList<>();
  private final List<Task.Source> sources = new ArrayList<>();
  private final List<Task.Source> fixed = new ArrayList<>();
  private final List<Pending.Point> points = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private double variation;
  private Outcome decided = Outcome.HOLDS;
  private long last = 1;

  Components(
      Reading reading,
      Relation relation,
      LongToDoubleFunction bound,
      Tail tail,
      boolean exactDecides) {
    this.reading = reading;
    this.relation = relation;
    this.bound = bound;
    for (long k : reading.checkpoints().at()) {
      if (exactDecides && k > (reading.fold() == Fold.AT ? LAST_BESIDE_EXACT : LAST_OF_AVERAGES)) {
        leftOut.add("k = " + k + " to the exact layer");
      } else if (deterministic(reading, k)) {
        leftOut.add("k = " + k + " is deterministic");
        if (!exactDecides) {
          fixed.add(new Task.Source(reading.of(), channel(reading, k, bound)));
        }
      } else {
        admit(k, tail);
      }
    }
    if (relation == Relation.AT_MOST && reading.fold() == Fold.AT && leftOut.size() <= 1) {
      addWindows();
    }
  }

  private void admit(long k, Tail tail) {
    double b = bound.applyAsDouble(k);
    Admission.Standing standing =
        Admission.of(relation, b, Rounding.error(reading.of(), Math.abs(b), k));
    if (standing == Admission.Standing.REFUTED) {
      decided = Outcome.REFUTED;
    } else if (standing == Admission.Standing.ERROR) {
      decided = Outcome.ERROR;
    }
    if (standing != Admission.Standing.STATISTICAL) {
      leftOut.add(
          "k = "
              + k
              + " is "
              + standing.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
      return;
    }
    Contract contract = contract(tail, k);
    checkpoints.add(new Mean.Point("k = " + k, contract));
    sources.add(new Task.Source(reading.of(), channel(reading, k, bound)));
    points.add(new Pending.Point("k = " + k, k, b));
    variation = Math.max(variation, planned(contract)); // NaN stays NaN
    last = Math.max(last, k);
  }

  /** Full dyadic intervals; they serve REFUTED of an upper bound, which needs no contract. */
  private void addWindows() {
    for (long from = FIRST_WINDOW; 2 * from - 1 <= last; from *= 2) {
      String label = "k in [" + from + ", " + 2 * from + ")";
      windows.add(new Mean.Point(label, Contract.of(Tail.none(), from)));
      sources.add(
          new Task.Source(
              reading.of(),
              new Channel(reading.quantity(), Channel.Gather.WINDOW, from, 2 * from - 1, bound)));
      points.add(new Pending.Point(label, from, bound.applyAsDouble(from)));
    }
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
    if (!(of.start() instanceof Start.At)) {
      return false;
    }
    Oracle oracle = of.oracle();
    boolean noiseless =
        oracle.batch() == 0
            && oracle.multiplicative().isZero()
            && oracle.totalVariance().compareTo(BigFraction.ZERO) == 0;
    return noiseless || (k == 1 && reading.quantity() != Quantity.ORACLE_NORM_SQUARED);
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

  /** Deterministic checkpoints that no exact layer judges. */
  List<Task.Source> fixed() {
    return fixed;
  }

  List<Pending.Point> points() {
    return points;
  }

  String leftOut() {
    return String.join(", ", leftOut);
  }

  /** The largest v of a contract; NaN if one is missing. */
  double variation() {
    return variation;
  }

  double cost() {
    return (double) reading.of().problem().dimension() * last;
  }
}
