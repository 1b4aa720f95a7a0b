package plumbline.report;

import static plumbline.plot.Numbers.percent;
import static plumbline.plot.Numbers.two;
import static plumbline.plot.Numbers.whole;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.Layer;
import plumbline.verdict.Levels;

/**
 * What chance has to do with some verdicts.
 *
 * @param plain claims without chance
 * @param drawn claims by simulation; each may be refuted by chance
 * @param replicas that were drawn for them, all together
 * @param violations the smallest violations that the simulated claims would have refuted with
 *     probability 99 %, in increasing order
 */
record Certainty(long plain, long drawn, long replicas, List<Double> violations) {
  Certainty {
    violations = List.copyOf(violations);
  }

  static Certainty of(Collection<CheckResult> checks) {
    List<ClaimResult> claims = checks.stream().flatMap(CheckResult::counted).toList();
    List<ClaimResult> drawn = claims.stream().filter(Certainty::isDrawn).toList();
    return new Certainty(
        claims.size() - drawn.size(),
        drawn.size(),
        drawn.stream().mapToLong(Certainty::replicas).sum(),
        drawn.stream()
            .flatMap(claim -> claim.layers().stream())
            .flatMap(Certainty::violation)
            .sorted()
            .toList());
  }

  private static boolean isDrawn(ClaimResult claim) {
    return claim.layers().stream()
        .anyMatch(
            layer ->
                layer instanceof Layer.Sampled
                    || layer instanceof Layer.Counted
                    || layer instanceof Layer.Interval
                    || layer instanceof Layer.Signed);
  }

  private static long replicas(ClaimResult claim) {
    return claim.layers().stream()
        .mapToLong(
            layer ->
                layer instanceof Layer.Sampled sampled
                    ? sampled.replicas()
                    : layer instanceof Layer.Counted counted
                        ? counted.replicas()
                        : layer instanceof Layer.Interval interval
                            ? interval.replicas()
                            : layer instanceof Layer.Signed signed ? signed.replicas() : 0)
        .max()
        .orElse(0);
  }

  private static Stream<Double> violation(Layer layer) {
    double delta99 =
        layer instanceof Layer.Sampled sampled
            ? sampled.delta99()
            : layer instanceof Layer.Counted counted ? counted.delta99() : Double.NaN;
    return Double.isFinite(delta99) ? Stream.of(delta99) : Stream.empty();
  }

  /** The probability that a true claim among these is refuted is at most this. */
  double alarm() {
    return drawn * Levels.ALPHA_CLAIM;
  }

  /** "14 × 5e-10 = 7e-9". */
  String sum() {
    return "%s × %s = %s".formatted(whole(drawn), two(Levels.ALPHA_CLAIM), two(alarm()));
  }

  /** What a page says of it, in a few rows. */
  Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("claims tried", claims());
    facts.put(
        "error probability",
        drawn == 0
            ? "none: no chance is involved"
            : "a true claim is refuted by chance with probability at most " + sum());
    facts.put("would have been refuted", smallest());
    return facts;
  }

  private String claims() {
    return drawn == 0
        ? whole(plain) + ", all computed without chance"
        : plain == 0
            ? whole(drawn) + ", all by simulation"
            : whole(plain) + " without chance, " + whole(drawn) + " by simulation";
  }

  /** The smallest violation that would have come out refuted. */
  private String smallest() {
    String exact = plain == 0 ? "" : "without chance, any violation beyond rounding";
    if (violations.isEmpty()) {
      return drawn == 0 ? exact.replace("without chance, ", "") : exact;
    }
    String from = percent(violations.get(0));
    String to = percent(violations.get(violations.size() - 1));
    String means =
        from.equals(to) ? "a violation by " + from : "a violation by " + from + " to " + to;
    return (exact.isEmpty() ? "" : exact + "; by simulation, ")
        + means
        + (from.equals(to) ? "" : ", depending on the claim")
        + ", with probability 99\u00a0%";
  }
}
