package plumbline.check;

import java.util.ArrayList;
import java.util.List;
import plumbline.recursion.Reading;
import plumbline.theorem.Claim;
import plumbline.theorem.Tail;
import plumbline.verdict.Contract;
import plumbline.verdict.Mean;
import plumbline.verdict.Pairs;

/**
 * The readings of a ratio's or a slope's pairs, each once.
 *
 * @param pairs for the procedure
 * @param sources in the order of its readings
 * @param points to be shown
 * @param variation the largest v of a contract; NaN if one is missing
 * @param cost coordinates times steps of one replica
 */
record Laid(
    Pairs pairs,
    List<Task.Source> sources,
    List<Pending.Point> points,
    double variation,
    double cost) {

  static Laid of(List<Claim.Pair> claimed, Tail tail) {
    List<Reading> readings = new ArrayList<>();
    List<Task.Source> sources = new ArrayList<>();
    List<Mean.Point> points = new ArrayList<>();
    List<Pending.Point> shown = new ArrayList<>();
    List<Pairs.Pair> pairs = new ArrayList<>();
    double variation = 0;
    double cost = 0;
    // ratios of means are formed from the summaries: one scale for all, or it would enter them
    double common =
        claimed.stream().mapToDouble(p -> Math.min(p.xScale(), p.yScale())).min().orElseThrow();
    for (Claim.Pair pair : claimed) {
      int[] ends = new int[2];
      for (int end = 0; end < 2; end++) {
        Reading reading = end == 0 ? pair.x() : pair.y();
        double scale = end == 0 ? pair.xScale() : pair.yScale();
        int known = readings.indexOf(reading);
        if (known < 0) {
          known = readings.size();
          readings.add(reading);
          long k = reading.checkpoints().last();
          Contract contract = Components.contract(rescaled(tail, scale / common), k);
          sources.add(new Task.Source(reading.of(), Components.channel(reading, k, j -> common)));
          points.add(new Mean.Point("k = " + k, contract));
          shown.add(new Pending.Point("k = " + k, k, common));
          variation = Math.max(variation, Components.planned(contract));
          cost += Sampled.cost(reading);
        }
        ends[end] = known;
      }
      pairs.add(new Pairs.Pair(pair.what(), ends[0], ends[1], pair.run()));
    }
    return new Laid(new Pairs(points, pairs), sources, shown, variation, cost);
  }

  /** A largest ratio in units of another scale; every other contract is free of scale. */
  private static Tail rescaled(Tail tail, double factor) {
    return tail instanceof Tail.Max max
        ? new Tail.Max(k -> factor * max.largestRatio().applyAsDouble(k), max.why())
        : tail;
  }
}
