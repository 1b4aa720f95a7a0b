package plumbline.cli;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.InstanceResult;
import plumbline.check.Layer;
import plumbline.series.Digits;
import plumbline.theorem.Role;

/** Where a layer of evidence is nearest to a violation. */
final class Deciding {
  private Deciding() {}

  /**
   * The largest value over bound among the claims that have the card's verdict: 1 is sharp. Upper
   * bounds on sharp instances come first, then upper bounds, then identities. Empty where no claim
   * has such a ratio, or where it claims a lower bound.
   */
  static OptionalDouble tightness(CheckResult result) {
    return Stream.<Supplier<OptionalDouble>>of(
            () -> tightness(result, i -> i.role() == Role.SHARP, c -> c.equals("at most")),
            () -> tightness(result, i -> true, c -> c.equals("at most")),
            () -> tightness(result, i -> true, c -> true))
        .map(Supplier::get)
        .filter(OptionalDouble::isPresent)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble tightness(
      CheckResult result, Predicate<InstanceResult> where, Predicate<String> relation) {
    return result.instances().stream()
        .filter(where)
        .flatMap(instance -> instance.claims().stream())
        .filter(claim -> claim.standing() == ClaimResult.Standing.CLAIMED)
        .filter(claim -> claim.verdict() == result.verdict())
        .filter(claim -> !claim.relation().equals("at least"))
        .filter(claim -> relation.test(claim.relation()))
        // a mean of any sign has no ratio to what is claimed of it
        .filter(claim -> !claim.kind().equals("signed"))
        .flatMapToDouble(claim -> claim.layers().stream().limit(1).flatMapToDouble(Deciding::ratio))
        .filter(Double::isFinite)
        .max();
  }

  private static DoubleStream ratio(Layer layer) {
    if (layer instanceof Layer.Exact exact) {
      return beyondStart(exact.points(), Layer.Point::k).mapToDouble(p -> p.value() / p.bound());
    }
    if (layer instanceof Layer.Compared compared) {
      return beyondStart(compared.sides(), Layer.Side::k)
          .filter(side -> side.right() > 0)
          .mapToDouble(side -> side.left() / side.right());
    }
    if (layer instanceof Layer.Sampled sampled) {
      return sampled.components().stream().mapToDouble(Layer.Component::mean);
    }
    return DoubleStream.empty();
  }

  /**
   * At the start most bounds are equalities by construction: it tells nothing, if there is more.
   */
  private static <P> Stream<P> beyondStart(List<P> points, ToLongFunction<P> k) {
    long first = points.stream().mapToLong(k).min().orElse(0);
    boolean more = points.stream().anyMatch(p -> k.applyAsLong(p) > first);
    return points.stream().filter(p -> !more || k.applyAsLong(p) > first);
  }

  private static double off(Layer.Centred c) {
    return Math.abs(c.mean() - c.claimed()) / c.deviation();
  }

  static String of(Layer layer) {
    if (layer instanceof Layer.Sampled sampled) {
      return "simulated on "
          + sampled.device()
          + ", n = "
          + sampled.replicas()
          + sampled.components().stream()
              .max(Comparator.comparingDouble(Layer.Component::mean))
              .map(
                  c ->
                      "; largest at "
                          + c.at()
                          + ": mean/bound = "
                          + Digits.column(c.mean())
                          + " in ["
                          + Digits.column(c.ratioLower())
                          + ", "
                          + Digits.column(c.ratioUpper())
                          + "]")
              .orElse("");
    }
    if (layer instanceof Layer.Exact exact) {
      return "exact, in "
          + exact.arithmetic()
          + beyondStart(exact.points(), Layer.Point::k)
              .max(Comparator.comparingDouble(p -> p.value() / p.bound()))
              .map(
                  p ->
                      "; largest at k = "
                          + p.k()
                          + ": value/bound = "
                          + Digits.column(p.value() / p.bound()))
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
          + Digits.column(interval.lower())
          + ", "
          + Digits.column(interval.upper())
          + "], claimed "
          + Digits.column(interval.target());
    }
    if (layer instanceof Layer.Signed signed) {
      return "simulated on "
          + signed.device()
          + ", n = "
          + signed.replicas()
          + signed.coordinates().stream()
              .max(Comparator.comparingDouble(Deciding::off))
              .map(
                  c ->
                      "; farthest off at "
                          + c.at()
                          + ": mean "
                          + Digits.column(c.mean())
                          + ", claimed "
                          + Digits.column(c.claimed()))
              .orElse("");
    }
    if (layer instanceof Layer.Coincided coincided) {
      return "compared on "
          + coincided.device()
          + ", "
          + coincided.replicas()
          + " replicas with the same draws: they differ by at most "
          + Digits.column(coincided.difference())
          + " ("
          + coincided.where()
          + "); one ulp at the start makes "
          + Digits.column(coincided.rounding())
          + ", the twin "
          + Digits.column(coincided.twin());
    }
    Layer.Counted counted = (Layer.Counted) layer;
    return "counted on "
        + counted.device()
        + ": "
        + counted.events()
        + " of "
        + counted.replicas()
        + ", claimed "
        + Digits.column(counted.probability());
  }
}
