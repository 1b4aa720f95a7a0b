package plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.card.CardIndex;
import plumbline.formula.Constants;
import plumbline.simulation.Engine;
import plumbline.theorem.Claim;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Preset;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * Plants errors in the bounds of theorems and sees whether the procedures find them: a mutant that
 * is false, by exact computation, on a tested checkpoint by at least 1.5 max(delta, delta99) must
 * come out REFUTED without chance and by simulation (verdicts.md, section 8).
 */
public final class Mutation {
  /** The resolution of the simulated procedure. */
  public static final double DELTA = 0.02;

  /**
   * What the claim's own run may cost, by the model of {@code check --time}; all mutants share it.
   */
  public static final double SECONDS = 60;

  private final Catalogue catalogue;
  private final Options options;

  /**
   * @param options the seed; a delta in place of 0.02; a patience for a claim in place of 60 s
   */
  public Mutation(Catalogue catalogue, Options options) {
    this.catalogue = catalogue;
    this.options =
        new Options(
            options.seed(),
            OptionalDouble.of(options.delta().orElse(DELTA)),
            OptionalDouble.of(options.seconds().orElse(SECONDS)));
  }

  /** The mutants of one card on all its declared instances. */
  public MutationResult run(String id, Engine engine, Progress progress)
      throws InterruptedException {
    return run(
        id,
        catalogue.theorem(id).map(t -> t.declaration().presets()).orElse(List.of()),
        engine,
        progress);
  }

  /** The mutants of one card on these instances. */
  public MutationResult run(String id, List<Preset> presets, Engine engine, Progress progress)
      throws InterruptedException {
    CardIndex.Entry entry = catalogue.cards().find(id).orElseThrow();
    if (entry.refutes().isPresent()) {
      return new MutationResult(
          id, List.of(), List.of("the card is a planted error itself: `check` refutes it"));
    }
    Optional<Theorem<?>> theorem = catalogue.theorem(id).map(t -> t);
    if (theorem.isEmpty()) {
      return new MutationResult(id, List.of(), List.of("stated, not checked: there is no class"));
    }
    return run(theorem.get(), presets, engine, progress).naming(catalogue.cards().open(id).fails());
  }

  /** The mutants of one theorem on these instances. */
  <S> MutationResult run(Theorem<S> theorem, List<Preset> presets, Engine engine, Progress progress)
      throws InterruptedException {
    String id = theorem.declaration().id();
    CardIndex.Entry entry = catalogue.cards().find(id).orElseThrow();
    Walk<S> walk = new Walk<>(theorem, entry, options);
    List<MutantResult> mutants = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    for (Preset preset : presets) {
      progress.instance(preset.name());
      Values values = walk.values(preset);
      S setting = theorem.setting(values);
      if (!applies(theorem, setting)) {
        skipped.add(preset.name() + ": a hypothesis is refuted");
        continue;
      }
      Constants constants = theorem.constants(setting);
      Sampler sampler = new Sampler(engine, walk.stream(values), options.seed());
      List<Claim> claims = theorem.claims(setting);
      for (Claim claim : claims) {
        var place = new MutantResult.Place(preset.name(), preset.role(), claim.name());
        mutants.addAll(
            claim instanceof Claim.Mean mean
                ? new MutatedMean(
                        place, mean, constants, Known.of(mean, claims, constants), options, sampler)
                    .run(progress)
                : new MutatedOthers(place, constants, options, sampler).of(claim, progress));
      }
    }
    return new MutationResult(id, mutants, skipped);
  }

  private static <S> boolean applies(Theorem<S> theorem, S setting) {
    for (Hypothesis<S> hypothesis : theorem.hypotheses()) {
      if (hypothesis.test().apply(setting) instanceof Status.Refuted) {
        return false;
      }
    }
    return true;
  }
}
