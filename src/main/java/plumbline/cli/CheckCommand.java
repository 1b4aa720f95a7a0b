package plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plumbline.check.Catalogue;
import plumbline.check.CheckResult;
import plumbline.check.DryRun;
import plumbline.check.Options;
import plumbline.check.OwnData;
import plumbline.check.Progress;
import plumbline.check.Request;
import plumbline.check.Results;
import plumbline.check.ResultsFile;
import plumbline.check.Suite;
import plumbline.junit.JUnitXml;
import plumbline.simulation.Engine;

/** Checks cards, prints a line for each, and keeps the results file whole after every card. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Checks cards against exact computation and simulation; without an id, all of them.",
    footer = {
      "",
      "--set checks one instance of your own, \"yours\", and no other: it starts from the card's",
      "typical instance, or from the one that --from names. Its results go to a folder of",
      "their own, so that those of a whole run stay.",
      "--data makes an objective of a table and tries on it every theorem that can be",
      "stated there, or those that are named, with stepsizes that suit it unless --set.",
      "",
      "Examples:",
      "  plumbline check",
      "  plumbline check 'bottou/*' --time 20s",
      "  plumbline check bottou/thm46-fixed-step --set alpha=1/10 --delta 0.05",
      "  plumbline check --data houses.csv --target price --scale centred",
      "",
      "Exit status: 0 every verdict is the expected one, 1 some is not, 2 wrong input."
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ID|GLOB",
      arity = "0..*",
      description = "Cards; * stands for any letters.")
  private List<String> patterns = List.of();

  @Option(names = "--set", paramLabel = "name=value", description = "A parameter of one card.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(names = "--from", paramLabel = "INSTANCE", description = "Where --set starts.")
  private String from;

  @Option(
      names = "--seed",
      paramLabel = "N|random",
      defaultValue = "0",
      description = "Seed of the draws (${DEFAULT-VALUE}).")
  private String seed;

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|opencl|<name>",
      defaultValue = "auto",
      description = "What simulates (${DEFAULT-VALUE}).")
  private String device;

  @Option(
      names = "--delta",
      paramLabel = "D",
      description = "Resolution of every claim, in (0, 0.5].")
  private String delta;

  @Option(
      names = "--time",
      paramLabel = "60s",
      description = "Patience for a card: 500ms, 60s, 5m.")
  private String time;

  @Option(
      names = "--dry-run",
      description = "Replicas, seconds and memory of every claim; runs and writes nothing.")
  private boolean dryRun;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {
        "Where results go (" + Folder.STANDARD + ";",
        "with --set, --from, --data " + Folder.YOURS + ")."
      })
  private Path folder;

  @Option(
      names = {"-v", "--verbose"},
      description = "Every claim with its sentence.")
  private boolean verbose;

  @Mixin private DataOptions data = new DataOptions();

  @Override
  public Integer call() throws IOException {
    Catalogue catalogue = Catalogue.load();
    Options options = Inputs.options(seed, delta, time);
    if (data.given()) {
      return onData(catalogue, options);
    }
    Suite suite = new Suite(catalogue, options);
    List<Request> requests =
        Chosen.requests(catalogue, suite, patterns, set, Optional.ofNullable(from));
    if (dryRun) {
      Costs.print(spec.commandLine().getOut(), new DryRun(catalogue, options), requests);
      return Main.AS_EXPECTED;
    }
    if (folder == null) {
      folder = Path.of(set.isEmpty() && from == null ? Folder.STANDARD : Folder.YOURS);
    }
    Folder.writable(folder);
    return run(suite, requests, options, new Lines(spec.commandLine().getOut(), requests, verbose));
  }

  /** Every theorem among the patterns that can be stated on a user's data. */
  private int onData(Catalogue catalogue, Options options) throws IOException {
    DataOptions.refuse(from);
    OwnData own = new OwnData(catalogue, data.read());
    List<String> chosen = catalogue.select(patterns);
    List<Request> requests = InputException.guard(() -> own.requests(chosen, set));
    DataTable table = new DataTable(spec.commandLine().getOut(), own.given(), requests);
    table.heading(own.refused(chosen));
    if (dryRun) {
      requests.forEach(request -> table.hypotheses(own.hypotheses(request, options)));
      table.leftOut();
      return Main.AS_EXPECTED;
    }
    if (folder == null) {
      folder = Path.of(Folder.YOURS);
    }
    Folder.writable(folder);
    return run(new Suite(own.catalogue(), OwnData.patient(options)), requests, options, table);
  }

  private int run(Suite suite, List<Request> requests, Options options, Said lines)
      throws IOException {
    try (Engine engine = Inputs.engine(device)) {
      return run(suite, requests, engine, options, lines);
    }
  }

  private int run(Suite suite, List<Request> requests, Engine engine, Options options, Said lines)
      throws IOException {
    Ticker ticker = Ticker.on(spec.commandLine().getErr());
    List<CheckResult> done = new CopyOnWriteArrayList<>();
    Thread runner = Thread.currentThread();
    CountDownLatch finished = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> interrupt(runner, finished, () -> sayInterrupted(done.size(), requests.size())),
            "plumbline-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    long start = System.nanoTime();
    try {
      suite.run(
          requests,
          engine,
          Runtime.getRuntime().availableProcessors(),
          new Heard(suite, engine, lines, ticker, done, start));
    } catch (InterruptedException e) {
      ticker.erase();
      sayInterrupted(done.size(), requests.size());
      return Main.INTERRUPTED;
    } finally {
      ticker.erase();
      finished.countDown();
      remove(hook);
    }
    Results results = write(suite, engine, done, start);
    lines.summary(results, folder, options.seed());
    return done.stream().allMatch(CheckResult::asExpected)
        ? Main.AS_EXPECTED
        : Main.NOT_AS_EXPECTED;
  }

  /**
   * ^C starts the shutdown; the run gets a moment to say how far it came. One that is deep in an
   * exact computation does not hear it: then this is said here.
   */
  private static void interrupt(Thread runner, CountDownLatch finished, Runnable otherwise) {
    runner.interrupt();
    try {
      if (!finished.await(1, TimeUnit.SECONDS)) {
        otherwise.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sayInterrupted(int done, int all) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        "interrupted after %d of %d cards: %s"
            .formatted(
                done,
                all,
                done == 0
                    ? "nothing was written"
                    : folder.resolve(ResultsFile.NAME) + " holds what was finished"));
    err.flush();
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // then the hook is what called us
    }
  }

  private Results write(Suite suite, Engine engine, List<CheckResult> done, long start)
      throws IOException {
    double seconds = (System.nanoTime() - start) / 1e9;
    Results results =
        suite.results(done, engine.device(), Runtime.getRuntime().availableProcessors(), seconds);
    ResultsFile.write(folder, results);
    JUnitXml.write(results, folder.resolve("junit.xml"));
    return results;
  }

  /** Prints and writes each card as it is finished. */
  private final class Heard implements Progress {
    private final Suite suite;
    private final Engine engine;
    private final Said lines;
    private final Ticker ticker;
    private final List<CheckResult> done;
    private final long start;
    private long began;

    Heard(
        Suite suite, Engine engine, Said lines, Ticker ticker, List<CheckResult> done, long start) {
      this.suite = suite;
      this.engine = engine;
      this.lines = lines;
      this.ticker = ticker;
      this.done = done;
      this.start = start;
    }

    @Override
    public void card(String id, int index, int total) {
      began = System.nanoTime();
      ticker.card(id, index, total);
    }

    @Override
    public void instance(String name) {
      ticker.instance(name);
    }

    @Override
    public void replicas(long replicas, long most) {
      ticker.replicas(replicas, most);
    }

    @Override
    public void refused(String id, IllegalArgumentException why) {
      ticker.erase();
      lines.refused(id, why);
    }

    @Override
    public void done(CheckResult result) {
      ticker.done(result);
      done.add(result);
      lines.card(result, (System.nanoTime() - began) / 1e9);
      try {
        write(suite, engine, done, start);
      } catch (IOException e) {
        throw new InputException(
            "the output folder "
                + folder
                + " cannot be written any more ("
                + e.getMessage()
                + "): name another with --out");
      }
    }
  }
}
