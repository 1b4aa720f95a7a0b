package plumbline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hipparchus.exception.MathRuntimeException;
import plumbline.card.CardIndex;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.series.Rationals;
import plumbline.simulation.Engine;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Need;
import plumbline.theorem.Preset;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;
import plumbline.verdict.Course;
import plumbline.verdict.Joins;
import plumbline.verdict.Outcome;

/**
 * The walk of one instance: setting, hypotheses, claims without chance, claims by simulation.
 *
 * @param <S> the theorem's setting
 */
final class Walk<S> {
  private final Theorem<S> theorem;
  private final CardIndex.Entry card;
  private final Options options;

  Walk(Theorem<S> theorem, CardIndex.Entry card, Options options) {
    this.theorem = theorem;
    this.card = card;
    this.options = options;
  }

  /** An instance with everything that is known before any replica. */
  record Prepared(
      Preset preset,
      Values values,
      Constants constants,
      List<InstanceResult.HypothesisResult> hypotheses,
      Joins.Hypotheses joined,
      List<Pending> claims) {}

  /** An instance of which nothing is prepared but its hypotheses. */
  private record Begun<S>(
      Preset preset,
      Values values,
      S setting,
      Constants constants,
      List<InstanceResult.HypothesisResult> hypotheses,
      Joins.Hypotheses joined) {
    boolean applies() {
      return joined != Joins.Hypotheses.REFUTED;
    }
  }

  /** All parameters, spelled so that equal settings are written alike, and so are their results. */
  Values values(Preset preset) {
    Declaration declaration = theorem.declaration();
    return declaration.spelled(declaration.values(preset.values()));
  }

  Prepared prepare(Preset preset, Progress progress) {
    Values values = values(preset);
    S setting = theorem.setting(values);
    List<InstanceResult.HypothesisResult> hypotheses = new ArrayList<>();
    Joins.Hypotheses joined = hypotheses(setting, hypotheses);
    Begun<S> begun =
        new Begun<>(preset, values, setting, theorem.constants(setting), hypotheses, joined);
    progress.soFar(() -> first(begun));
    return new Prepared(
        preset, values, begun.constants(), begun.hypotheses(), joined, claims(begun));
  }

  private List<Pending> claims(Begun<S> begun) {
    Optional<String> stream = Optional.of(stream(begun.values()));
    List<Pending> claims = new ArrayList<>();
    Preparation claimed =
        new Preparation(
            begun.constants(),
            options,
            begun.applies() ? ClaimResult.Standing.CLAIMED : ClaimResult.Standing.SHOWN,
            aim(),
            stream);
    if (begun.applies()) {
      theorem.claims(begun.setting()).forEach(claim -> claims.addAll(claimed.of(claim)));
    } else {
      claims.addAll(shown(() -> theorem.claims(begun.setting()), claimed));
      Preparation otherwise =
          new Preparation(
              begun.constants(),
              options,
              ClaimResult.Standing.OTHERWISE,
              c -> Course.Aim.EITHER,
              stream);
      theorem.otherwise(begun.setting()).forEach(claim -> claims.addAll(judged(claim, otherwise)));
    }
    return claims;
  }

  /** Hypotheses and bounds: what there is before anything is computed. */
  private InstanceResult first(Begun<S> begun) {
    ClaimResult.Standing standing =
        begun.applies() ? ClaimResult.Standing.CLAIMED : ClaimResult.Standing.SHOWN;
    List<ClaimResult> claims = new ArrayList<>();
    try {
      for (Claim claim : theorem.claims(begun.setting())) {
        claims.add(Conclusion.unprepared(claim, begun.constants(), standing));
      }
    } catch (ArithmeticException | MathRuntimeException undefined) {
      // what follows says it
    }
    return new InstanceResult(
        begun.preset().name(),
        begun.preset().role(),
        begun.values().text(),
        constants(begun.constants()),
        begun.hypotheses(),
        Joins.instance(begun.joined(), claims.stream().map(ClaimResult::verdict).toList()),
        claims);
  }

  /**
   * Where a hypothesis fails, nothing is claimed: what divides by the number that fails it, c = 0
   * say, is not shown either.
   */
  private static List<Pending> shown(Supplier<List<Claim>> claims, Preparation preparation) {
    List<Pending> shown = new ArrayList<>();
    try {
      for (Claim claim : claims.get()) {
        shown.addAll(preparation.of(claim));
      }
    } catch (ArithmeticException | MathRuntimeException undefined) {
      // what was defined is shown
    }
    return shown;
  }

  /** What happens otherwise is judged: where it cannot be computed, that is an error. */
  private static List<Pending> judged(Claim claim, Preparation preparation) {
    try {
      return preparation.of(claim);
    } catch (ArithmeticException | MathRuntimeException undefined) {
      return List.of(
          Pending.said(
              claim.name(),
              claim.getClass().getSimpleName().toLowerCase(Locale.ROOT),
              Preparation.words(claim.relation()),
              ClaimResult.Standing.OTHERWISE,
              Need.MUST_DECIDE,
              Pending.Said.withoutReplicas(
                  Outcome.ERROR, "it cannot be computed here: " + undefined.getMessage()),
              List.of()));
    }
  }

  /** The hypotheses alone, before any claim is made. */
  InstanceResult hypotheses(Preset preset) {
    Values values = values(preset);
    S setting = theorem.setting(values);
    List<InstanceResult.HypothesisResult> hypotheses = new ArrayList<>();
    Joins.Hypotheses joined = hypotheses(setting, hypotheses);
    Constants constants = theorem.constants(setting);
    return result(
        new Prepared(preset, values, constants, hypotheses, joined, List.of()), List.of());
  }

  /** REFUTED is expected of the claim that a misprint's card names, and of no other. */
  private Function<Claim, Course.Aim> aim() {
    return claim ->
        card.refutes().filter(claim.name()::equals).isPresent()
            ? Course.Aim.REFUTED
            : Course.Aim.EITHER;
  }

  private Joins.Hypotheses hypotheses(S setting, List<InstanceResult.HypothesisResult> hypotheses) {
    Joins.Hypotheses joined = Joins.Hypotheses.CERTIFIED;
    for (Hypothesis<S> hypothesis : theorem.hypotheses()) {
      Status status = hypothesis.test().apply(setting);
      if (status instanceof Status.Certified certified) {
        hypotheses.add(result(hypothesis, "certified", certified.by()));
      } else if (status instanceof Status.Refuted refuted) {
        hypotheses.add(result(hypothesis, "refuted", refuted.witness()));
        joined = Joins.Hypotheses.REFUTED;
      } else if (status instanceof Status.NotRefuted open) {
        hypotheses.add(result(hypothesis, "not refuted", open.search()));
        joined = joined == Joins.Hypotheses.REFUTED ? joined : Joins.Hypotheses.NOT_REFUTED;
      }
    }
    return joined;
  }

  private static InstanceResult.HypothesisResult result(
      Hypothesis<?> hypothesis, String status, String witness) {
    return new InstanceResult.HypothesisResult(hypothesis.text(), status, witness);
  }

  /**
   * The text that keys an instance's draws: the corrected card's id and the parameters, spelled so
   * that 0.1 and 1/10 draw alike.
   */
  String stream(Values values) {
    StringBuilder text = new StringBuilder(card.corrected().orElse(card.id()));
    new java.util.TreeMap<>(values.text())
        .forEach((name, value) -> text.append('\n').append(name).append('=').append(value));
    return text.toString();
  }

  InstanceResult finish(Prepared prepared, Engine engine, Progress progress)
      throws InterruptedException {
    List<Task<?>> tasks = new ArrayList<>();
    prepared.claims().forEach(p -> p.sampled().ifPresent(s -> tasks.add(s.task())));
    Sampler sampler = new Sampler(engine, stream(prepared.values()), options.seed());
    Conclusion conclusion = new Conclusion(engine.device());
    Optional<String> refusal = sampler.refuses(tasks);
    if (refusal.isEmpty()) {
      Supplier<InstanceResult> soFar = () -> soFar(prepared, conclusion);
      progress.soFar(soFar);
      sampler.run(tasks, progress, () -> progress.soFar(soFar));
    }
    List<ClaimResult> claims = new ArrayList<>();
    for (Pending pending : prepared.claims()) {
      claims.add(
          refusal.isPresent() && pending.sampled().isPresent()
              ? conclusion.refused(pending, refusal.get() + ": try --device auto")
              : conclusion.of(pending));
    }
    return result(prepared, claims.stream().map(c -> withMeasured(c, claims)).toList());
  }

  private static InstanceResult soFar(Prepared prepared, Conclusion conclusion) {
    List<ClaimResult> claims = prepared.claims().stream().map(conclusion::soFar).toList();
    return result(prepared, claims.stream().map(c -> withMeasured(c, claims)).toList());
  }

  /** A claim that is judged exactly is drawn with the means that were simulated beside it. */
  private static ClaimResult withMeasured(ClaimResult claim, List<ClaimResult> all) {
    List<Curve> curves = new ArrayList<>(claim.curves());
    all.stream()
        .filter(c -> c.standing() == ClaimResult.Standing.BESIDE_EXACT)
        .filter(c -> c.name().equals(claim.name() + ", simulated"))
        .flatMap(c -> c.curves().stream())
        .filter(c -> c.role() == Curve.Role.MEAN || c.role() == Curve.Role.BAND)
        .forEach(curves::add);
    return claim.with(curves);
  }

  private static InstanceResult result(Prepared prepared, List<ClaimResult> claims) {
    List<Outcome> counted = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      if (counts(claims.get(i), prepared.claims().get(i).need())) {
        counted.add(claims.get(i).verdict());
      }
    }
    return new InstanceResult(
        prepared.preset().name(),
        prepared.preset().role(),
        prepared.values().text(),
        constants(prepared.constants()),
        prepared.hypotheses(),
        Joins.instance(prepared.joined(), counted),
        claims);
  }

  /**
   * Where an exact layer decides, a simulation that may stay open and does says nothing against its
   * claim; it is listed all the same.
   */
  private static boolean counts(ClaimResult claim, Need need) {
    return switch (claim.standing()) {
      case CLAIMED -> true;
      case BESIDE_EXACT, SIMULATOR ->
          claim.verdict() != Outcome.INCONCLUSIVE || need == Need.MUST_DECIDE;
      case OTHERWISE, SHOWN -> false;
    };
  }

  private static Map<String, InstanceResult.ConstantResult> constants(Constants constants) {
    Map<String, InstanceResult.ConstantResult> results = new LinkedHashMap<>();
    constants.byName().forEach((name, constant) -> results.put(name, result(constant)));
    return results;
  }

  private static InstanceResult.ConstantResult result(Constant constant) {
    boolean isShort =
        constant.exact().getNumerator().bitLength() + constant.exact().getDenominator().bitLength()
            <= 40;
    return new InstanceResult.ConstantResult(
        constant.value(),
        isShort ? Rationals.show(constant.exact()) : "",
        constant.error(),
        constant.how());
  }
}
