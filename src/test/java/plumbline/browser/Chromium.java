package plumbline.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A headless browser for tests, or the test is skipped; with PLUMBLINE_CHROMIUM=required a missing
 * one fails. Start one for a class and open a page at a time.
 *
 * <pre>{@code
 * try (Chromium browser = Chromium.start();
 *     Page page = browser.open(uri, View.NARROW.dark())) {
 *   assertEquals("Plumbline", page.evaluate("document.title").asText());
 *   assertEquals(List.of(), page.complaints());
 * }
 * }</pre>
 */
public final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path folder;
  private final DevTools tools;
  private final Thread hook;

  private Chromium(Process process, Path folder, DevTools tools, Thread hook) {
    this.process = process;
    this.folder = folder;
    this.tools = tools;
    this.hook = hook;
  }

  /** Starts a browser with an empty profile of its own. */
  public static Chromium start() {
    Path program = program();
    try {
      Path folder = Files.createTempDirectory("plumbline-chromium");
      ProcessBuilder builder =
          new ProcessBuilder(
                  program.toString(),
                  "--headless=new",
                  "--no-sandbox",
                  "--remote-debugging-port=0",
                  "--user-data-dir=" + folder,
                  "--no-first-run",
                  "--disable-gpu",
                  "--disable-dev-shm-usage",
                  "--disable-extensions",
                  "--disable-background-networking",
                  "--disable-component-update",
                  "--hide-scrollbars",
                  "about:blank")
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log.txt").toFile());
      // libjsig, which is preloaded for OpenCL, is for Java alone
      builder.environment().remove("LD_PRELOAD");
      Process process = builder.start();
      // a test run that is broken off leaves no browser behind
      Thread hook = new Thread(() -> kill(process));
      Runtime.getRuntime().addShutdownHook(hook);
      return new Chromium(process, folder, DevTools.connect(address(process, folder)), hook);
    } catch (IOException e) {
      throw new AssertionError(program + " cannot be started: " + e.getMessage(), e);
    }
  }

  /** The browser on the PATH. */
  private static Path program() {
    Optional<Path> found =
        Arrays.stream(
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst();
    return found.orElseGet(() -> missing(System.getenv("PLUMBLINE_CHROMIUM")));
  }

  /** Skips, or fails where the environment asks for it. */
  static Path missing(String wanted) {
    if ("required".equals(wanted)) {
      Assertions.fail("PLUMBLINE_CHROMIUM=required, and none of " + NAMES + " is on the PATH");
    }
    return Assumptions.abort("none of " + NAMES + " is on the PATH: this test needs a browser");
  }

  /** Where the browser listens: it says so in a file, port and path, once it does. */
  private static URI address(Process process, Path folder) throws IOException {
    Path file = folder.resolve("DevToolsActivePort");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.size() >= 2) {
        return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
      }
      pause();
    }
    kill(process);
    throw new AssertionError(
        "the browser did not come up within %s: %s"
            .formatted(PATIENCE, Files.readString(folder.resolve("log.txt"))));
  }

  /** Opens the address and waits until it and its fonts are loaded. */
  public Page open(URI address, View view) {
    return Page.open(tools, address, view);
  }

  /** Opens a page that stands in a text; the text is all that there is of it. */
  public Page show(String html, View view) {
    try {
      Path file = Files.createTempFile(folder, "page", ".html");
      Files.writeString(file, html);
      return open(file.toUri(), view);
    } catch (IOException e) {
      throw new AssertionError("a page cannot be written to " + folder, e);
    }
  }

  @Override
  public void close() {
    try {
      tools.send("", "Browser.close", Map.of());
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (AssertionError e) {
      // it is gone already, or goes now
    } finally {
      kill(process);
      Runtime.getRuntime().removeShutdownHook(hook);
      delete();
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private void delete() {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      // a last process may still tidy up: the folder is a temporary one
    }
  }

  static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** The version, for messages. */
  public String version() {
    JsonNode version = tools.send("", "Browser.getVersion", Map.of());
    return version.path("product").asText();
  }
}
