package plumbline.cli;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plumbline.check.Catalogue;
import plumbline.lab.Lab;

/** The local page with sliders, until ^C. */
@Command(
    name = "lab",
    mixinStandardHelpOptions = true,
    description = {
      "Opens a local page: move a theorem's parameters, and see what breaks.",
      "",
      "It is served on this machine alone. Hypotheses are checked while a slider moves; the bound,",
      "the mean and the verdict follow. ^C ends it."
    },
    footer = {"", "Example:", "  plumbline lab --port 0 --no-browser"})
final class LabCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8017",
      description = "Port of 127.0.0.1; 0 takes a free one (${DEFAULT-VALUE}).")
  private String port;

  @Option(
      names = "--seed",
      paramLabel = "N|random",
      defaultValue = "0",
      description = "Seed where an address names none (${DEFAULT-VALUE}).")
  private String seed;

  @Option(names = "--no-browser", description = "Prints the address and opens nothing.")
  private boolean noBrowser;

  @Override
  public Integer call() throws IOException {
    int wanted = port(port);
    long draws = Inputs.options(seed, null, null).seed();
    PrintWriter out = spec.commandLine().getOut();
    CountDownLatch ended = new CountDownLatch(1);
    try (Lab lab = Lab.open(Catalogue.load(), wanted, draws)) {
      Thread hook = new Thread(ended::countDown, "plumbline-interrupt");
      Runtime.getRuntime().addShutdownHook(hook);
      out.println("the lab is open at " + lab.address() + " (^C ends it)");
      out.flush();
      if (!noBrowser) {
        browse(lab.address());
      }
      ended.await();
      return Main.AS_EXPECTED;
    } catch (BindException e) {
      throw new InputException(
          "--port %d cannot be opened (%s): name another, or 0 for any that is free"
              .formatted(wanted, e.getMessage()));
    } catch (InterruptedException e) {
      return Main.INTERRUPTED;
    }
  }

  private static int port(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
      throw new InputException(
          "--port " + text + " is no port: write an integer of 0 to 65535, 0 for any that is free");
    }
    return Integer.parseInt(text);
  }

  /** Where there is a desktop; elsewhere the printed address is all that is needed. */
  private static void browse(URI address) {
    try {
      if (!GraphicsEnvironment.isHeadless() && Desktop.isDesktopSupported()) {
        Desktop.getDesktop().browse(address);
      }
    } catch (IOException | UnsupportedOperationException e) {
      // the address is printed
    }
  }
}
