package plumbline.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;

/** Runs the cells of execute_requests, one at a time. */
final class KernelCells implements AutoCloseable {
  /** Between two attempts to end a cell, so that its own cleaning up is not ended too. */
  private static final long PAUSE_MILLIS = 500;

  private static final int ATTEMPTS = 20;

  private final CompletableFuture<Shell> shell;
  private int count;

  /** Starts the compiler beside what its caller goes on to do. */
  KernelCells() {
    this.shell = CompletableFuture.supplyAsync(Shell::new);
  }

  Shell shell() {
    return shell.join();
  }

  /** The number of the last cell that counted. */
  int count() {
    return count;
  }

  /**
   * Runs a cell.
   *
   * @param request the content of an execute_request
   * @param publish takes type and content of what is to be seen, while the cell runs
   * @return the content of the execute_reply
   */
  ObjectNode execute(
      ObjectNode request, BiConsumer<String, ObjectNode> publish, Runnable flushStreams) {
    String code = request.path("code").asText();
    boolean silent = request.path("silent").asBoolean(false);
    if (!silent && request.path("store_history").asBoolean(true)) {
      count++;
    }
    if (!silent) {
      publish.accept(
          "execute_input", KernelMessage.object().put("code", code).put("execution_count", count));
    }
    ObjectNode reply = KernelMessage.object();
    try {
      Optional<Bundle> value = shell().run(code, count).map(Bundle::of);
      flushStreams.run();
      value.filter(v -> !silent).ifPresent(v -> publish.accept("execute_result", result(v)));
      reply.put("status", "ok").put("execution_count", count);
      reply.set("user_expressions", expressions(request.path("user_expressions")));
      reply.putArray("payload");
    } catch (RuntimeException | Error e) {
      flushStreams.run();
      ObjectNode error = error(e);
      if (!silent) {
        publish.accept("error", error.deepCopy());
      }
      reply.put("status", "error").put("execution_count", count).setAll(error);
    }
    return reply;
  }

  private ObjectNode result(Bundle value) {
    ObjectNode content = KernelMessage.object().put("execution_count", count);
    content.set("data", value.data());
    content.set("metadata", value.metadata());
    return content;
  }

  private ObjectNode expressions(JsonNode asked) {
    ObjectNode answers = KernelMessage.object();
    for (var entry : asked.properties()) {
      ObjectNode answer = answers.putObject(entry.getKey());
      try {
        Bundle value = shell().run(entry.getValue().asText(), count).map(Bundle::of).orElseThrow();
        answer.put("status", "ok").set("data", value.data());
        answer.set("metadata", value.metadata());
      } catch (RuntimeException | Error e) {
        answer.put("status", "error").setAll(error(e));
      }
    }
    return answers;
  }

  /** The value's toString may throw too, so that anything that can be thrown comes here. */
  private static ObjectNode error(Throwable thrown) {
    ObjectNode error = KernelMessage.object();
    if (thrown instanceof CellException cell) {
      error.put("ename", cell.kind()).put("evalue", cell.words());
      var trace = error.putArray("traceback").add(cell.kind() + ": " + cell.words());
      cell.trace().forEach(trace::add);
      return error;
    }
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    error
        .put("ename", cause.getClass().getName())
        .put("evalue", String.valueOf(cause.getMessage()))
        .putArray("traceback")
        .add(String.valueOf(cause));
    return error;
  }

  /**
   * Ends the cell that runs.
   *
   * @return whether none runs any more
   */
  boolean interrupt() throws InterruptedException {
    Optional<Shell> made = made();
    for (int i = 0; i < ATTEMPTS && made.isPresent() && made.get().running(); i++) {
      made.get().stop();
      for (int waited = 0; waited < PAUSE_MILLIS && made.get().running(); waited += 10) {
        Thread.sleep(10);
      }
    }
    return made.isEmpty() || !made.get().running();
  }

  private Optional<Shell> made() {
    try {
      return Optional.ofNullable(shell.getNow(null));
    } catch (CancellationException | CompletionException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    made().ifPresent(Shell::stop);
  }
}
