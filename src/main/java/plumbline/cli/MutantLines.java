package plumbline.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import plumbline.card.Fails;
import plumbline.check.MutantResult;
import plumbline.check.MutantResult.Standing;
import plumbline.check.MutantResult.Witness;
import plumbline.check.MutationResult;
import plumbline.theorem.Role;
import plumbline.verdict.Outcome;

/** What {@code mutate} prints of one theorem, in lines of at most 100 columns. */
final class MutantLines {
  private static final int INSTANCE = 37;
  private static final int MUTANT = 40;

  private final PrintWriter out;
  private final Colours colours = new Colours();
  private final boolean all;

  /**
   * @param all a line for every mutant
   */
  MutantLines(PrintWriter out, boolean all) {
    this.out = out;
    this.all = all;
  }

  void print(MutationResult result, double seconds) {
    out.println(headline(result, seconds));
    result.skipped().forEach(why -> out.println(Text.wrap("not mutated: " + why, "  ")));
    if (!result.mutants().isEmpty()) {
      out.println(counts(result));
      instances(result);
      sharp(result);
    }
    result.named().ifPresent(named -> out.println(named(named, result.findsNamed())));
    survivors(result);
    if (all) {
      every(result);
    } else {
      between(result);
    }
    out.println();
    out.flush();
  }

  private String headline(MutationResult result, double seconds) {
    String mark =
        !result.survivors().isEmpty() || !result.findsNamed()
            ? colours.bad("✗")
            : result.demanded() > 0 ? colours.good("✓") : "-";
    String rate =
        result.demanded() == 0
            ? "no mutant is demanded"
            : String.format(
                Locale.ROOT,
                "%d of %d demanded mutants refuted (%.0f %%)",
                result.killed(),
                result.demanded(),
                Math.floor(100.0 * result.killed() / result.demanded()));
    return String.format(Locale.ROOT, "%s %s: %s, %.1f s", mark, result.id(), rate, seconds);
  }

  private String named(Fails named, boolean found) {
    String words = "the error that the card names, in " + named.claim() + ": " + named.mutant();
    return Text.wrap(words + (found ? ": refuted" : ": NOT refuted on any instance"), "  ");
  }

  private static String counts(MutationResult result) {
    return Text.wrap(
        String.format(
            Locale.ROOT,
            "%d mutants: %d demanded, %d true on what is tested, %d false by less than is resolved,"
                + " %d not classed since nothing exact is known (of these %d refuted)",
            result.mutants().size(),
            result.demanded(),
            result.standing(Standing.TRUE_HERE),
            result.standing(Standing.BELOW_RESOLUTION),
            result.standing(Standing.NOT_CLASSED),
            result.refutedUnasked()),
        "  ");
  }

  private void instances(MutationResult result) {
    Map<String, List<MutantResult>> instances = new LinkedHashMap<>();
    result
        .mutants()
        .forEach(
            m -> instances.computeIfAbsent(m.place().instance(), name -> new ArrayList<>()).add(m));
    row("instance", "role", "demanded", "exactly", "simulated", "true", "between", "not classed");
    instances.forEach(
        (name, mutants) ->
            row(
                name,
                mutants.get(0).place().role().name(),
                share(mutants, m -> m.standing() == Standing.DEMANDED, MutantResult::killed),
                witness(mutants, Witness.EXACT),
                witness(mutants, Witness.SIMULATION),
                number(mutants, Standing.TRUE_HERE),
                number(mutants, Standing.BELOW_RESOLUTION),
                share(
                    mutants,
                    m -> m.standing() == Standing.NOT_CLASSED,
                    MutantResult::refutedUnasked)));
  }

  private void row(String name, String role, String... numbers) {
    StringBuilder line = new StringBuilder("  ");
    line.append(Text.pad(Text.cut(name, INSTANCE), INSTANCE)).append(' ');
    line.append(Text.pad(role, 7));
    int[] widths = {9, 9, 10, 5, 8, 12};
    for (int i = 0; i < numbers.length; i++) {
      line.append(" ".repeat(Math.max(1, widths[i] - numbers[i].length()))).append(numbers[i]);
    }
    out.println(line);
  }

  private static String number(List<MutantResult> mutants, Standing standing) {
    return Long.toString(mutants.stream().filter(m -> m.standing() == standing).count());
  }

  /** How many of those that this witness is asked about it refutes. */
  private static String witness(List<MutantResult> mutants, Witness witness) {
    return share(
        mutants,
        m -> m.asked().contains(witness),
        m -> m.verdict(witness).equals(Optional.of(Outcome.REFUTED)));
  }

  private static String share(
      List<MutantResult> mutants, Predicate<MutantResult> which, Predicate<MutantResult> good) {
    long of = mutants.stream().filter(which).count();
    return of == 0 ? "-" : mutants.stream().filter(which).filter(good).count() + "/" + of;
  }

  /** The bound scaled where it is attained, as far as demanded: refuted by both witnesses. */
  private void sharp(MutationResult result) {
    List<MutantResult> scaled =
        result.mutants().stream()
            .filter(m -> m.place().role() == Role.SHARP && m.standing() == Standing.DEMANDED)
            .filter(m -> m.mutant().startsWith("bound x ") || m.mutant().startsWith("p x "))
            .toList();
    grouped("sharp: ", scaled);
  }

  private void survivors(MutationResult result) {
    for (MutantResult m : result.survivors()) {
      out.println(
          "  "
              + colours.bad(m.broken() ? "ERROR" : "SURVIVES")
              + " "
              + Text.cut(m.place().claim() + " on " + m.place().instance(), 80));
      line(m);
    }
  }

  private void every(MutationResult result) {
    grouped("", result.mutants());
  }

  private void grouped(String title, List<MutantResult> mutants) {
    MutantResult.Place before = null;
    for (MutantResult m : mutants) {
      if (!m.place().equals(before)) {
        before = m.place();
        out.println("  " + Text.cut(title + before.claim() + " on " + before.instance(), 96));
      }
      line(m);
    }
  }

  private void line(MutantResult m) {
    String name = m.mutant();
    if (name.length() > MUTANT) {
      out.println(Text.wrap(name, "    "));
      name = "";
    }
    String simulated =
        m.simulated().map(o -> o + " n=" + m.replicas()).orElse(m.asked().isEmpty() ? "" : "-");
    String standing = m.standing() == Standing.BELOW_RESOLUTION ? "between" : m.standing().words();
    String line =
        "    "
            + Text.pad(name, MUTANT)
            + " "
            + Text.pad(m.standing() == Standing.DEMANDED ? violation(m) : standing, 22)
            + " "
            + Text.pad(m.exact().map(Outcome::name).orElse("-"), 8)
            + " "
            + simulated;
    out.println(line.stripTrailing());
    boolean silent = m.simulated().isEmpty() && m.place().role() == Role.SHARP;
    if (m.standing() == Standing.DEMANDED && silent && !m.why().isEmpty()) {
      out.println(Text.wrap(m.why(), "      "));
    }
  }

  private static String violation(MutantResult m) {
    String by =
        Double.isInfinite(m.violation())
            ? "+inf"
            : Math.abs(m.violation()) < 1000
                ? String.format(Locale.ROOT, "%+.4f", m.violation())
                : String.format(Locale.ROOT, "%+.1e", m.violation());
    return Text.cut(by + (m.where().isEmpty() ? "" : ", " + m.where()), 22);
  }

  /** False on some instance by less than is resolved, and demanded on none. */
  private void between(MutationResult result) {
    Map<String, List<MutantResult>> mutants = new LinkedHashMap<>();
    result
        .mutants()
        .forEach(
            m ->
                mutants
                    .computeIfAbsent(
                        m.place().claim() + ": " + m.mutant(), name -> new ArrayList<>())
                    .add(m));
    mutants.forEach(
        (name, on) -> {
          boolean between =
              on.stream().noneMatch(m -> m.standing() == Standing.DEMANDED)
                  && on.stream().anyMatch(m -> m.standing() == Standing.BELOW_RESOLUTION);
          if (between) {
            double worst = on.stream().mapToDouble(MutantResult::violation).max().orElse(0);
            String text =
                String.format(
                    Locale.ROOT, "demanded nowhere, false by at most %.4f: %s", worst, name);
            out.println(Text.wrap(text, "  "));
          }
        });
  }
}
