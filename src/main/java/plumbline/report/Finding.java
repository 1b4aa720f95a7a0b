package plumbline.report;

import static plumbline.plot.Numbers.four;
import static plumbline.plot.Numbers.percent;
import static plumbline.plot.Numbers.two;
import static plumbline.plot.Numbers.whole;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.check.ClaimResult;
import plumbline.check.Layer;
import plumbline.verdict.Outcome;

/** What was found about a claim: one short sentence, and a small table of what it rests on. */
final class Finding {
  /** So little, relatively, is what rounding leaves of a mean that is equal to its bound. */
  private static final double ROUNDING = 1e-9;

  private Finding() {}

  static String sentence(ClaimResult claim) {
    Optional<Layer> layer = claim.layers().stream().findFirst();
    if (claim.verdict() == Outcome.ERROR || layer.isEmpty()) {
      return Words.sentence(claim.sentence());
    }
    if (layer.get() instanceof Layer.Sampled sampled) {
      return claim.verdict() == Outcome.INCONCLUSIVE
          ? open(claim, "the measured mean is " + range(sampled) + " times the bound")
          : mean(claim, sampled);
    }
    if (layer.get() instanceof Layer.Counted counted) {
      String seen =
          "the event happened in %s of %s replicas"
              .formatted(whole(counted.events()), whole(counted.replicas()));
      return claim.verdict() == Outcome.INCONCLUSIVE
          ? open(claim, seen)
          : Words.sentence(
              "%s; claimed is a probability of %s %s"
                  .formatted(seen, claim.relation(), four(counted.probability())));
    }
    if (layer.get() instanceof Layer.Interval) {
      return intervals(claim);
    }
    return deterministic(claim);
  }

  private static String mean(ClaimResult claim, Layer.Sampled sampled) {
    double lower = sampled.ratioLower();
    double upper = sampled.ratioUpper();
    boolean refuted = claim.verdict() == Outcome.REFUTED;
    return switch (claim.relation()) {
      case "at most" ->
          refuted
              ? "The mean exceeds the bound: somewhere it is at least %s times as large."
                  .formatted(four(lower))
              : upper <= 1
                  ? "The mean stays below the bound: at most %s times it.".formatted(four(upper))
                  : "The mean exceeds the bound nowhere" + more(claim.relation(), lower, upper);
      case "at least" ->
          refuted
              ? "The mean falls below the bound: somewhere it is at most %s times it."
                  .formatted(four(upper))
              : lower >= 1
                  ? "The mean stays above the bound: at least %s times it.".formatted(four(lower))
                  : "The mean falls below the bound nowhere" + more(claim.relation(), lower, upper);
      default ->
          refuted
              ? "The mean differs from the claimed value."
              : agrees(beyond(claim.relation(), lower, upper));
    };
  }

  private static String more(String relation, double lower, double upper) {
    double excess = beyond(relation, lower, upper);
    return excess <= ROUNDING ? ", up to rounding." : " by more than " + percent(excess) + ".";
  }

  private static String agrees(double within) {
    return within <= ROUNDING
        ? "The mean is equal to the claimed value, up to rounding."
        : "The mean agrees with the claimed value within " + percent(within) + ".";
  }

  private static String open(ClaimResult claim, String seen) {
    String why =
        claim.sentence().contains("leans HOLDS")
            ? "a large-sample argument leans to \"holds\", and such an argument does not decide"
            : claim.sentence().contains("leans REFUTED")
                ? "a large-sample argument leans to \"refuted\", and such an argument does not"
                    + " decide"
                : "no proved argument turns that into a limit";
    return "Not decided: %s, and %s.".formatted(seen, why).replace(", and a large", "; a large");
  }

  private static String intervals(ClaimResult claim) {
    List<String> parts = new ArrayList<>();
    for (Layer layer : claim.layers()) {
      if (layer instanceof Layer.Interval interval) {
        parts.add("%s to %s".formatted(four(interval.lower()), four(interval.upper())));
      }
    }
    Layer.Interval first = (Layer.Interval) claim.layers().get(0);
    String claimed = claim.relation() + " " + four(first.target());
    String within = first.tau() == 0 ? "" : ", within " + two(first.tau());
    return "%s between %s; claimed is %s%s."
        .formatted(
            claim.verdict() == Outcome.INCONCLUSIVE ? "Not decided: measured" : "Measured",
            String.join(", ", parts).replace(" to ", " and "),
            claimed,
            within);
  }

  /** The sentence of a deterministic claim without the verdict, which stands beside it. */
  private static String deterministic(ClaimResult claim) {
    String text = claim.sentence().strip();
    for (Outcome outcome : Outcome.values()) {
      if (text.startsWith(outcome.name() + " ")) {
        text = text.substring(outcome.name().length() + 1);
      }
    }
    text = text.replaceFirst("^exactly: ", "computed exactly, ");
    text = text.replaceFirst("^in (?=[a-z0-9 ]+$)", "computed in ");
    return Words.sentence(
        claim.verdict() == Outcome.REFUTED && text.startsWith("k = ")
            ? "violated at " + text
            : text);
  }

  /** What was measured, in a few rows; empty where no chance is involved. */
  static Map<String, String> measured(ClaimResult claim) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (Layer layer : claim.layers()) {
      if (layer instanceof Layer.Sampled sampled) {
        facts.put("mean / bound, measured", range(sampled));
        facts.put("mean / bound, limits", limits(sampled.ratioLower(), sampled.ratioUpper()));
        double beyond = beyond(claim.relation(), sampled.ratioLower(), sampled.ratioUpper());
        if (beyond > 0 && beyond <= ROUNDING) {
          // what the sentence calls rounding, as a number
          facts.put("beyond what is claimed", "at most " + percent(beyond));
        }
        facts.put("tested at", where(sampled));
      } else if (layer instanceof Layer.Counted counted) {
        facts.put("probability, limits", limits(counted.lower(), counted.upper()));
      } else if (layer instanceof Layer.Interval interval) {
        facts.put(interval.what() + ", limits", limits(interval.lower(), interval.upper()));
      }
    }
    return facts;
  }

  /** By how much of the bound the limits of its ratio lie beyond what is claimed. */
  private static double beyond(String relation, double lower, double upper) {
    return switch (relation) {
      case "at most" -> upper - 1;
      case "at least" -> 1 - lower;
      default -> Math.max(1 - lower, upper - 1);
    };
  }

  /** The same, and what it rests on. */
  static Map<String, String> facts(ClaimResult claim) {
    Map<String, String> facts = measured(claim);
    for (Layer layer : claim.layers()) {
      if (layer instanceof Layer.Sampled sampled) {
        run(facts, sampled.replicas(), sampled.grade(), sampled.alpha(), sampled.delta99());
        if (sampled.heavy()) {
          facts.put("caution", "somewhere one replica carries much of the mean");
        }
      } else if (layer instanceof Layer.Counted counted) {
        run(facts, counted.replicas(), counted.grade(), counted.alpha(), counted.delta99());
      } else if (layer instanceof Layer.Interval interval) {
        facts.put("replicas", whole(interval.replicas()));
        facts.put("rests on", grade(interval.grade()));
      }
    }
    return facts;
  }

  private static void run(
      Map<String, String> facts, long replicas, String grade, double alpha, double delta99) {
    facts.put("replicas", whole(replicas));
    facts.put("rests on", grade(grade));
    facts.put("a true claim is refuted", "with probability at most " + two(alpha));
    facts.put(
        "would have been noticed",
        Double.isFinite(delta99)
            ? "a violation of " + percent(delta99) + " or more, with probability 99\u00a0%"
            : "not known");
  }

  private static String grade(String grade) {
    return switch (grade) {
      case "exact" -> "an exact argument";
      case "asymptotic" -> "a large-sample argument only";
      case "" -> "no proved argument";
      default -> contract(grade.replaceAll("contract\\((.*)\\)", "$1"));
    };
  }

  private static String contract(String names) {
    return switch (names) {
      case "Max" -> "a proved largest value, Max";
      case "assumed" -> "a limit on the variance that is assumed, not proved";
      default -> "a proved limit on the variance, " + names;
    };
  }

  private static String limits(double lower, double upper) {
    return lower == Double.NEGATIVE_INFINITY || lower == 0 && Double.isInfinite(upper)
        ? Double.isInfinite(upper) ? "none" : "at most " + four(upper)
        : Double.isInfinite(upper) ? "at least " + four(lower) : four(lower) + " to " + four(upper);
  }

  private static String range(Layer.Sampled sampled) {
    double least = sampled.components().stream().mapToDouble(c -> c.mean()).min().orElse(0);
    double most = sampled.components().stream().mapToDouble(c -> c.mean()).max().orElse(0);
    String from = four(least);
    String to = four(most);
    return from.equals(to) ? from : from + " to " + to;
  }

  private static String where(Layer.Sampled sampled) {
    List<Layer.Component> points =
        sampled.components().stream().filter(c -> c.at().startsWith("k = ")).toList();
    int windows = sampled.components().size() - points.size();
    String text =
        points.isEmpty()
            ? ""
            : points.size() == 1
                ? points.get(0).at()
                : "%d checkpoints, k = %s to %s"
                    .formatted(
                        points.size(),
                        whole(points.get(0).k()),
                        whole(points.get(points.size() - 1).k()));
    String more = windows == 0 ? "" : windows == 1 ? "one window" : windows + " windows";
    return text.isEmpty() || more.isEmpty() ? text + more : text + ", and " + more;
  }
}
