package plumbline.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import plumbline.benchmark.Benchmark;
import plumbline.benchmark.Workload;

/**
 * Runs a workload in a Java machine of its own, with this one's flags and class path. The time is
 * that machine's own account, from its start: what its caller waits for.
 */
final class Fresh implements Benchmark.Cold {
  /** The hidden option of {@code bench} on the other side. */
  static final String OPTION = "--since-start";

  @Override
  public Benchmark.Spent run(Workload workload, Benchmark.Place place) throws InterruptedException {
    List<String> command = command(workload.name(), place.options());
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try {
        byte[] bytes = process.getInputStream().readAllBytes();
        int status = process.waitFor();
        return account(new String(bytes, StandardCharsets.UTF_8), status, command);
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      throw new InputException("no Java machine starts for " + workload.name() + ": " + e);
    }
  }

  static List<String> command(String workload, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // agents write files of their own, and two would write the same
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> !flag.startsWith("-agent") && !flag.startsWith("-javaagent"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("bench", workload, OPTION));
    command.addAll(options);
    return command;
  }

  /** Reads what {@link #account()} wrote. */
  static Benchmark.Spent account(String printed, int status, List<String> command) {
    String[] numbers = printed.strip().split(" ");
    if (status != 0 || numbers.length != 2) {
      throw new InputException(
          "a run in a Java machine of its own ended with status "
              + status
              + "; to see why, run: "
              + String.join(" ", command));
    }
    return new Benchmark.Spent(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
  }

  /** Nanoseconds since this Java machine started: by the clock, and of all its threads. */
  static String account() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = ManagementFactory.getRuntimeMXBean().getStartTime();
    return (System.currentTimeMillis() - start) * 1_000_000 + " " + system.getProcessCpuTime();
  }
}
