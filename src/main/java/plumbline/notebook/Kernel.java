package plumbline.notebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * A Jupyter kernel for Java, which speaks the messaging protocol 5.4. Requests on the shell channel
 * are served one after another; those on the control channel at once, while a cell runs.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html">the protocol</a>
 */
public final class Kernel {
  /** How long the first cell waits for somebody who listens to its outputs. */
  private static final long PATIENCE_MILLIS = 10_000;

  private final Consumer<String> log;
  private final KernelSockets sockets;
  private final ExecutorService worker = Executors.newSingleThreadExecutor(daemon("cells"));
  private final ExecutorService interrupter = Executors.newSingleThreadExecutor(daemon("stop"));
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(daemon("output"));
  private final KernelCells cells = new KernelCells();
  private volatile KernelMessage running = KernelMessage.none();
  private volatile long arrived;
  private volatile long abortedUpTo;
  private KernelStreams streams;
  private KernelInput input;

  private Kernel(KernelConnection connection, Consumer<String> log) throws IOException {
    this.log = log;
    this.sockets = new KernelSockets(connection, log);
  }

  /**
   * Serves until Jupyter shuts it down.
   *
   * @param connectionFile what Jupyter writes for a kernel that it starts
   * @param log takes a sentence on whatever is not in order and concerns no cell
   * @throws NotebookException if the file is not a connection file, or its ports are taken
   */
  public static void run(Path connectionFile, Consumer<String> log) throws IOException {
    Kernel kernel = new Kernel(KernelConnection.read(connectionFile), log);
    // JShell in this process sets one that swallows every exception
    Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    try (kernel.sockets;
        KernelStreams streams = new KernelStreams(kernel.timer, kernel::printed);
        KernelInput input = new KernelInput(kernel::ask)) {
      kernel.streams = streams;
      kernel.input = input;
      kernel.endWith(System.getenv("JPY_PARENT_PID"));
      kernel.publish(KernelMessage.none(), "status", state("starting"));
      kernel.sockets.serve(kernel::receive);
    } finally {
      kernel.cells.close();
      kernel.worker.shutdownNow();
      kernel.interrupter.shutdownNow();
      kernel.timer.shutdownNow();
      Thread.setDefaultUncaughtExceptionHandler(handler);
    }
  }

  /**
   * Ends when the process that started this one has ended, since nobody is left to shut it down. On
   * Windows Jupyter names a handle there, which no process has for its number.
   */
  private void endWith(String parent) {
    if (parent != null && parent.matches("\\d{1,10}")) {
      ProcessHandle.of(Long.parseLong(parent))
          .ifPresent(process -> process.onExit().thenRun(sockets::end));
    }
  }

  private static ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, "plumbline-kernel-" + name);
      thread.setDaemon(true);
      return thread;
    };
  }

  private void receive(KernelChannel channel, KernelMessage message) {
    String type = message.type();
    if (channel == KernelChannel.STDIN) {
      input.answer(
          message.parent().path("msg_id").asText(), message.content().path("value").asText());
    } else if (type.equals("shutdown_request")) {
      shutDown(channel, message);
    } else if (type.equals("interrupt_request")) {
      abortedUpTo = arrived;
      interrupter.execute(() -> serve(channel, message, this::interrupt));
    } else if (channel == KernelChannel.CONTROL && type.equals("kernel_info_request")) {
      serve(channel, message, request -> KernelInfo.content());
    } else {
      long number = ++arrived;
      worker.execute(() -> work(channel, message, number));
    }
  }

  /** The first of a cell's outputs says that the kernel is busy; so it waits for a listener too. */
  private void work(KernelChannel channel, KernelMessage message, long number) {
    try {
      if (message.type().equals("execute_request")) {
        sockets.awaitListener(PATIENCE_MILLIS);
      }
      serve(channel, message, request -> answer(request, number));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Answer {
    /** The reply's content; empty of everything if the request has no reply. */
    ObjectNode to(KernelMessage request) throws InterruptedException;
  }

  private void serve(KernelChannel channel, KernelMessage request, Answer answer) {
    publish(request, "status", state("busy"));
    try {
      ObjectNode content = answer.to(request);
      if (!content.isEmpty()) {
        String type = request.type().replace("_request", "_reply");
        sockets.send(channel, request.reply(type, content));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.accept("a " + request.type() + " was not answered: " + e);
    } finally {
      publish(request, "status", state("idle"));
    }
  }

  private ObjectNode answer(KernelMessage request, long number) throws InterruptedException {
    ObjectNode content = request.content();
    String code = content.path("code").asText();
    int cursor = content.path("cursor_pos").asInt(code.codePointCount(0, code.length()));
    ObjectNode ok = KernelMessage.object().put("status", "ok");
    return switch (request.type()) {
      case "execute_request" -> execute(request, number);
      case "kernel_info_request" -> KernelInfo.content();
      case "is_complete_request" -> help().isComplete(code);
      case "complete_request" -> help().complete(code, cursor);
      case "inspect_request" -> help().inspect(code, cursor);
      case "history_request" -> {
        ok.putArray("history");
        yield ok;
      }
      case "comm_info_request" -> {
        ok.putObject("comms");
        yield ok;
      }
      case "comm_open" -> {
        // no comm is known here, and the protocol asks to say so by closing it
        publish(
            request,
            "comm_close",
            KernelMessage.object().put("comm_id", content.path("comm_id").asText()));
        yield KernelMessage.object();
      }
      case "comm_msg", "comm_close" -> KernelMessage.object();
      default -> {
        log.accept("a message of type " + request.type() + " is not known here");
        yield KernelMessage.object();
      }
    };
  }

  private KernelHelp help() {
    return new KernelHelp(cells.shell().analysis());
  }

  private ObjectNode execute(KernelMessage request, long number) throws InterruptedException {
    if (number <= abortedUpTo) {
      return KernelMessage.object().put("status", "aborted");
    }
    running = request;
    input.allow(request.content().path("allow_stdin").asBoolean(false));
    ObjectNode reply =
        cells.execute(
            request.content(), (type, content) -> publish(request, type, content), streams::flush);
    boolean failed = !reply.path("status").asText().equals("ok");
    if (failed && request.content().path("stop_on_error").asBoolean(true)) {
      abortedUpTo = arrived;
    }
    return reply;
  }

  private ObjectNode interrupt(KernelMessage request) throws InterruptedException {
    if (!cells.interrupt()) {
      printed("stderr", "The cell does not end: restart the kernel.\n");
    }
    return KernelMessage.object().put("status", "ok");
  }

  private void shutDown(KernelChannel channel, KernelMessage request) {
    ObjectNode content = KernelMessage.object().put("status", "ok");
    content.put("restart", request.content().path("restart").asBoolean(false));
    serve(channel, request, asked -> content);
    publish(request, "shutdown_reply", content);
    sockets.end();
  }

  /** What cells print belongs to the one that ran last. */
  private void printed(String stream, String text) {
    if (!running.content().path("silent").asBoolean(false)) {
      publish(running, "stream", KernelMessage.object().put("name", stream).put("text", text));
    }
  }

  /** Called by a cell's own thread, which may be interrupted; so another one sends. */
  private String ask() {
    ObjectNode content = KernelMessage.object().put("prompt", "").put("password", false);
    KernelMessage question = running.reply("input_request", content);
    timer.execute(
        () -> {
          streams.flush();
          sockets.send(KernelChannel.STDIN, question);
        });
    return question.header().path("msg_id").asText();
  }

  private static ObjectNode state(String state) {
    return KernelMessage.object().put("execution_state", state);
  }

  private void publish(KernelMessage because, String type, ObjectNode content) {
    sockets.send(KernelChannel.IOPUB, because.broadcast(type, content));
  }
}
