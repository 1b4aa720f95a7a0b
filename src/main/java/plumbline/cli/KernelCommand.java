package plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plumbline.notebook.Kernel;
import plumbline.notebook.KernelSpec;
import plumbline.notebook.NotebookException;

/** The Jupyter kernel: installed, taken away, or run. */
@Command(
    name = "kernel",
    mixinStandardHelpOptions = true,
    description = {
      "Makes this jar a kernel of Jupyter: notebooks in Java, with plumbline at hand.",
      "",
      "Without an option it says which kernel is installed, and whether what it starts is there."
    },
    footer = {
      "",
      "--install writes one file, kernels/NAME/kernel.json, into your Jupyter data folder",
      "(JUPYTER_DATA_DIR if that is set; `jupyter --paths` lists it), or into DIR/share/jupyter,",
      "such as a virtual environment's. It names this Java and this jar by their places: after",
      "either was moved, install again. Jupyter itself need not be there yet.",
      "",
      "Examples:",
      "  plumbline kernel --install",
      "  jupyter lab                       # then choose Java (Plumbline)",
      "  jupyter nbconvert --to notebook --execute notebooks-java/01-a-first-theorem.ipynb",
      "  plumbline kernel --install --prefix .venv",
      "  plumbline kernel --uninstall",
      "",
      "A cell is Java as in JShell: its last expression is shown, a picture as a picture; what it",
      "prints comes while it runs; interrupting ends it. plumbline.notebook is imported already:",
      "  Notebook.check(\"bottou/thm46-fixed-step\").table()"
    })
final class KernelCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup(exclusive = true)
  private Action action = new Action();

  @ArgGroup(exclusive = true)
  private Place place = new Place();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = KernelSpec.NAME,
      description = "The kernel's name among Jupyter's (${DEFAULT-VALUE}).")
  private String name;

  private static final class Action {
    @Option(names = "--install", description = "Make it known to Jupyter.")
    private boolean install;

    @Option(names = "--uninstall", description = "Take it away again.")
    private boolean uninstall;

    @Option(
        names = "--connect",
        paramLabel = "FILE",
        description = "Be the kernel; Jupyter calls this, with its connection file.")
    private Path connect;
  }

  private static final class Place {
    @Option(names = "--user", description = "For yourself, in your data folder (the default).")
    private boolean user;

    @Option(names = "--prefix", paramLabel = "DIR", description = "In DIR/share/jupyter.")
    private Path prefix;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try {
      if (action.connect != null) {
        PrintWriter err = spec.commandLine().getErr();
        Kernel.run(action.connect, sentence -> err.println("plumbline kernel: " + sentence));
        return Main.AS_EXPECTED;
      }
      Path data =
          place.prefix == null
              ? KernelSpec.userData(System.getenv(), System.getProperties())
              : place.prefix.resolve("share").resolve("jupyter");
      KernelSpec kernel = InputException.guard(() -> KernelSpec.in(data, name));
      if (action.install) {
        install(kernel);
        out.println("installed: " + kernel.file());
        out.println("try: jupyter lab, or jupyter nbconvert --to notebook --execute FILE.ipynb");
      } else if (action.uninstall) {
        String done = kernel.uninstall() ? "uninstalled: " : "was not installed: ";
        out.println(done + kernel.file());
      } else {
        return state(kernel, out);
      }
    } catch (NotebookException e) {
      throw new InputException(e.getMessage());
    }
    return Main.AS_EXPECTED;
  }

  private static void install(KernelSpec kernel) throws IOException {
    List<String> start = start();
    try {
      kernel.install(start);
    } catch (FileSystemException e) {
      throw new InputException(
          "%s cannot be written (%s at %s): name a folder of yours with --prefix, or set JUPYTER_DATA_DIR"
              .formatted(kernel.file(), Failure.words(e), e.getFile()));
    }
  }

  private static int state(KernelSpec kernel, PrintWriter out) throws IOException {
    if (!Files.exists(kernel.file())) {
      out.println("not installed: " + kernel.file() + "; see `plumbline kernel --help`");
      return Main.AS_EXPECTED;
    }
    kernel
        .missing()
        .ifPresent(
            gone -> {
              throw new InputException(
                  "%s starts %s, which is not there any more: install again with `kernel --install`"
                      .formatted(kernel.file(), gone));
            });
    out.println("installed: " + kernel.file());
    return Main.AS_EXPECTED;
  }

  /** This Java, with this jar. */
  private static List<String> start() {
    if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
      throw new InputException(
          "%s is a Java without jdk.jshell, which compiles cells: run this with a JDK"
              .formatted(System.getProperty("java.home")));
    }
    Path jar = origin();
    if (!Files.isRegularFile(jar)) {
      throw new InputException(
          "plumbline runs from the classes in %s, and a kernel needs the one jar: build it with `mvn -q -B package -DskipTests`, then `java -jar target/plumbline.jar kernel --install`"
              .formatted(jar));
    }
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    Path java = Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
    return List.of(
        java.toString(),
        // no window is opened by drawing
        "-Djava.awt.headless=true",
        // before Java 18 the default depended on the machine
        "-Dfile.encoding=UTF-8",
        "-jar",
        jar.toString());
  }

  private static Path origin() {
    try {
      return Path.of(
          KernelCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
