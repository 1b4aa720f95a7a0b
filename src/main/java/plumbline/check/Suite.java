package plumbline.check;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import plumbline.card.Card;
import plumbline.card.CardIndex;
import plumbline.card.Expect;
import plumbline.simulation.Engine;
import plumbline.theorem.Need;
import plumbline.theorem.Preset;
import plumbline.verdict.Expectation;
import plumbline.verdict.Joins;
import plumbline.verdict.Levels;
import plumbline.verdict.Outcome;

/** Checks cards one after another and gathers their results. */
public final class Suite {
  /** The version that results carry. */
  public static final String VERSION = "0.1.0";

  private final Catalogue catalogue;
  private final Options options;

  public Suite(Catalogue catalogue, Options options) {
    this.catalogue = catalogue;
    this.options = options;
  }

  /** Every declared instance of these cards. */
  public List<Request> declared(List<String> ids) {
    return ids.stream()
        .filter(id -> catalogue.theorem(id).isPresent())
        .map(id -> new Request(id, catalogue.theorem(id).get().declaration().presets()))
        .toList();
  }

  /**
   * Runs the requests in order.
   *
   * @throws InterruptedException if the thread is interrupted; what was finished has been heard by
   *     the progress
   */
  public Results run(List<Request> requests, Engine engine, int threads, Progress progress)
      throws InterruptedException {
    long start = System.nanoTime();
    List<CheckResult> checks = new ArrayList<>();
    List<Walk<?>> walks = requests.stream().<Walk<?>>map(this::walk).toList();
    try (Ahead ahead = ahead(walks, requests, engine, progress)) {
      for (int i = 0; i < requests.size(); i++) {
        progress.card(requests.get(i).id(), i, requests.size());
        try {
          CheckResult result = check(walks.get(i), requests.get(i), ahead, engine, progress);
          checks.add(result);
          progress.done(result);
        } catch (IllegalArgumentException why) {
          progress.refused(requests.get(i).id(), why);
        }
      }
    }
    return results(checks, engine.device(), threads, (System.nanoTime() - start) / 1e9);
  }

  /** The file's content for checks that were done. */
  public Results results(List<CheckResult> checks, String device, int threads, double seconds) {
    Results.Run run =
        new Results.Run(
            VERSION,
            options.seed(),
            Levels.ALPHA_SUITE,
            statistical(checks),
            device,
            System.getProperty("java.version"),
            threads,
            seconds,
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    return new Results(ResultsFile.SCHEMA_VERSION, run, ResultsFile.digest(checks), checks);
  }

  /** Claims that spend the suite's error probability. */
  public static int statistical(List<CheckResult> checks) {
    return (int)
        checks.stream()
            .flatMap(CheckResult::counted)
            .flatMap(claim -> claim.layers().stream())
            .filter(
                layer ->
                    !(layer instanceof Layer.Exact
                        || layer instanceof Layer.Compared
                        || layer instanceof Layer.Coincided))
            .count();
  }

  /** One card. */
  public CheckResult check(Request request, Engine engine, Progress progress)
      throws InterruptedException {
    Walk<?> walk = walk(request);
    try (Ahead ahead = ahead(List.of(walk), List.of(request), engine, progress)) {
      return check(walk, request, ahead, engine, progress);
    }
  }

  /** The hypotheses of one card on its instances; no claim is made or judged. */
  CheckResult hypotheses(Request request) {
    Walk<?> walk = walk(request);
    List<InstanceResult> instances = request.instances().stream().map(walk::hypotheses).toList();
    return result(
        catalogue.cards().find(request.id()).orElseThrow(),
        instances,
        instances.stream()
            .map(
                i ->
                    new Expectation.Instance(
                        i.name(), i.role(), Joins.Hypotheses.NOT_REFUTED, List.of()))
            .toList());
  }

  private Walk<?> walk(Request request) {
    CardIndex.Entry entry = catalogue.cards().find(request.id()).orElseThrow();
    return new Walk<>(catalogue.theorem(request.id()).orElseThrow(), entry, options);
  }

  /** A progress is called on the thread that runs the suite: it hears of nothing made ahead. */
  private static Ahead ahead(
      List<Walk<?>> walks, List<Request> requests, Engine engine, Progress progress) {
    Progress heard = engine.allowsCompany() ? Progress.silent() : progress;
    List<Supplier<Walk.Prepared>> work = new ArrayList<>();
    for (int i = 0; i < walks.size(); i++) {
      Walk<?> walk = walks.get(i);
      requests.get(i).instances().forEach(preset -> work.add(() -> walk.prepare(preset, heard)));
    }
    return new Ahead(work, engine);
  }

  private CheckResult check(
      Walk<?> walk, Request request, Ahead ahead, Engine engine, Progress progress)
      throws InterruptedException {
    List<InstanceResult> instances = new ArrayList<>();
    List<Expectation.Instance> judged = new ArrayList<>();
    for (Preset preset : request.instances()) {
      progress.instance(preset.name());
      Walk.Prepared prepared = ahead.next();
      InstanceResult result = walk.finish(prepared, engine, progress);
      instances.add(result);
      judged.add(judged(prepared, result));
    }
    return result(catalogue.cards().find(request.id()).orElseThrow(), instances, judged);
  }

  private static Expectation.Instance judged(Walk.Prepared prepared, InstanceResult result) {
    List<Expectation.Claimed> claims = new ArrayList<>();
    for (int i = 0; i < result.claims().size(); i++) {
      ClaimResult claim = result.claims().get(i);
      Expectation.Part part =
          claim.standing() == ClaimResult.Standing.OTHERWISE
              ? Expectation.Part.OTHERWISE
              : Expectation.Part.CLAIMED;
      Need need = prepared.claims().get(i).need();
      claims.add(
          new Expectation.Claimed(
              claimed(claim), part, need, claim.verdict(), Conclusion.grade(claim)));
    }
    return new Expectation.Instance(result.name(), result.role(), prepared.joined(), claims);
  }

  /** A simulation beside an exact layer goes by the name of the claim that it repeats. */
  private static String claimed(ClaimResult claim) {
    return claim.standing() == ClaimResult.Standing.BESIDE_EXACT
        ? claim.name().replace(", simulated", "")
        : claim.name();
  }

  private CheckResult result(
      CardIndex.Entry entry, List<InstanceResult> instances, List<Expectation.Instance> judged) {
    boolean expected =
        entry.expect() == Expect.HOLDS
            ? Expectation.holds(judged)
            : Expectation.refuted(
                entry.refutes().orElseThrow(), judged, without(judged, entry.refutes().get()));
    Outcome verdict = Joins.card(instances.stream().map(InstanceResult::verdict).toList());
    return new CheckResult(
        entry.id(),
        entry.title(),
        entry.source().cited(),
        entry.expect().word(),
        verdict,
        expected,
        note(instances),
        instances);
  }

  /** The corrected twin on the same measured values: the claims beside the misprinted one. */
  private static List<Expectation.Instance> without(
      List<Expectation.Instance> judged, String misprint) {
    return judged.stream()
        .map(
            i ->
                new Expectation.Instance(
                    i.name(),
                    i.role(),
                    i.hypotheses(),
                    i.claims().stream().filter(c -> !c.name().equals(misprint)).toList()))
        .toList();
  }

  /** What stays open or went wrong, in a few words. */
  private static String note(List<InstanceResult> instances) {
    Map<Outcome, List<String>> named =
        instances.stream()
            .flatMap(
                i ->
                    i.claims().stream()
                        .filter(c -> c.standing() != ClaimResult.Standing.SHOWN)
                        .filter(
                            c ->
                                c.verdict() == Outcome.INCONCLUSIVE
                                    || c.verdict() == Outcome.ERROR
                                    || c.verdict() == Outcome.REFUTED)
                        .map(c -> Map.entry(c.verdict(), c.name() + " on " + i.name())))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    java.util.TreeMap::new,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return named.entrySet().stream()
        .map(e -> e.getKey() + ": " + String.join("; ", e.getValue()))
        .collect(Collectors.joining(". "));
  }

  /** The card itself, read when it is needed. */
  public Card card(String id) {
    return catalogue.cards().open(id);
  }
}
