package plumbline.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import plumbline.check.Catalogue;
import plumbline.check.MutantResult;
import plumbline.check.Mutation;
import plumbline.check.MutationResult;
import plumbline.check.Options;
import plumbline.simulation.CpuEngine;

/** {@code mutate [ID|GLOB ...]}: which planted errors the procedures find. */
@CommandLine.Command(
    name = "mutate",
    mixinStandardHelpOptions = true,
    description = "Plants errors in the bounds and shows which of them are found.",
    footer = {
      "",
      "A mutant is demanded if it is false, by what is known without a replica, by at least",
      "1.5 max(delta, what the claim's own run resolves); on a sharp instance by 1.5 delta. Those",
      "of which nothing exact is known are tried, shown as not classed, and not counted.",
      "",
      "Exit status: 0 every demanded mutant is refuted, and every error that a card names; 1 one",
      "is not; 2 wrong input."
    })
final class MutateCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @CommandLine.Parameters(
      paramLabel = "ID|GLOB",
      arity = "0..*",
      description = "Cards; * stands for any letters. None: the whole catalogue.")
  private List<String> patterns = new ArrayList<>();

  @CommandLine.Option(
      names = "--delta",
      paramLabel = "D",
      description = "Resolution in (0, 0.5] (0.02).")
  private String delta;

  @CommandLine.Option(
      names = "--time",
      paramLabel = "60s",
      description = "Patience for the replicas of one claim, which all its mutants share (60s).")
  private String time;

  @CommandLine.Option(
      names = "--all",
      description = "A line for each mutant, not only for survivors and scaled sharp bounds.")
  private boolean all;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Catalogue catalogue = Catalogue.load();
    Options options = Inputs.options("0", delta, time);
    List<String> ids = InputException.guard(() -> catalogue.select(patterns));
    Ticker ticker = Ticker.on(spec.commandLine().getErr());
    MutantLines lines = new MutantLines(out, all);
    List<MutationResult> results = new ArrayList<>();
    long begin = System.nanoTime();
    try (CpuEngine engine = new CpuEngine()) {
      Mutation mutation = new Mutation(catalogue, options);
      for (int i = 0; i < ids.size(); i++) {
        ticker.card(ids.get(i), i, ids.size());
        long start = System.nanoTime();
        MutationResult result = mutation.run(ids.get(i), engine, ticker);
        ticker.erase();
        lines.print(result, (System.nanoTime() - start) / 1e9);
        results.add(result);
      }
    } catch (InterruptedException e) {
      return Main.INTERRUPTED;
    } finally {
      ticker.erase();
    }
    if (results.size() > 1) {
      out.println(summary(results, (System.nanoTime() - begin) / 1e9));
    }
    return status(results);
  }

  /** 1 if a demanded mutant survives, a witness erred, or an error that a card names is missed. */
  static int status(List<MutationResult> results) {
    boolean survive = results.stream().anyMatch(r -> !r.survivors().isEmpty() || !r.findsNamed());
    return survive ? Main.NOT_AS_EXPECTED : Main.AS_EXPECTED;
  }

  private static String summary(List<MutationResult> results, double seconds) {
    return String.format(
        Locale.ROOT,
        "%d of %d demanded mutants refuted; %d not classed, of which %d refuted; %d in all, %.0f s",
        results.stream().mapToLong(MutationResult::killed).sum(),
        results.stream().mapToLong(MutationResult::demanded).sum(),
        results.stream().mapToLong(r -> r.standing(MutantResult.Standing.NOT_CLASSED)).sum(),
        results.stream().mapToLong(MutationResult::refutedUnasked).sum(),
        results.stream().mapToLong(r -> r.mutants().size()).sum(),
        seconds);
  }
}
