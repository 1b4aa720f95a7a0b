package plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plumbline.formula.Constants;
import plumbline.simulation.Counts;
import plumbline.theorem.Claim;
import plumbline.verdict.Levels;
import plumbline.verdict.Outcome;
import plumbline.verdict.Verdict;

/** Makes the result of a claim from its judgement or from its decided task. */
final class Conclusion {
  private final String device;

  Conclusion(String device) {
    this.device = device;
  }

  ClaimResult of(Pending pending) {
    if (pending.said().isPresent()) {
      Pending.Said said = pending.said().get();
      return result(
          pending, said.outcome(), said.sentence(), List.of(said.layer()), pending.lines());
    }
    Pending.Sampling sampling = pending.sampled().orElseThrow();
    Task<?> task = sampling.task();
    if (task.broken().isPresent()) {
      return result(pending, Outcome.ERROR, task.broken().get(), List.of(), pending.lines());
    }
    return measured(pending, sampling, task.verdict().orElseThrow());
  }

  /** The same while replicas come in. */
  ClaimResult soFar(Pending pending) {
    Optional<Pending.Sampling> open = pending.sampled().filter(s -> s.task().open());
    if (open.isEmpty()) {
      return of(pending);
    }
    Task<?> task = open.get().task();
    if (task.replicas() == 0) {
      return result(pending, Outcome.INCONCLUSIVE, "no replica yet", List.of(), pending.lines());
    }
    ClaimResult so = measured(pending, open.get(), task.soFar());
    return result(
        pending,
        Outcome.INCONCLUSIVE,
        "open after %d replicas of at most %d".formatted(task.replicas(), task.most()),
        so.layers(),
        so.curves());
  }

  /** A claim of which nothing is known but its bound. */
  static ClaimResult unprepared(Claim claim, Constants constants, ClaimResult.Standing standing) {
    List<Curve> bound =
        claim instanceof Claim.Mean mean
            ? Curves.bound(mean.x(), mean.bound(), constants)
            : List.of();
    return new ClaimResult(
        claim.name(),
        claim.getClass().getSimpleName().toLowerCase(Locale.ROOT),
        Preparation.words(claim.relation()),
        standing,
        Outcome.INCONCLUSIVE,
        "nothing computed yet",
        List.of(),
        bound);
  }

  private ClaimResult measured(Pending pending, Pending.Sampling sampling, Verdict verdict) {
    Task<?> task = sampling.task();
    List<Curve> curves = new ArrayList<>(pending.lines());
    Layer layer;
    if (task instanceof Reported reported) {
      layer = reported.layer(device, sampling, verdict);
      curves.addAll(reported.curves(verdict));
    } else if (pending.kind().equals("mean")) {
      layer = sampled(sampling, verdict, task);
      curves.addAll(Curves.measured(verdict, sampling.points()));
    } else if (pending.kind().equals("chance")) {
      layer = counted(sampling, verdict, (Counts) task.evidence());
      curves.addAll(event(sampling, verdict, (Counts) task.evidence()));
    } else {
      layer = interval(sampling, verdict);
    }
    String sentence =
        verdict.sentence()
            + also("; without chance: ", sampling.withoutChance())
            + also("; left out: ", sampling.leftOut());
    return result(pending, verdict.outcome(), sentence, List.of(layer), curves);
  }

  private static String also(String what, String listed) {
    return listed.isEmpty() ? "" : what + listed;
  }

  /** A claim that the engine cannot take. */
  ClaimResult refused(Pending pending, String why) {
    return result(pending, Outcome.ERROR, why, List.of(), pending.lines());
  }

  private static ClaimResult result(
      Pending pending, Outcome outcome, String sentence, List<Layer> layers, List<Curve> curves) {
    return new ClaimResult(
        pending.name(),
        pending.kind(),
        pending.relation(),
        pending.standing(),
        outcome,
        sentence,
        layers,
        curves);
  }

  private Layer sampled(Pending.Sampling sampling, Verdict verdict, Task<?> task) {
    List<Layer.Component> components = new ArrayList<>();
    for (int i = 0; i < verdict.parts().size(); i++) {
      Verdict.Part part = verdict.parts().get(i);
      Pending.Point point = sampling.points().get(i);
      components.add(
          new Layer.Component(
              part.label(),
              point.k(),
              point.bound(),
              part.mean(),
              part.lower(),
              part.upper(),
              part.cv2()));
    }
    return new Layer.Sampled(
        device,
        verdict.replicas(),
        sampling.planned(),
        sampling.delta(),
        Levels.ALPHA_CLAIM,
        Levels.BETA,
        verdict.grade(),
        verdict.logE(),
        verdict.logEThreshold(),
        verdict.delta99(),
        verdict.heavy(),
        verdict.ratioLower(),
        verdict.ratioUpper(),
        components);
  }

  private Layer counted(Pending.Sampling sampling, Verdict verdict, Counts counts) {
    double p = sampling.meant().target();
    return new Layer.Counted(
        device,
        verdict.replicas(),
        sampling.planned(),
        sampling.delta(),
        Levels.ALPHA_CLAIM,
        Levels.BETA,
        verdict.grade(),
        verdict.logE(),
        verdict.logEThreshold(),
        verdict.delta99(),
        counts.certain(),
        counts.possible(),
        p,
        verdict.ratioLower() * p,
        verdict.ratioUpper() * p);
  }

  private static List<Curve> event(Pending.Sampling sampling, Verdict verdict, Counts counts) {
    double p = sampling.meant().target();
    double x = sampling.points().get(0).k();
    double measured = (double) counts.certain() / Math.max(1, counts.count());
    Optional<Curve> band =
        Double.isNaN(verdict.ratioUpper())
            ? Optional.empty()
            : Optional.of(
                new Curve(
                    "confidence band",
                    Curve.Role.BAND,
                    List.of(x),
                    List.of(verdict.ratioLower() * p),
                    List.of(verdict.ratioUpper() * p)));
    List<Curve> curves = new ArrayList<>();
    band.ifPresent(curves::add);
    curves.add(
        new Curve("share of replicas", Curve.Role.MEAN, List.of(x), List.of(measured), List.of()));
    return curves;
  }

  private Layer interval(Pending.Sampling sampling, Verdict verdict) {
    return new Layer.Interval(
        sampling.meant().what(),
        device,
        verdict.replicas(),
        sampling.planned(),
        verdict.ratioLower(),
        verdict.ratioUpper(),
        sampling.meant().target(),
        sampling.meant().tau(),
        verdict.grade());
  }

  /** The grade of a claim's first layer, for what a misprint's card needs. */
  static String grade(ClaimResult claim) {
    for (Layer layer : claim.layers()) {
      if (layer instanceof Layer.Sampled sampled) {
        return sampled.grade();
      }
      if (layer instanceof Layer.Counted counted) {
        return counted.grade();
      }
      if (layer instanceof Layer.Interval interval) {
        return interval.grade();
      }
      if (layer instanceof Layer.Signed signed) {
        return signed.grade();
      }
      return "exact";
    }
    return "";
  }
}
