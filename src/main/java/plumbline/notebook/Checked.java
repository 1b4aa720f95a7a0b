package plumbline.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.check.Catalogue;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.InstanceResult;
import plumbline.check.Options;
import plumbline.check.Progress;
import plumbline.check.Request;
import plumbline.check.Suite;
import plumbline.plot.Plot;
import plumbline.simulation.CpuEngine;
import plumbline.theorem.Declaration;
import plumbline.theorem.Preset;
import plumbline.theorem.Values;
import plumbline.verdict.Outcome;

/**
 * A check that is described step by step and run once, when its first result is asked for. Each
 * step gives a new one and leaves the former as it was.
 */
public final class Checked {
  private final Catalogue catalogue;
  private final Declaration declaration;
  private final Optional<Preset> base;
  private final Values changes;
  private final OptionalDouble delta;
  private CheckResult result;

  private Checked(
      Catalogue catalogue,
      Declaration declaration,
      Optional<Preset> base,
      Values changes,
      OptionalDouble delta) {
    this.catalogue = catalogue;
    this.declaration = declaration;
    this.base = base;
    this.changes = changes;
    this.delta = delta;
  }

  static Checked of(Catalogue catalogue, String id) {
    return new Checked(
        catalogue,
        catalogue.theorem(id).orElseThrow().declaration(),
        Optional.empty(),
        Values.none(),
        OptionalDouble.empty());
  }

  /**
   * With a parameter changed: one instance, "yours", from the one that {@link #from} names or else
   * the card's typical one.
   *
   * @param parameter a declared name: "alpha"
   * @param value a number or a choice: "1/10"
   * @throws IllegalArgumentException if the card has no such parameter or it does not take the
   *     value
   */
  public Checked with(String parameter, String value) {
    declaration.parameter(parameter).check(value);
    return new Checked(catalogue, declaration, base, changes.with(parameter, value), delta);
  }

  /**
   * On one declared instance.
   *
   * @param instance its name, or a beginning of it that no other shares
   */
  public Checked from(String instance) {
    return new Checked(
        catalogue, declaration, Optional.of(declaration.named(instance)), changes, delta);
  }

  /**
   * With this resolution in place of each claim's own.
   *
   * @param resolution the relative violation to be told from none, in (0, 0.5]
   */
  public Checked delta(double resolution) {
    Options checked = new Options(0, OptionalDouble.of(resolution), OptionalDouble.empty());
    return new Checked(catalogue, declaration, base, changes, checked.delta());
  }

  /** The result; simulated on the processor with seed 0, at the first call alone. */
  public synchronized CheckResult run() {
    if (result == null) {
      Options options = new Options(0, delta, OptionalDouble.empty());
      try (CpuEngine engine = new CpuEngine()) {
        result =
            new Suite(catalogue, options)
                .check(new Request(declaration.id(), instances()), engine, Progress.silent());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the check was interrupted: run the cell again", e);
      }
    }
    return result;
  }

  /** The verdict over all instances. */
  public Outcome verdict() {
    return run().verdict();
  }

  /** Claims, their verdicts, and how near the measured ratio to the bound comes to 1. */
  public String table() {
    return Tables.claims(run());
  }

  /** Each hypothesis with its status and how it is known. */
  public String hypotheses() {
    return Tables.hypotheses(run());
  }

  /**
   * Bound against computation and measurement, on the first instance. Where the theorem does not
   * apply it is still its bound that is drawn, and not what happens otherwise.
   *
   * @throws IllegalStateException if it has no curve to draw
   */
  public Picture plot() {
    InstanceResult instance = run().instances().get(0);
    ClaimResult claim =
        instance.claims().stream()
            .filter(Plot::drawable)
            .max(
                Comparator.comparing(
                        (ClaimResult c) -> c.standing() != ClaimResult.Standing.OTHERWISE)
                    .thenComparing(c -> c.curves().size()))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "%s on %s has no curve to draw: take another instance with from(...)"
                            .formatted(run().id(), instance.name())));
    Plot plot = Plot.of(run().title(), subtitle(instance), claim);
    try {
      return Picture.of(plot.png(), plot.description());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** "yours" says nothing to who looks back at a picture; what was changed does. */
  private String subtitle(InstanceResult instance) {
    if (changes.text().isEmpty()) {
      return instance.name();
    }
    String origin = base.orElseGet(declaration::typical).name();
    return "%s, with %s"
        .formatted(
            origin,
            String.join(
                ", ",
                changes.text().entrySet().stream()
                    .map(e -> e.getKey() + " = " + e.getValue())
                    .toList()));
  }

  @Override
  public synchronized String toString() {
    return result == null ? declaration.id() + ", not run yet" : table();
  }

  private List<Preset> instances() {
    if (changes.text().isEmpty()) {
      return base.map(List::of).orElse(declaration.presets());
    }
    Preset start = base.orElseGet(declaration::typical);
    return List.of(declaration.yours(start, changes.text()));
  }
}
