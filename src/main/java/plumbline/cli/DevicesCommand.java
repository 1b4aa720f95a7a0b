package plumbline.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import plumbline.simulation.Devices;

/** What can simulate. */
@Command(
    name = "devices",
    mixinStandardHelpOptions = true,
    description =
        "Lists what can simulate: this machine's threads, and OpenCL devices with doubles.",
    footer = {
      "",
      "A line \"Aparapi is running on an untested OpenCL platform version\" comes from native code",
      "that Java cannot silence; it says that the driver is newer than Aparapi. What is listed here",
      "was tried on the device itself.",
      "",
      "Example:",
      "  plumbline devices"
    })
final class DevicesCommand implements Callable<Integer> {
  /** Nanoseconds beyond which a fused multiply-add is computed by software. */
  private static final double SLOW = 50;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("--device cpu (also: auto)");
    out.println(
        "  "
            + Runtime.getRuntime().availableProcessors()
            + " threads of this machine, always there");
    List<Devices.Found> devices = Devices.list();
    boolean first = true;
    for (Devices.Found found : devices) {
      boolean usable = found.refusal().isEmpty();
      out.println("--device \"" + found.name() + "\"" + (usable && first ? " (also: opencl)" : ""));
      out.println(Text.wrap(found.refusal().map(why -> "refused: " + why).orElse(of(found)), "  "));
      first &= !usable;
    }
    if (devices.isEmpty()) {
      out.println(
          Text.wrap(
              "no OpenCL device was found; without a graphics card, the package pocl-opencl-icd of"
                  + " Debian runs OpenCL on the CPU",
              ""));
    }
    return Main.AS_EXPECTED;
  }

  private static String of(Devices.Found found) {
    String results =
        found.rounding() == Devices.Rounding.EQUAL
            ? "the same bits as cpu"
            : "agree with cpu within rounding only";
    return String.format(
        Locale.ROOT,
        "OpenCL %s with doubles; results: %s; a fused multiply-add takes %.1f ns%s",
        found.kind(),
        results,
        found.fmaNanoseconds(),
        found.fmaNanoseconds() > SLOW ? ", without hardware for it: runs will be slow" : "");
  }
}
