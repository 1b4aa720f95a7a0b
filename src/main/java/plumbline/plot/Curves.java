package plumbline.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import plumbline.check.ClaimResult;
import plumbline.check.Curve;
import plumbline.check.Layer;

/**
 * The curves of a claim on their axes: points that can be drawn, in chart units.
 *
 * @param x axis of iterations
 * @param y axis of values
 * @param xTitle title of the x axis
 * @param yTitle title of the y axis
 * @param lines in the order of the claim
 * @param left how many points are left out: not finite, or off a logarithmic axis
 */
record Curves(Axis x, Axis y, String xTitle, String yTitle, List<Line> lines, int left) {
  /** Half the width of the band of a single point, as a share of the axis. */
  private static final double HALF_A_BAR = 0.006;

  /** Beyond this ratio a linear axis shows the largest values alone. */
  private static final double DECADES = 1e4;

  /** What is only numbered: nothing lies between the first and the second of them. */
  private static final Set<String> NUMBERED = Set.of("pair k", "point k", "direction k");

  /** A drawn curve; a point that is left out is a gap, with y = NaN. */
  record Line(String name, Curve.Role role, List<Double> x, List<Double> y) {
    double[] xs() {
      return x.stream().mapToDouble(v -> v).toArray();
    }

    double[] ys() {
      return y.stream().mapToDouble(v -> v).toArray();
    }

    /** Whether all values are the same, as far as an eye could tell. */
    boolean isLevel() {
      double least = y.stream().filter(Double::isFinite).mapToDouble(v -> v).min().orElse(0);
      double most = y.stream().filter(Double::isFinite).mapToDouble(v -> v).max().orElse(0);
      return most - least <= 1e-9 * Math.max(Math.abs(least), Math.abs(most));
    }

    long size() {
      return y.stream().filter(Double::isFinite).count();
    }
  }

  /**
   * Whether the points are to be drawn one by one, since a line between them would mean nothing.
   */
  boolean isNumbered() {
    return NUMBERED.contains(xTitle);
  }

  List<Line> lines(Curve.Role role) {
    return lines.stream().filter(line -> line.role() == role).toList();
  }

  /** Whether a claim has a point that can be drawn. */
  static boolean drawable(ClaimResult claim) {
    return claim.curves().stream()
        .filter(curve -> curve.role() != Curve.Role.BAND)
        .anyMatch(curve -> !finite(curve.x(), curve.y()).isEmpty());
  }

  static Curves of(ClaimResult claim, int mostLabels) {
    if (!drawable(claim)) {
      throw new IllegalArgumentException(
          "the claim '"
              + claim.name()
              + "' has no point to draw: allowed is a claim with a curve of finite values");
    }
    List<Curve> curves = claim.curves();
    List<Curve> shown = curves.stream().filter(c -> c.role() != Curve.Role.BAND).toList();
    Axis y = Axis.of(values(shown), 10, 8);
    // an axis as long as what can be seen of the curves
    List<Double> ks = new ArrayList<>();
    for (Curve curve : shown) {
      for (int i = 0; i < curve.x().size(); i++) {
        if (Double.isFinite(curve.x().get(i)) && y.shows(curve.y().get(i))) {
          ks.add(curve.x().get(i));
        }
      }
    }
    boolean even =
        NUMBERED.contains(xTitle(claim))
            || y.scale() != Axis.Scale.LINEAR && shown.stream().allMatch(c -> geometric(c, y));
    Axis x = Axis.ofIterations(ks, even ? Double.POSITIVE_INFINITY : 20, mostLabels);
    List<Line> lines = new ArrayList<>();
    int left = 0;
    for (Curve curve : curves) {
      Line line = curve.role() == Curve.Role.BAND ? band(curve, x, y) : line(curve, x, y);
      left += curve.role() == Curve.Role.BAND ? 0 : (int) (curve.x().size() - line.size());
      if (line.size() > 0) {
        lines.add(unique(line, lines));
      }
    }
    return new Curves(x, y, xTitle(claim), yTitle(claim), List.copyOf(lines), left);
  }

  /**
   * What the axis of values has to show. Where what is measured is positive over some decades, a
   * bound below 0 (that of a step too long) bounds nothing, and must not flatten all the rest: it
   * is left out.
   */
  private static List<Double> values(List<Curve> shown) {
    List<Double> all = shown.stream().flatMap(c -> finite(c.x(), c.y()).stream()).toList();
    DoubleSummaryStatistics measured =
        shown.stream()
            .filter(curve -> curve.role() != Curve.Role.BOUND)
            .flatMap(curve -> finite(curve.x(), curve.y()).stream())
            .mapToDouble(value -> value)
            .summaryStatistics();
    return measured.getMin() > 0 && measured.getMax() >= DECADES * measured.getMin()
        ? all.stream().filter(value -> value > 0).toList()
        : all;
  }

  /**
   * Whether a curve is a straight line over k itself, as q^k is, and less so over ln k: the squared
   * correlations of ln y with both decide.
   */
  private static boolean geometric(Curve curve, Axis y) {
    List<Double> k = new ArrayList<>();
    List<Double> lnK = new ArrayList<>();
    List<Double> lnY = new ArrayList<>();
    for (int i = 0; i < curve.x().size(); i++) {
      if (curve.x().get(i) > 0 && y.shows(curve.y().get(i))) {
        k.add(curve.x().get(i));
        lnK.add(Math.log(curve.x().get(i)));
        lnY.add(Math.log(curve.y().get(i)));
      }
    }
    double straight = correlationSquared(k, lnY);
    return k.size() > 2 && straight > 0.99 && straight > correlationSquared(lnK, lnY);
  }

  private static double correlationSquared(List<Double> x, List<Double> y) {
    double meanX = x.stream().mapToDouble(v -> v).average().orElse(0);
    double meanY = y.stream().mapToDouble(v -> v).average().orElse(0);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < x.size(); i++) {
      xx += (x.get(i) - meanX) * (x.get(i) - meanX);
      xy += (x.get(i) - meanX) * (y.get(i) - meanY);
      yy += (y.get(i) - meanY) * (y.get(i) - meanY);
    }
    return xy * xy / (xx * yy);
  }

  /** XChart wants every series under a name of its own. */
  private static Line unique(Line line, List<Line> before) {
    String name =
        line.name().isBlank() ? line.role().name().toLowerCase(java.util.Locale.ROOT) : line.name();
    int number = 2;
    String free = name;
    while (contains(before, free)) {
      free = name + " (" + number++ + ")";
    }
    return new Line(free, line.role(), line.x(), line.y());
  }

  private static boolean contains(List<Line> lines, String name) {
    return lines.stream().anyMatch(line -> line.name().equals(name));
  }

  private static String xTitle(ClaimResult claim) {
    return compared(claim).map(Layer.Compared::x).orElse("iteration k");
  }

  private static String yTitle(ClaimResult claim) {
    return switch (claim.kind()) {
      case "chance" -> "probability";
      case "exactly", "coincide" -> compared(claim).map(Layer.Compared::y).orElse("value");
      default -> "expected value";
    };
  }

  private static Optional<Layer.Compared> compared(ClaimResult claim) {
    return claim.layers().stream()
        .filter(layer -> layer instanceof Layer.Compared)
        .map(Layer.Compared.class::cast)
        .findFirst();
  }

  /** Values whose partner is finite as well. */
  private static List<Double> finite(List<Double> partner, List<Double> values) {
    List<Double> kept = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (Double.isFinite(values.get(i)) && Double.isFinite(partner.get(i))) {
        kept.add(values.get(i));
      }
    }
    return kept;
  }

  private static Line line(Curve curve, Axis x, Axis y) {
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    for (int i = 0; i < curve.x().size(); i++) {
      if (x.shows(curve.x().get(i))) {
        double value = curve.y().get(i);
        xs.add(x.at(curve.x().get(i)));
        ys.add(y.shows(value) ? y.at(value) : Double.NaN);
      }
    }
    return new Line(curve.name(), curve.role(), xs, ys);
  }

  /** The outline of a band: along its lower edge, back along its upper one; of one point a bar. */
  private static Line band(Curve curve, Axis x, Axis y) {
    List<Double> xs = new ArrayList<>();
    List<Double> lower = new ArrayList<>();
    List<Double> upper = new ArrayList<>();
    for (int i = 0; i < curve.x().size(); i++) {
      if (x.shows(curve.x().get(i)) && !Double.isNaN(curve.y().get(i) + curve.upper().get(i))) {
        xs.add(x.at(curve.x().get(i)));
        lower.add(inside(curve.y().get(i), y));
        upper.add(inside(curve.upper().get(i), y));
      }
    }
    if (xs.size() == 1) {
      double half = HALF_A_BAR * (x.max() - x.min());
      xs = List.of(xs.get(0) - half, xs.get(0) + half);
      lower.add(lower.get(0));
      upper.add(upper.get(0));
    }
    List<Double> back = new ArrayList<>(xs);
    Collections.reverse(back);
    Collections.reverse(upper);
    return new Line(
        curve.name(),
        curve.role(),
        Stream.concat(xs.stream(), back.stream()).toList(),
        Stream.concat(lower.stream(), upper.stream()).toList());
  }

  /** A band may reach beyond the axis: it is cut there. */
  private static double inside(double value, Axis y) {
    double at = value <= y.floor() ? y.min() : y.at(value);
    return Math.min(Math.max(at, y.min()), y.max());
  }
}
