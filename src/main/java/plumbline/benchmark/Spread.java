package plumbline.benchmark;

import java.util.List;

/** The middle and the ends of what the rounds took. */
public record Spread(double median, double least, double most) {
  /**
   * @param values at least one
   */
  static Spread of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int n = sorted.size();
    double median =
        n % 2 == 1 ? sorted.get(n / 2) : (sorted.get(n / 2 - 1) + sorted.get(n / 2)) / 2;
    return new Spread(median, sorted.get(0), sorted.get(n - 1));
  }

  Spread over(double divisor) {
    return new Spread(median / divisor, least / divisor, most / divisor);
  }
}
