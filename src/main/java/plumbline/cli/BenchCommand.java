package plumbline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plumbline.benchmark.Benchmark;
import plumbline.benchmark.Workload;
import plumbline.benchmark.Workloads;
import plumbline.simulation.CpuEngine;
import plumbline.simulation.Engine;

/** {@code bench [W1 ...]}: how fast the engines are here. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Times fixed workloads on this machine's engines.",
    footer = {
      "",
      "Rounds are interleaved; medians are shown, with the least and the most of the rounds. \"cpu\"",
      "is the time of all threads of the process. Compare ratios within one run: a shared machine",
      "drifts.",
      "",
      "W1 to W5 are timed warm: nothing counts until each has run for the seconds of --warm-up, at",
      "least once, since the JIT compiler takes most of the first second; then a round repeats the",
      "workload until half a second is full. W6 is timed cold, as a user meets it: every round is a",
      "new Java machine, timed from its start.",
      "",
      "Examples:",
      "  plumbline bench W1 W2 --threads 1 --threads 2",
      "  plumbline bench W1 --device cpu --device opencl --json > bench.json"
    })
final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "W1|...|W6",
      arity = "0..*",
      description = "Workloads; none: W1 to W5. W6 is the whole catalogue.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--rounds", paramLabel = "N", description = "Rounds that count (5).")
  private int rounds = 5;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      description = "Of each workload, before the rounds that count (3).")
  private double warmUp = Benchmark.Pace.STANDARD.warmUp();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of the CPU engine; may be repeated (all of this machine).")
  private List<Integer> threads = new ArrayList<>();

  @Option(
      names = "--device",
      paramLabel = "cpu|opencl|NAME",
      description = "Where to run; may be repeated (cpu).")
  private List<String> devices = new ArrayList<>();

  @Option(names = "--json", description = "Rows as JSON.")
  private boolean json;

  /** The other side of {@link Fresh}. */
  @Option(names = Fresh.OPTION, hidden = true)
  private boolean sinceStart;

  @Override
  public Integer call() throws IOException {
    List<Workload> workloads = chosen();
    if (rounds < 1) {
      throw new InputException("--rounds " + rounds + " is below 1: write 5, or more");
    }
    if (!(warmUp >= 0)) {
      throw new InputException("--warm-up " + warmUp + " is below 0: write 3, or 0 for one run");
    }
    List<Benchmark.Place> places = places();
    Ticker ticker = Ticker.on(spec.commandLine().getErr());
    try {
      if (sinceStart) {
        workloads.get(0).run().on(places.get(0).engine());
        spec.commandLine().getOut().println(Fresh.account());
        return Main.AS_EXPECTED;
      }
      Benchmark.Pace pace = new Benchmark.Pace(warmUp, Benchmark.Pace.STANDARD.round());
      print(new Benchmark(workloads, places, pace, new Fresh()).run(rounds, ticker::text));
    } catch (InterruptedException e) {
      return Main.INTERRUPTED;
    } finally {
      ticker.erase();
      places.forEach(place -> place.engine().close());
    }
    return Main.AS_EXPECTED;
  }

  private List<Workload> chosen() {
    List<Workload> all = Workloads.all();
    if (names.isEmpty()) {
      return all.subList(0, all.size() - 1);
    }
    List<Workload> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(
          all.stream()
              .filter(w -> w.name().equalsIgnoreCase(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new InputException(
                          "there is no workload " + name + "; there are W1, W2, W3, W4, W5, W6")));
    }
    return chosen;
  }

  private List<Benchmark.Place> places() {
    List<Benchmark.Place> places = new ArrayList<>();
    List<Integer> counts =
        threads.isEmpty() ? List.of(Runtime.getRuntime().availableProcessors()) : threads;
    for (String device : devices.isEmpty() ? List.of("cpu") : devices) {
      if (device.equalsIgnoreCase("cpu")) {
        for (int count : counts) {
          Engine engine = InputException.guard(() -> new CpuEngine(count));
          String many = count == 1 ? ", 1 thread" : ", " + count + " threads";
          List<String> options = List.of("--threads", String.valueOf(count));
          places.add(new Benchmark.Place("cpu" + many, options, engine));
        }
      } else {
        Engine engine = Inputs.engine(device);
        places.add(new Benchmark.Place(engine.device(), List.of("--device", device), engine));
      }
    }
    return places;
  }

  private void print(List<Benchmark.Row> rows) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
      out.println(mapper.writeValueAsString(rows));
      return;
    }
    String last = "";
    for (Benchmark.Row row : rows) {
      if (!row.workload().equals(last)) {
        out.println(row.workload() + "  " + row.what());
        last = row.workload();
      }
      out.println(
          String.format(
              Locale.ROOT,
              "    %-28s %9s wall  %9s cpu (%s to %s)  a %s; a run takes %s",
              row.place(),
              time(row.wall().median()),
              time(row.cpu().median()),
              time(row.cpu().least()),
              time(row.cpu().most()),
              row.unit(),
              time(row.seconds() * 1e9)));
    }
    out.println("medians of " + rounds + " interleaved rounds " + footer(rows));
  }

  /** What was done before the rounds, of those workloads that were run. */
  private String footer(List<Benchmark.Row> rows) {
    List<String> parts = new ArrayList<>();
    if (rows.stream().anyMatch(row -> row.warmUp() > 0)) {
      String seconds = warmUp > 0 ? String.valueOf(warmUp).replaceAll("\\.0$", "") + " s" : "a run";
      parts.add("after " + seconds + " of warm-up each");
    }
    rows.stream()
        .filter(row -> row.warmUp() == 0)
        .map(Benchmark.Row::workload)
        .distinct()
        .forEach(name -> parts.add(name + " each time in a new Java machine, from its start"));
    return String.join("; ", parts);
  }

  /** Three digits and a unit. */
  static String time(double nanoseconds) {
    String[] units = {"ns", "us", "ms", "s"};
    int unit = 0;
    double x = nanoseconds;
    while (x >= 1000 && unit < units.length - 1) {
      x /= 1000;
      unit++;
    }
    int decimals = x < 10 ? 2 : x < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f %s", x, units[unit]);
  }
}
