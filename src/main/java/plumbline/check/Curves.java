package plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.hipparchus.util.Binary64;
import plumbline.exact.ClosedMoments;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.recursion.Reading;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.verdict.Verdict;

/** Makes the curves of a claim, at most 120 points each. */
final class Curves {
  private static final int MOST = 120;

  private Curves() {}

  /** The bound, and the exact values where moments close. */
  static List<Curve> of(Reading reading, Bound bound, Constants constants) {
    List<Curve> curves = new ArrayList<>(bound(reading, bound, constants));
    exact(reading, spread(reading.checkpoints())).ifPresent(curves::add);
    return curves;
  }

  /** The bound alone. */
  static List<Curve> bound(Reading reading, Bound bound, Constants constants) {
    List<Long> at = spread(reading.checkpoints());
    return curve(
            "bound", Curve.Role.BOUND, at, at.stream().map(k -> bound.at(constants, k)).toList())
        .stream()
        .toList();
  }

  /** The exact values alone. */
  static Optional<Curve> exact(Reading reading, List<Long> at) {
    return ClosedMoments.expectation(Arithmetic.doubles(), reading.at(new Checkpoints(at)))
        .flatMap(
            values ->
                curve(
                    "exact",
                    Curve.Role.EXACT,
                    at,
                    values.stream().map(Binary64::getReal).toList()));
  }

  /** Means and their band, from the ratios of a verdict. */
  static List<Curve> measured(Verdict verdict, List<Pending.Point> points) {
    List<Double> x = new ArrayList<>();
    List<Double> mean = new ArrayList<>();
    List<Double> between = new ArrayList<>();
    List<Double> lower = new ArrayList<>();
    List<Double> upper = new ArrayList<>();
    for (int i = 0; i < verdict.parts().size() && i < points.size(); i++) {
      Verdict.Part part = verdict.parts().get(i);
      Pending.Point point = points.get(i);
      if (point.label().contains("[") || !Double.isFinite(part.mean() * point.bound())) {
        continue;
      }
      x.add((double) point.k());
      mean.add(part.mean() * point.bound());
      // without a contract there is no upper limit, and an area with an end would show one
      if (Double.isFinite(part.upper())) {
        between.add((double) point.k());
        lower.add(part.lower() * point.bound());
        upper.add(part.upper() * point.bound());
      }
    }
    if (x.isEmpty()) {
      return List.of();
    }
    Curve means = new Curve("simulated mean", Curve.Role.MEAN, x, mean, List.of());
    return between.isEmpty()
        ? List.of(means)
        : List.of(new Curve("confidence band", Curve.Role.BAND, between, lower, upper), means);
  }

  /** A line through the finite values. */
  static Optional<Curve> curve(String name, Curve.Role role, List<Long> at, List<Double> values) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int i = 0; i < at.size(); i++) {
      if (Double.isFinite(values.get(i))) {
        x.add((double) at.get(i));
        y.add(values.get(i));
      }
    }
    return x.isEmpty() ? Optional.empty() : Optional.of(new Curve(name, role, x, y, List.of()));
  }

  /** The checkpoints and iterations between them, evenly spread in the logarithm. */
  static List<Long> spread(Checkpoints checkpoints) {
    TreeSet<Long> at = new TreeSet<>(checkpoints.at());
    double last = Math.log(Math.max(2, checkpoints.last()));
    int more = Math.max(0, MOST - at.size());
    double first = Math.log(Math.max(1, checkpoints.at().get(0)));
    for (int i = 0; i < more; i++) {
      long k = Math.round(StrictMath.exp(first + (last - first) * i / Math.max(1, more - 1)));
      at.add(Math.max(checkpoints.at().get(0), Math.min(checkpoints.last(), k)));
    }
    return List.copyOf(at);
  }
}
