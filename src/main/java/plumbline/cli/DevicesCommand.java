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
    footer = {"", "Example:", "  plumbline devices"})
final class DevicesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("cpu  " + Runtime.getRuntime().availableProcessors() + " threads, always there");
    List<Devices.Found> devices = Devices.list();
    for (Devices.Found found : devices) {
      out.println(
          found.name()
              + "  "
              + found.kind()
              + String.format(
                  Locale.ROOT,
                  ", fp64 %s, rounding %s, fma %.1f ns",
                  found.rounding() == Devices.Rounding.UNKNOWN ? "no" : "yes",
                  found.rounding().name().toLowerCase(Locale.ROOT),
                  found.fmaNanoseconds()));
      found.refusal().ifPresent(why -> out.println(Text.wrap("refused: " + why, "  ")));
    }
    if (devices.isEmpty()) {
      out.println("no OpenCL device was found");
    }
    return Main.AS_EXPECTED;
  }
}
