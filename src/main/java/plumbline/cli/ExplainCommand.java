package plumbline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.InstanceResult;
import plumbline.check.Results;
import plumbline.check.ResultsFile;

/** Why a card has its verdict. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Says from DIR/results.json what decided each claim of a card.",
    footer = {"", "Example:", "  plumbline explain bottou/thm46-fixed-step"})
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID", description = "A card of these results.")
  private String id;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = Folder.STANDARD,
      description = "Where results are (${DEFAULT-VALUE}).")
  private Path folder;

  @Override
  public Integer call() {
    Path file = folder.resolve(ResultsFile.NAME);
    Results results = InputException.guard(() -> ResultsFile.read(file));
    CheckResult check =
        results.checks().stream()
            .filter(c -> c.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new InputException(
                        "%s has no card %s; it has %s: write one of these, or run `check %s`"
                            .formatted(
                                file,
                                id,
                                String.join(
                                    ", ", results.checks().stream().map(CheckResult::id).toList()),
                                id)));
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "%s: %s, %s (expected: %s)"
            .formatted(
                check.id(),
                check.verdict(),
                check.asExpected() ? "as expected" : "not as expected",
                check.expect()));
    for (InstanceResult instance : check.instances()) {
      out.println();
      out.println(instance.name() + ": " + instance.verdict());
      instance
          .hypotheses()
          .forEach(
              h ->
                  out.println(
                      Text.wrap(h.status() + ": " + h.text() + " (" + h.witness() + ")", "  ")));
      instance.claims().forEach(claim -> claim(out, claim));
    }
    return Main.AS_EXPECTED;
  }

  private static void claim(PrintWriter out, ClaimResult claim) {
    out.println(
        "  "
            + claim.verdict()
            + " "
            + claim.name()
            + " ("
            + claim.kind()
            + ", "
            + claim.relation()
            + ")");
    out.println(Text.wrap(claim.sentence(), "    "));
    claim.layers().forEach(layer -> out.println("    " + Deciding.of(layer)));
  }
}
