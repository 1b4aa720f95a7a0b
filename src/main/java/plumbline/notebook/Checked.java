package plumbline.notebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.fraction.BigFraction;
import plumbline.check.Catalogue;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.InstanceResult;
import plumbline.check.Options;
import plumbline.formula.Constants;
import plumbline.plot.Plot;
import plumbline.theorem.Declaration;
import plumbline.theorem.Preset;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;
import plumbline.verdict.Outcome;

/**
 * A check that is described step by step and run once, when its first result is asked for. Each
 * step gives a new one and leaves the former as it was.
 */
public final class Checked implements Shown {
  private final Catalogue catalogue;
  private final Declaration declaration;
  private final Optional<Preset> base;
  private final Values changes;
  private final Options options;
  private CheckResult result;

  private Checked(
      Catalogue catalogue,
      Declaration declaration,
      Optional<Preset> base,
      Values changes,
      Options options) {
    this.catalogue = catalogue;
    this.declaration = declaration;
    this.base = base;
    this.changes = changes;
    this.options = options;
  }

  static Checked of(Catalogue catalogue, String id) {
    return new Checked(
        catalogue,
        catalogue.theorem(id).orElseThrow().declaration(),
        Optional.empty(),
        Values.none(),
        Options.standard());
  }

  /**
   * With a parameter changed: one instance, "yours", from the one that {@link #from} names or else
   * the card's typical one.
   *
   * @param parameter a declared name: "alpha"
   * @param value a number or a choice: "5/17", "LS4"
   * @throws IllegalArgumentException if the card has no such parameter or it does not take the
   *     value
   */
  public Checked with(String parameter, String value) {
    declaration.parameter(parameter).check(value);
    return new Checked(catalogue, declaration, base, changes.with(parameter, value), options);
  }

  /**
   * With a parameter changed to the number as it is written: 0.1 is 1/10.
   *
   * @param parameter a declared name
   * @param value inside its range
   */
  public Checked with(String parameter, double value) {
    return with(parameter, written(value));
  }

  /** The shortest decimal that rounds to the number, without an exponent. */
  static String written(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }

  /**
   * On one declared instance.
   *
   * @param instance its name, or a beginning of it that no other shares
   */
  public Checked from(String instance) {
    return new Checked(
        catalogue, declaration, Optional.of(declaration.named(instance)), changes, options);
  }

  /**
   * With this resolution in place of each claim's own.
   *
   * @param resolution the relative violation to be told from none, in (0, 0.5]
   */
  public Checked delta(double resolution) {
    return with(new Options(options.seed(), OptionalDouble.of(resolution), options.seconds()));
  }

  /**
   * With this patience for the card's simulations, by a model of what they cost.
   *
   * @param patience above 0, in seconds
   */
  public Checked seconds(double patience) {
    return with(new Options(options.seed(), options.delta(), OptionalDouble.of(patience)));
  }

  /** With other draws than those of seed 0. */
  public Checked seed(long seed) {
    return with(new Options(seed, options.delta(), options.seconds()));
  }

  private Checked with(Options others) {
    return new Checked(catalogue, declaration, base, changes, others);
  }

  /**
   * The same at several values of a parameter, to be drawn or tabled together.
   *
   * @param values two to four
   */
  public Several compare(String parameter, String... values) {
    return new Several(Arrays.stream(values).map(v -> with(parameter, v)).toList());
  }

  /** The same at several numbers, each taken as it is written. */
  public Several compare(String parameter, double... values) {
    return new Several(Arrays.stream(values).mapToObj(v -> with(parameter, v)).toList());
  }

  /** The result; simulated on the processor, at the first call alone. */
  public synchronized CheckResult run() {
    if (result == null) {
      result = Runs.check(catalogue, declaration, instances(), options);
    }
    return result;
  }

  /** The verdict over all instances. */
  public Outcome verdict() {
    return run().verdict();
  }

  /** Claims, their verdicts, and how near the measured ratio to the bound comes to 1. */
  public Table table() {
    return Tables.claims(run());
  }

  /** Each hypothesis with its status and how it is known. */
  public Table hypotheses() {
    return Tables.hypotheses(run());
  }

  /** The constants of the first instance that bounds name, each with how it is known. */
  public Table constants() {
    return Tables.constants(run().instances().get(0));
  }

  /**
   * One constant of the first instance, rounded to a double. Runs nothing.
   *
   * @param name as in {@link #constants}: "M_G"
   */
  public double constant(String name) {
    return exactly(name).doubleValue();
  }

  BigFraction exactly(String name) {
    return constants(catalogue.theorem(declaration.id()).orElseThrow()).exact(name);
  }

  private <S> Constants constants(Theorem<S> theorem) {
    Values values = declaration.values(instances().get(0).values());
    return theorem.constants(theorem.setting(values));
  }

  /** The names of the first instance's claims. */
  public List<String> claims() {
    return run().instances().get(0).claims().stream().map(ClaimResult::name).toList();
  }

  /**
   * One claim of the first instance.
   *
   * @param name its name, or a beginning of it that no other shares
   */
  public Claimed claim(String name) {
    List<ClaimResult> all = run().instances().get(0).claims();
    List<ClaimResult> same = all.stream().filter(c -> c.name().equals(name)).toList();
    List<ClaimResult> begins =
        same.isEmpty() ? all.stream().filter(c -> c.name().startsWith(name)).toList() : same;
    if (begins.size() != 1) {
      throw new IllegalArgumentException(
          "%s has %s claim named \"%s\"; it has %s: name one of these"
              .formatted(
                  declaration.id(),
                  begins.isEmpty() ? "no" : "more than one",
                  name,
                  String.join(", ", claims().stream().map(c -> '"' + c + '"').toList())));
    }
    return claimed(begins.get(0));
  }

  /** The claim that is shown where none is named. */
  Claimed main() {
    InstanceResult instance = run().instances().get(0);
    return claimed(
        Plot.main(instance)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "%s claims nothing on %s: take another instance with from(...)"
                            .formatted(run().id(), instance.name()))));
  }

  private Claimed claimed(ClaimResult claim) {
    return new Claimed(run().title(), subtitle(), claim, run().instances().get(0).claims());
  }

  /**
   * Bound against computation and measurement, on the first instance.
   *
   * @throws IllegalStateException if it has no curve to draw
   */
  public Picture plot() {
    return main().plot();
  }

  /** The picture of one claim, see {@link #claim}. */
  public Picture plot(String claim) {
    return claim(claim).plot();
  }

  /** What {@link #plot()} draws, in numbers. */
  public Table numbers() {
    return main().numbers();
  }

  /** The numbers of one claim, see {@link #claim}. */
  public Table numbers(String claim) {
    return claim(claim).numbers();
  }

  /**
   * Errors planted in the formulas, one at a time, and whether the check finds them. With a
   * resolution of 5 % and a patience of 5 s unless {@link #delta} and {@link #seconds} say other.
   */
  public Table mutants() {
    return Tables.mutants(Runs.mutants(catalogue, declaration, instances(), options));
  }

  /** What tells a check from others: its card, its instance, one change. */
  record Part(String of, String text) {}

  /** The parts of this check, in that order. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("card", declaration.id()));
    parts.add(new Part("instance", base()));
    changes.text().forEach((name, value) -> parts.add(new Part(name, name + " = " + value)));
    return parts;
  }

  /** The instance that is checked or that changes start from. */
  String base() {
    return base.orElseGet(
            changes.text().isEmpty() ? () -> declaration.presets().get(0) : declaration::typical)
        .name();
  }

  synchronized boolean hasRun() {
    return result != null;
  }

  /** "yours" says nothing to who looks back at a picture; what was changed does. */
  private String subtitle() {
    return Preset.title(base(), changes.text());
  }

  /** The table of claims if the check has run; asking for a text does not start it. */
  @Override
  public synchronized String toString() {
    return result == null ? declaration.id() + ", not run yet" : table().toString();
  }

  /** As a cell's value it is shown with its result. */
  @Override
  public void show(ObjectNode data, ObjectNode metadata) {
    table().show(data, metadata);
  }

  private List<Preset> instances() {
    if (changes.text().isEmpty()) {
      return base.map(List::of).orElse(declaration.presets());
    }
    Preset start = base.orElseGet(declaration::typical);
    return List.of(declaration.yours(start, changes.text()));
  }
}
