package plumbline.report;

import static plumbline.plot.Numbers.percent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.ClaimResult.Standing;
import plumbline.check.InstanceResult;
import plumbline.check.Ratio;
import plumbline.theorem.Role;
import plumbline.verdict.Outcome;

/**
 * How near an inequality comes to an equality on the instances that were chosen for it, at the best
 * of its points; the first does not count, since most bounds are equalities there by construction.
 *
 * @param claim its name
 * @param relation "at most" or "at least"
 * @param instance where it is nearest
 * @param nearest 1 where both sides are the same, 1/2 where one is twice the other
 */
record Tightness(String claim, String relation, String instance, double nearest) {
  /** From here on a bound is called attained: to half a per cent, as the eye sees it. */
  static final double ATTAINED = 0.995;

  /** Every inequality of the theorem on its sharp instances, in the theorem's order. */
  static List<Tightness> of(CheckResult check) {
    Map<String, Tightness> best = new LinkedHashMap<>();
    sharp(check)
        .forEach(
            instance ->
                instance.claims().stream()
                    .filter(claim -> claim.standing() == Standing.CLAIMED)
                    .filter(claim -> !claim.relation().equals("equal"))
                    .flatMap(claim -> of(instance, claim).stream())
                    .forEach(
                        found ->
                            best.merge(
                                found.claim(),
                                found,
                                (a, b) -> a.nearest() >= b.nearest() ? a : b)));
    return List.copyOf(best.values());
  }

  private static Stream<InstanceResult> sharp(CheckResult check) {
    return check.instances().stream()
        .filter(i -> i.role() == Role.SHARP && i.verdict() != Outcome.NOT_APPLICABLE);
  }

  /** Empty where nothing can be compared: a slope, or a bound that is 0. */
  private static Optional<Tightness> of(InstanceResult instance, ClaimResult claim) {
    List<Ratio> ratios = claim.layers().stream().flatMap(l -> Ratio.of(l).stream()).toList();
    double nearest =
        Ratio.beyondStart(ratios).stream()
            .mapToDouble(r -> near(r.left(), r.right()))
            .max()
            .orElse(0);
    return nearest > 0
        ? Optional.of(new Tightness(claim.name(), claim.relation(), instance.name(), nearest))
        : Optional.empty();
  }

  /** Two zeros, and two signs, show nothing. */
  private static double near(double left, double right) {
    double most = Math.max(Math.abs(left), Math.abs(right));
    double near = 1 - Math.abs(left - right) / most;
    return Double.isFinite(near) ? Math.max(0, near) : 0;
  }

  boolean isAttained() {
    return nearest >= ATTAINED;
  }

  /** As a share of the bound, or of what lies above it. */
  String words() {
    return isAttained()
        ? "attained"
        : relation.equals("at most")
            ? "reaches " + percent(nearest) + " of its bound"
            : "its bound is " + percent(nearest) + " of it";
  }

  /** In a few words for the whole card: of its first inequality; empty where none is to be had. */
  static String card(CheckResult check) {
    if (!check.expect().equals("holds") || check.verdict() == Outcome.ERROR) {
      return "";
    }
    List<Tightness> all = of(check);
    if (!all.isEmpty()) {
      Tightness main = all.get(0);
      return main.isAttained()
          ? "bound attained"
          : main.relation().equals("at most")
              ? main.words()
              : "bound is " + percent(main.nearest()) + " of the value";
    }
    if (sharp(check).findAny().isEmpty()) {
      return "no sharp instance known";
    }
    boolean equal =
        sharp(check).flatMap(i -> i.claims().stream()).anyMatch(c -> c.relation().equals("equal"));
    return equal ? "an equality" : "";
  }
}
