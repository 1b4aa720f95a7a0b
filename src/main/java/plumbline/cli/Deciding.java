package plumbline.cli;

import static plumbline.series.Digits.column;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.InstanceResult;
import plumbline.check.Layer;
import plumbline.check.Ratio;
import plumbline.theorem.Role;
import plumbline.verdict.Outcome;

/** Where a layer of evidence is nearest to a violation. */
final class Deciding {
  private Deciding() {}

  /**
   * The largest value over bound among the claims that have the card's verdict (and those that
   * hold, of a card that stays open): 1 is sharp. Upper bounds on sharp instances come first, then
   * upper bounds, then identities. Empty where no claim has such a ratio, or where it claims a
   * lower bound.
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
        // a card stays open by one of its claims; how tight it is, those that hold say too
        .filter(
            claim ->
                claim.verdict() == result.verdict()
                    || result.verdict() == Outcome.INCONCLUSIVE && claim.verdict() == Outcome.HOLDS)
        .filter(claim -> !claim.relation().equals("at least"))
        .filter(claim -> relation.test(claim.relation()))
        // a mean of any sign has no ratio to what is claimed of it
        .filter(claim -> !claim.kind().equals("signed"))
        .flatMapToDouble(
            claim -> claim.layers().stream().limit(1).flatMapToDouble(Deciding::ratios))
        .filter(Double::isFinite)
        .max();
  }

  private static DoubleStream ratios(Layer layer) {
    return Ratio.defined(counted(layer)).mapToDouble(Ratio::value);
  }

  /** A simulation's first checkpoint is one that the engine has computed: it counts. */
  private static List<Ratio> counted(Layer layer) {
    List<Ratio> ratios = Ratio.of(layer);
    return layer instanceof Layer.Sampled ? ratios : Ratio.beyondStart(ratios);
  }

  private static String largest(Layer layer) {
    return Ratio.defined(counted(layer))
        .max(Comparator.comparingDouble(Ratio::value))
        .map(ratio -> "; largest at " + ratio.at() + ": " + ratio.words("="))
        .orElse("");
  }

  static String of(Layer layer) {
    if (layer instanceof Layer.Sampled sampled) {
      return simulated(sampled.device(), sampled.replicas()) + largest(layer);
    }
    if (layer instanceof Layer.Exact exact) {
      return "exact, in " + exact.arithmetic() + largest(layer);
    }
    if (layer instanceof Layer.Compared compared) {
      return "compared, in %s, %d comparisons"
          .formatted(compared.arithmetic(), compared.sides().size());
    }
    if (layer instanceof Layer.Interval interval) {
      return interval.what() + " " + interval.words();
    }
    if (layer instanceof Layer.Signed signed) {
      return simulated(signed.device(), signed.replicas())
          + signed.farthest().map(c -> "; farthest off at " + c.at() + ": " + c.words()).orElse("");
    }
    if (layer instanceof Layer.Coincided coincided) {
      return "compared on %s, %d replicas with the same draws: they differ by at most %s (%s); one ulp at the start makes %s, the twin %s"
          .formatted(
              coincided.device(),
              coincided.replicas(),
              column(coincided.difference()),
              coincided.where(),
              column(coincided.rounding()),
              column(coincided.twin()));
    }
    Layer.Counted counted = (Layer.Counted) layer;
    return "counted on " + counted.device() + ": " + counted.words();
  }

  private static String simulated(String device, long replicas) {
    return "simulated on " + device + ", n = " + replicas;
  }
}
