package plumbline.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import plumbline.check.Catalogue;
import plumbline.check.MutantResult;
import plumbline.check.Mutation;
import plumbline.check.MutationResult;
import plumbline.check.Options;
import plumbline.check.Progress;
import plumbline.simulation.CpuEngine;
import plumbline.verdict.Outcome;

/** {@code mutate [ID|GLOB ...]}: which planted errors the procedures find. */
@CommandLine.Command(
    name = "mutate",
    mixinStandardHelpOptions = true,
    description = "Plants errors in the bounds and shows which of them are found.",
    footer = "Exit status: 0 every demanded mutant is refuted, 1 one survives, 2 wrong input.")
final class MutateCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @CommandLine.Parameters(
      paramLabel = "ID|GLOB",
      arity = "0..*",
      description = "cards, * stands for any letters; none: the whole catalogue")
  private List<String> patterns = new ArrayList<>();

  @CommandLine.Option(names = "--delta", description = "resolution in (0, 0.5], default 0.02")
  private Double delta;

  @CommandLine.Option(
      names = "--all",
      description = "a line for each mutant, not only for survivors and what is not demanded")
  private boolean all;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Catalogue catalogue = Catalogue.load();
    List<String> ids;
    Options options;
    try {
      ids = catalogue.select(patterns);
      options =
          new Options(
              0,
              delta == null ? OptionalDouble.empty() : OptionalDouble.of(delta),
              OptionalDouble.empty());
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    long survivors = 0;
    try (CpuEngine engine = new CpuEngine()) {
      Mutation mutation = new Mutation(catalogue, options);
      for (String id : ids) {
        if (catalogue.theorem(id).isEmpty()) {
          continue;
        }
        long start = System.nanoTime();
        MutationResult result = mutation.run(id, engine, Progress.silent());
        print(out, result, (System.nanoTime() - start) / 1e9);
        survivors += result.survivors().size();
      }
    }
    return survivors == 0 ? 0 : 1;
  }

  private void print(PrintWriter out, MutationResult result, double seconds) {
    out.printf(
        Locale.ROOT,
        "%s: %d of %d demanded mutants refuted%s, %d mutants in all, %.1f s%n",
        result.id(),
        result.killed(),
        result.demanded(),
        result.demanded() == 0
            ? ""
            : String.format(Locale.ROOT, " (%.0f %%)", 100.0 * result.killed() / result.demanded()),
        result.mutants().size(),
        seconds);
    result.skipped().forEach(why -> out.println("  not mutated: " + why));
    result.survivors().forEach(m -> out.println("  SURVIVES  " + line(m)));
    if (all) {
      result.mutants().forEach(m -> out.println("  " + line(m)));
    } else {
      explained(out, result);
    }
    out.flush();
  }

  /** What is not demanded, one line a mutant, with the instances on which it stands. */
  private static void explained(PrintWriter out, MutationResult result) {
    Map<String, List<String>> instances = new LinkedHashMap<>();
    for (MutantResult m : result.mutants()) {
      instances
          .computeIfAbsent(m.claim() + "  " + m.mutant(), key -> new ArrayList<>())
          .add(m.standing() == MutantResult.Standing.DEMANDED ? "" : m.standing().words());
    }
    instances.forEach(
        (mutant, words) -> {
          if (words.stream().noneMatch(String::isEmpty)) {
            out.println(
                "  not demanded on any of "
                    + words.size()
                    + " instances: "
                    + mutant
                    + ": "
                    + String.join(" or ", words.stream().distinct().toList()));
          }
        });
  }

  private static String line(MutantResult m) {
    return String.format(
        Locale.ROOT,
        "%s | %s | %s | %s %s at %s (%s) | exact %s | simulated %s%s%s",
        m.instance(),
        m.claim(),
        m.mutant(),
        m.standing().words(),
        Double.isNaN(m.violation()) ? "" : String.format(Locale.ROOT, "%+.4f", m.violation()),
        m.where(),
        m.basis(),
        m.exact().map(Outcome::name).orElse("-"),
        m.simulated().map(Outcome::name).orElse("-"),
        m.replicas() > 0 ? " n=" + m.replicas() : "",
        m.why().isEmpty() ? "" : " | " + m.why());
  }
}
