package plumbline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plumbline.card.Card;
import plumbline.card.CardIndex;
import plumbline.check.Results;
import plumbline.check.ResultsFile;
import plumbline.report.Report;

/** The static site. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Writes the pages DIR/site from DIR/results.json.",
    footer = {"", "Example:", "  plumbline check --out runs/a && plumbline report --out runs/a"})
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = Folder.STANDARD,
      description = "Where results are (${DEFAULT-VALUE}).")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    Results results =
        InputException.guard(() -> ResultsFile.read(folder.resolve(ResultsFile.NAME)));
    Path site = folder.resolve("site");
    Folder.writable(site);
    CardIndex index = CardIndex.load(ReportCommand.class.getClassLoader());
    List<Card> cards = new ArrayList<>();
    index.entries().forEach(entry -> cards.add(index.open(entry.id())));
    spec.commandLine().getOut().println(Report.write(results, cards, site));
    return Main.AS_EXPECTED;
  }
}
