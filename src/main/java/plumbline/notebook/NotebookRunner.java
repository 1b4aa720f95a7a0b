package plumbline.notebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a notebook's Java cells in order, in this process, and writes what they print and what their
 * last expression is. Needs neither Jupyter nor Python. Cells share their variables.
 */
public final class NotebookRunner {
  /** What a cell may take before it counts as one that never ends. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Duration patience;

  /** A runner that gives each cell two minutes. */
  public NotebookRunner() {
    this(PATIENCE);
  }

  /**
   * @param patience for each cell, above zero
   */
  public NotebookRunner(Duration patience) {
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException(
          "a cell's patience is " + patience + ": allowed is any time above 0, such as PT60S");
    }
    this.patience = patience;
  }

  /**
   * Runs a notebook and says what it gives that differs from the outputs it has; writes nothing.
   *
   * @return sentences that name cells; none if all is as it was
   * @throws NotebookException as {@link #run}
   */
  public List<String> differences(Path notebook) throws IOException {
    Path again = Files.createTempFile("plumbline", ".ipynb");
    try {
      run(notebook, again);
      return Outputs.differences(notebook, again);
    } finally {
      Files.deleteIfExists(again);
    }
  }

  /**
   * Runs a notebook and writes it with its outputs, whole or not at all.
   *
   * @param in the notebook
   * @param out where it goes; may be the same file
   * @throws NotebookException if the file is no notebook, or a cell does not compile, throws, or
   *     takes longer than the patience; then nothing is written
   * @throws IOException if a file cannot be read or written
   */
  public void run(Path in, Path out) throws IOException {
    NotebookFile notebook = NotebookFile.read(in);
    ExecutorService worker = Executors.newSingleThreadExecutor(NotebookRunner::daemon);
    // JShell in this process sets one that swallows every exception, this runner's own too
    Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    Shell shell = new Shell();
    try (Captured captured = new Captured()) {
      int number = 0;
      int count = 0;
      for (ObjectNode cell : notebook.cells()) {
        number++;
        if (cell.path("cell_type").asText().equals("code")) {
          count++;
          NotebookFile.run(cell, count, outputs(cell, number, count, shell, captured, worker));
        }
      }
    } finally {
      shell.close();
      worker.shutdownNow();
      Thread.setDefaultUncaughtExceptionHandler(handler);
    }
    notebook.write(out);
  }

  private List<ObjectNode> outputs(
      ObjectNode cell,
      int number,
      int count,
      Shell shell,
      Captured captured,
      ExecutorService worker) {
    String source = NotebookFile.text(cell.path("source"));
    Optional<Object> value = value(number, shell, worker, source);
    List<ObjectNode> outputs = new ArrayList<>();
    String printed = captured.take();
    if (!printed.isEmpty()) {
      outputs.add(NotebookFile.stream(printed));
    }
    value.ifPresent(v -> outputs.add(NotebookFile.value(v, count)));
    return outputs;
  }

  private Optional<Object> value(int number, Shell shell, ExecutorService worker, String source) {
    Future<Optional<Object>> running = worker.submit(() -> shell.run(source));
    try {
      return running.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      shell.stop();
      throw new NotebookException(
          "cell %d has not ended after %s s: shorten it, or give the runner more patience"
              .formatted(number, patience.toMillis() / 1000.0),
          e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof NotebookException refused) {
        throw new NotebookException("cell " + number + " " + refused.getMessage(), refused);
      }
      throw new NotebookException("cell " + number + " fails: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      shell.stop();
      throw new NotebookException("cell " + number + " was interrupted", e);
    }
  }

  /** So that a cell that cannot be ended does not keep the machine alive; children inherit it. */
  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "plumbline-notebook");
    thread.setDaemon(true);
    return thread;
  }
}
