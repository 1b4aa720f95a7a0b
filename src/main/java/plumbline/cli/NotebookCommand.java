package plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plumbline.notebook.NotebookException;
import plumbline.notebook.NotebookRunner;

/** Runs notebooks without Jupyter. */
@Command(
    name = "notebook",
    mixinStandardHelpOptions = true,
    description = "Runs the Java cells of notebooks and writes their outputs into them.",
    footer = {
      "",
      "Exit status of --check: 1 if an output differs from the one in the file.",
      "",
      "Example:",
      "  plumbline notebook notebooks-java/*.ipynb"
    })
final class NotebookCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Notebooks of format 4.")
  private List<Path> files;

  @Option(names = "--check", description = "Writes nothing and says which outputs would change.")
  private boolean check;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new InputException("there is no file " + file + ": name a notebook");
      }
    }
    // plots need no screen, and a machine without one refuses otherwise
    System.setProperty("java.awt.headless", "true");
    int changed = 0;
    for (Path file : files) {
      long start = System.nanoTime();
      List<String> differences = run(file);
      differences.forEach(out::println);
      changed += differences.isEmpty() ? 0 : 1;
      out.printf(
          "%s  %.1f s%s%n",
          file,
          (System.nanoTime() - start) / 1e9,
          differences.isEmpty() ? "" : "  outputs differ: run it without --check");
      out.flush();
    }
    return changed == 0 ? Main.AS_EXPECTED : Main.NOT_AS_EXPECTED;
  }

  private List<String> run(Path file) throws IOException {
    NotebookRunner runner = new NotebookRunner();
    try {
      if (check) {
        return runner.differences(file);
      }
      runner.run(file, file);
      return List.of();
    } catch (NotebookException e) {
      throw new InputException(file + ": " + e.getMessage());
    }
  }
}
