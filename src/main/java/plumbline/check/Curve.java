package plumbline.check;

import java.util.List;

/**
 * A drawn line or band, at most 200 points.
 *
 * @param name for the legend
 * @param role what it shows
 * @param x iterations or parameters, increasing
 * @param y the values; for a BAND its lower edge
 * @param upper for a BAND its upper edge, else empty
 */
public record Curve(String name, Role role, List<Double> x, List<Double> y, List<Double> upper) {
  /** What a curve shows. */
  public enum Role {
    BOUND,
    EXACT,
    MEAN,
    BAND,
    PATH
  }

  public Curve {
    x = List.copyOf(x);
    y = List.copyOf(y);
    upper = List.copyOf(upper);
    if (x.size() != y.size() || (role == Role.BAND) != (upper.size() == x.size() && !x.isEmpty())) {
      throw new IllegalArgumentException(
          "curve "
              + name
              + " has "
              + x.size()
              + " x, "
              + y.size()
              + " y, "
              + upper.size()
              + " upper");
    }
    if (x.size() > 200) {
      throw new IllegalArgumentException(
          "curve " + name + " has " + x.size() + " points, not <= 200");
    }
  }
}
