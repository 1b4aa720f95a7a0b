package plumbline.check;

import static plumbline.series.Digits.column;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a layer of evidence found at one of its places, beside what is claimed there: 1 is attained.
 *
 * @param of "value/bound" or "mean/bound"
 * @param at "k = 8", "k in [8, 16)", or what two sides compare
 * @param k the checkpoint, or the window's first k
 * @param left what is bounded; a sampled mean is in units of its bound
 * @param right its bound
 * @param lower where a sampled ratio lies at least; NaN where no chance is in it
 * @param upper where it lies at most; infinite where it was tried from below only, NaN as before
 */
public record Ratio(
    String of, String at, long k, double left, double right, double lower, double upper) {
  private Ratio(String at, long k, double left, double right) {
    this("value/bound", at, k, left, right, Double.NaN, Double.NaN);
  }

  /** At every place, in the layer's order; none where a layer compares no values with bounds. */
  public static List<Ratio> of(Layer layer) {
    if (layer instanceof Layer.Exact exact) {
      return exact.points().stream()
          .map(p -> new Ratio("k = " + p.k(), p.k(), p.value(), p.bound()))
          .toList();
    }
    if (layer instanceof Layer.Compared compared) {
      return compared.sides().stream()
          .map(s -> new Ratio(s.what(), s.k(), s.left(), s.right()))
          .toList();
    }
    if (layer instanceof Layer.Sampled sampled) {
      return sampled.components().stream()
          .map(
              c ->
                  new Ratio(
                      "mean/bound", c.at(), c.k(), c.mean(), 1, c.ratioLower(), c.ratioUpper()))
          .toList();
    }
    return List.of();
  }

  /**
   * Without the first k, where most bounds are equalities by construction and tell nothing; with
   * it, if there is no other.
   */
  public static List<Ratio> beyondStart(List<Ratio> ratios) {
    long first = ratios.stream().mapToLong(Ratio::k).min().orElse(0);
    List<Ratio> beyond = ratios.stream().filter(r -> r.k() > first).toList();
    return beyond.isEmpty() ? ratios : beyond;
  }

  /** Those that have a value: two zeros, and a negative bound, have none. */
  public static Stream<Ratio> defined(List<Ratio> ratios) {
    return ratios.stream().filter(r -> r.right() >= 0 && !Double.isNaN(r.value()));
  }

  /** Finite, and where it is sampled, tried from both sides. */
  public boolean isTold() {
    return Double.isFinite(value()) && upper != Double.POSITIVE_INFINITY;
  }

  public double value() {
    return left / right;
  }

  /** "mean/bound = 0.9 in [0.8, 1]", with another sign where others lie on one side of it. */
  public String words(String sign) {
    String within = Double.isNaN(lower) ? "" : " in [" + column(lower) + ", " + column(upper) + "]";
    return of + " " + sign + " " + column(value()) + within;
  }
}
