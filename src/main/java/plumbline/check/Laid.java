package plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.recursion.Reading;
import plumbline.theorem.Claim;
import plumbline.theorem.Relation;
import plumbline.theorem.Tail;
import plumbline.verdict.Admission;
import plumbline.verdict.Contract;
import plumbline.verdict.Mean;
import plumbline.verdict.Pairs;

/**
 * The readings of a ratio's or a slope's pairs, each once, in units of its declared scale. A pair
 * with a reading that rounding may move by more than eta of its scale is left out.
 *
 * @param pairs for the procedure; empty if every pair is left out
 * @param sources in the order of its readings
 * @param points to be shown
 * @param variation the largest v of a contract; NaN if one is missing
 * @param cost coordinates times steps of one replica
 * @param leftOut which pairs, and why
 */
record Laid(
    Optional<Pairs> pairs,
    List<Task.Source> sources,
    List<Pending.Point> points,
    double variation,
    double cost,
    String leftOut) {

  static Laid of(List<Claim.Pair> claimed, Tail tail) {
    Layout layout = new Layout(tail);
    claimed.forEach(layout::add);
    return layout.laid();
  }

  /** What is laid so far. */
  private static final class Layout {
    private final Tail tail;
    private final List<Reading> readings = new ArrayList<>();
    private final List<Double> scales = new ArrayList<>();
    private final List<Task.Source> sources = new ArrayList<>();
    private final List<Mean.Point> points = new ArrayList<>();
    private final List<Pending.Point> shown = new ArrayList<>();
    private final List<Pairs.Pair> pairs = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private double variation;
    private double cost;

    Layout(Tail tail) {
      this.tail = tail;
    }

    void add(Claim.Pair pair) {
      if (!admitted(pair.x(), pair.xScale()) || !admitted(pair.y(), pair.yScale())) {
        leftOut.add(pair.what() + " is below rounding");
        return;
      }
      int x = reading(pair.x(), pair.xScale());
      int y = reading(pair.y(), pair.yScale());
      pairs.add(new Pairs.Pair(pair.what(), x, y, pair.run(), scales.get(y) / scales.get(x)));
    }

    private static boolean admitted(Reading reading, double scale) {
      double error =
          new Rounding(reading, Rounding.Subject.ORACLES, k -> scale)
              .at(reading.checkpoints().last());
      return Admission.of(Relation.EQUAL, scale, error) == Admission.Standing.STATISTICAL;
    }

    private int reading(Reading reading, double scale) {
      int known = readings.indexOf(reading);
      if (known >= 0) {
        return known;
      }
      long k = reading.checkpoints().last();
      Contract contract = Components.contract(tail, k);
      readings.add(reading);
      scales.add(scale);
      sources.add(new Task.Source(reading.of(), Components.channel(reading, k, j -> scale)));
      points.add(new Mean.Point("k = " + k, contract));
      shown.add(new Pending.Point("k = " + k, k, scale));
      variation = Math.max(variation, Components.planned(contract));
      cost += Sampled.cost(reading);
      return readings.size() - 1;
    }

    Laid laid() {
      return new Laid(
          pairs.isEmpty() ? Optional.empty() : Optional.of(new Pairs(points, pairs)),
          sources,
          shown,
          variation,
          cost,
          String.join(", ", leftOut));
    }
  }
}
