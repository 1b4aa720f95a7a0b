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
      "Rounds are interleaved and medians shown; the first round is not counted. \"cpu\" is the time",
      "of all threads of this process. Compare ratios within one run: a shared machine drifts.",
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

  @Override
  public Integer call() throws IOException {
    List<Workload> workloads = chosen();
    if (rounds < 1) {
      throw new InputException("--rounds " + rounds + " is below 1: write 5, or more");
    }
    List<Benchmark.Place> places = places();
    Ticker ticker = Ticker.on(spec.commandLine().getErr());
    try {
      print(new Benchmark(workloads, places).run(rounds, ticker::text));
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
          places.add(new Benchmark.Place("cpu" + many, engine));
        }
      } else {
        Engine engine = Inputs.engine(device);
        places.add(new Benchmark.Place(engine.device(), engine));
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
              "    %-28s %8.2f s   %10s wall  %10s cpu  ns a %s",
              row.place(),
              row.seconds(),
              number(row.wall()),
              number(row.cpu()),
              row.unit()));
    }
    out.println("medians of interleaved rounds: " + rows.get(0).rounds());
  }

  private static String number(double x) {
    return String.format(Locale.ROOT, x < 1000 ? "%.3g" : "%.0f", x);
  }
}
