package plumbline.cli;

import java.util.Comparator;
import plumbline.check.Layer;

/** Where a layer of evidence is nearest to a violation. */
final class Deciding {
  private Deciding() {}

  static String of(Layer layer) {
    if (layer instanceof Layer.Sampled sampled) {
      return "simulated on "
          + sampled.device()
          + ", n = "
          + sampled.replicas()
          + sampled.components().stream()
              .max(Comparator.comparingDouble(Layer.Component::ratioUpper))
              .map(
                  c ->
                      "; largest at "
                          + c.at()
                          + ": mean/bound = "
                          + Text.number(c.mean())
                          + " in ["
                          + Text.number(c.ratioLower())
                          + ", "
                          + Text.number(c.ratioUpper())
                          + "]")
              .orElse("");
    }
    if (layer instanceof Layer.Exact exact) {
      return "exact, in "
          + exact.arithmetic()
          + exact.points().stream()
              .max(Comparator.comparingDouble(p -> p.value() / p.bound()))
              .map(
                  p ->
                      "; largest at k = "
                          + p.k()
                          + ": value/bound = "
                          + Text.number(p.value() / p.bound()))
              .orElse("");
    }
    if (layer instanceof Layer.Compared compared) {
      return "compared, in "
          + compared.arithmetic()
          + ", "
          + compared.sides().size()
          + " comparisons";
    }
    if (layer instanceof Layer.Interval interval) {
      return interval.what()
          + " in ["
          + Text.number(interval.lower())
          + ", "
          + Text.number(interval.upper())
          + "], claimed "
          + Text.number(interval.target());
    }
    Layer.Counted counted = (Layer.Counted) layer;
    return "counted on "
        + counted.device()
        + ": "
        + counted.events()
        + " of "
        + counted.replicas()
        + ", claimed "
        + Text.number(counted.probability());
  }
}
