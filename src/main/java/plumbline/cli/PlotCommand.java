package plumbline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plumbline.check.Catalogue;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.InstanceResult;
import plumbline.check.Options;
import plumbline.check.OwnData;
import plumbline.check.Progress;
import plumbline.check.Request;
import plumbline.check.Suite;
import plumbline.plot.Plot;
import plumbline.simulation.Engine;
import plumbline.theorem.Preset;
import plumbline.verdict.Outcome;

/** A picture of bound against measurement. */
@Command(
    name = "plot",
    mixinStandardHelpOptions = true,
    description = "Checks one instance of a card and draws its bound against the measurement.",
    footer = {
      "",
      "Without --set and --from the card's first instance is drawn.",
      "",
      "Example:",
      "  plumbline plot bottou/thm46-fixed-step -o fixed-step.svg",
      "  plumbline plot bottou/thm46-fixed-step --data houses.csv --target price -o houses.svg"
    })
final class PlotCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID", description = "A card.")
  private String id;

  @Option(names = "--set", paramLabel = "name=value", description = "A parameter of the card.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(
      names = "--from",
      paramLabel = "INSTANCE",
      description = "The instance, or where --set starts.")
  private String from;

  @Option(
      names = "--seed",
      paramLabel = "N|random",
      defaultValue = "0",
      description = "Seed of the draws (${DEFAULT-VALUE}).")
  private String seed;

  @Option(names = "--delta", paramLabel = "D", description = "Resolution, in (0, 0.5].")
  private String delta;

  @Option(names = "--time", paramLabel = "60s", description = "Patience.")
  private String time;

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|opencl|<name>",
      defaultValue = "auto",
      description = "What simulates (${DEFAULT-VALUE}).")
  private String device;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE.{png,svg,pdf}",
      description = "The picture.")
  private Path file;

  @Mixin private DataOptions data = new DataOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    InputException.guard(() -> Plot.checkedEnding(file));
    Catalogue catalogue = Catalogue.load();
    List<String> one = List.of(Chosen.one(catalogue, id));
    Options options = Inputs.options(seed, delta, time);
    Suite suite = new Suite(catalogue, options);
    Request asked;
    String where;
    if (data.given()) {
      DataOptions.refuse(from);
      OwnData own = new OwnData(catalogue, data.read());
      suite = new Suite(own.catalogue(), OwnData.patient(options));
      asked = InputException.guard(() -> own.requests(one, set)).get(0);
      where = Preset.title(own.given().title(), set);
    } else {
      asked = Chosen.requests(catalogue, suite, one, set, Optional.ofNullable(from)).get(0);
      where =
          set.isEmpty()
              ? asked.instances().get(0).name()
              : Preset.title(
                  Chosen.base(
                          Chosen.theorem(catalogue, asked.id()).declaration(),
                          Optional.ofNullable(from))
                      .name(),
                  set);
    }
    Folder.writable(file.toAbsolutePath().getParent());
    try (Engine engine = Inputs.engine(device)) {
      Request first = new Request(asked.id(), asked.instances().subList(0, 1));
      CheckResult result = suite.check(first, engine, Progress.silent());
      InstanceResult instance = result.instances().get(0);
      ClaimResult claim = drawable(instance);
      Plot.of(result.title(), subtitle(instance, claim, where), claim).write(file);
    }
    spec.commandLine().getOut().println(file);
    return Main.AS_EXPECTED;
  }

  /** Which claim, where, and that nothing is claimed there if that is so. */
  private static String subtitle(InstanceResult instance, ClaimResult claim, String where) {
    return claim.name()
        + " on "
        + where
        + (instance.verdict() == Outcome.NOT_APPLICABLE
            ? ": a hypothesis fails, so nothing is claimed"
            : "");
  }

  private ClaimResult drawable(InstanceResult instance) {
    return Plot.main(instance)
        .filter(Plot::drawable)
        .orElseThrow(
            () ->
                new InputException(
                    id
                        + " on "
                        + instance.name()
                        + " has no curve to draw: `explain` shows its numbers, or take another"
                        + " instance with --from"));
  }
}
