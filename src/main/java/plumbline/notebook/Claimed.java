package plumbline.notebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plumbline.check.ClaimResult;
import plumbline.check.Layer;
import plumbline.plot.Plot;
import plumbline.series.Digits;
import plumbline.verdict.Outcome;

/** One claim of a check: its verdict, its numbers for a computation of one's own, its picture. */
public final class Claimed {
  private final String title;
  private final String subtitle;
  private final ClaimResult claim;
  private final List<Row> rows;

  /**
   * One point of the claim.
   *
   * @param at in words
   * @param k the iteration, or where the claim is tried
   * @param bound what is claimed
   * @param value what is computed without chance; NaN where nothing is
   * @param mean what is simulated; NaN where nothing is
   * @param ratio value over bound, as a fraction where it is one, or the interval of mean over
   *     bound
   */
  private record Row(String at, long k, double bound, double value, double mean, String ratio) {}

  Claimed(String title, String subtitle, ClaimResult claim, List<ClaimResult> all) {
    this.title = title;
    this.subtitle = subtitle;
    this.claim = claim;
    this.rows = rows(claim, all);
  }

  /** What comes out of it. */
  public Outcome verdict() {
    return claim.verdict();
  }

  /** The verdict in words, with its numbers. */
  public String sentence() {
    return claim.sentence();
  }

  /** Where the claim is tried: iterations k, as a rule. */
  public long[] k() {
    return rows.stream().mapToLong(Row::k).toArray();
  }

  /** What is claimed, at each k. */
  public double[] bound() {
    return rows.stream().mapToDouble(Row::bound).toArray();
  }

  /** What is so, at each k: computed without chance where that is possible, else simulated. */
  public double[] measured() {
    return rows.stream()
        .mapToDouble(row -> Double.isNaN(row.value()) ? row.mean() : row.value())
        .toArray();
  }

  /**
   * Bound against computation and measurement.
   *
   * @throws IllegalStateException if it has no curve to draw
   */
  public Picture plot() {
    if (!Plot.drawable(claim)) {
      throw new IllegalStateException(
          "the claim %s has no curve to draw: numbers() and sentence() say what it has"
              .formatted(claim.name()));
    }
    return Picture.of(Plot.of(title, subtitle, claim));
  }

  /** Its numbers, a line a point. */
  public Table numbers() {
    boolean exact = rows.stream().anyMatch(row -> !Double.isNaN(row.value()));
    boolean simulated = rows.stream().anyMatch(row -> !Double.isNaN(row.mean()));
    List<List<String>> lines = new ArrayList<>();
    lines.add(line(exact, simulated, "at", "bound", "exact", "simulated", "to bound"));
    for (Row row : rows) {
      lines.add(
          line(
              exact,
              simulated,
              row.at(),
              number(row.bound()),
              number(row.value()),
              number(row.mean()),
              row.ratio()));
    }
    return new Table(rows.isEmpty() ? sentence() : claim.name() + ", " + subtitle, lines);
  }

  private static List<String> line(boolean exact, boolean simulated, String... cells) {
    List<String> line = new ArrayList<>(List.of(cells[0], cells[1]));
    if (exact) {
      line.add(cells[2]);
    }
    if (simulated) {
      line.add(cells[3]);
    }
    line.add(cells[4]);
    return line;
  }

  private static String number(double x) {
    return Double.isNaN(x) ? "" : Digits.column(x);
  }

  ClaimResult result() {
    return claim;
  }

  String title() {
    return title;
  }

  private static List<Row> rows(ClaimResult claim, List<ClaimResult> all) {
    List<Row> rows = new ArrayList<>();
    for (Layer layer : claim.layers()) {
      if (layer instanceof Layer.Exact exact) {
        Map<Long, Double> means = beside(claim, all);
        for (Layer.Point p : exact.points()) {
          double mean = means.getOrDefault(p.k(), Double.NaN);
          rows.add(new Row("k = " + p.k(), p.k(), p.bound(), p.value(), mean, p.ratio()));
        }
      } else if (layer instanceof Layer.Compared compared) {
        for (Layer.Side s : compared.sides()) {
          String ratio = number(s.left() / s.right());
          rows.add(new Row(s.what(), s.k(), s.right(), s.left(), Double.NaN, ratio));
        }
      } else if (layer instanceof Layer.Sampled sampled) {
        for (Layer.Component c : sampled.components()) {
          if (c.at().startsWith("k =")) {
            rows.add(simulated(c));
          }
        }
      } else if (layer instanceof Layer.Signed signed) {
        for (Layer.Centred c : signed.coordinates()) {
          rows.add(new Row(c.at(), c.k(), c.claimed(), Double.NaN, c.mean(), ""));
        }
      } else if (layer instanceof Layer.Counted counted) {
        double share = counted.events() / (double) counted.replicas();
        String of = counted.events() + " of " + counted.replicas();
        rows.add(new Row("probability", 0, counted.probability(), Double.NaN, share, of));
      } else if (layer instanceof Layer.Interval interval) {
        String in = "in [" + number(interval.lower()) + ", " + number(interval.upper()) + "]";
        double middle = (interval.lower() + interval.upper()) / 2;
        rows.add(new Row(interval.what(), 0, interval.target(), Double.NaN, middle, in));
      }
    }
    return List.copyOf(rows);
  }

  private static Row simulated(Layer.Component c) {
    String in = "in [" + number(c.ratioLower()) + ", " + number(c.ratioUpper()) + "]";
    return new Row(c.at(), c.k(), c.bound(), Double.NaN, c.mean() * c.bound(), in);
  }

  /** The means of the simulation that repeats a claim which is decided without chance. */
  private static Map<Long, Double> beside(ClaimResult claim, List<ClaimResult> all) {
    Map<Long, Double> means = new HashMap<>();
    all.stream()
        .filter(c -> c.standing() == ClaimResult.Standing.BESIDE_EXACT)
        .filter(c -> c.name().equals(claim.name() + ", simulated"))
        .flatMap(c -> c.layers().stream())
        .filter(Layer.Sampled.class::isInstance)
        .flatMap(layer -> ((Layer.Sampled) layer).components().stream())
        .filter(c -> c.at().startsWith("k ="))
        .forEach(c -> means.put(c.k(), c.mean() * c.bound()));
    return means;
  }
}
