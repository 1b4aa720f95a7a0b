package plumbline.verdict;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The ratios of a claim at checkpoints that no mean judges, to be told with those of its means.
 *
 * @param limits one a checkpoint
 */
public record Beside(List<Limit> limits) {
  /** No such checkpoint. */
  public static final Beside NOTHING = new Beside(List.of());

  /** A ratio less and plus its error. */
  public record Limit(double lower, double upper) {}

  public Beside {
    limits = List.copyOf(limits);
  }

  /** The greatest or the least of one end, that of the means included. */
  double joined(double ofMeans, ToDoubleFunction<Limit> end, boolean greatest) {
    double joined = ofMeans;
    for (Limit limit : limits) {
      double at = end.applyAsDouble(limit);
      joined = greatest ? Math.max(joined, at) : Math.min(joined, at);
    }
    return joined;
  }
}
