package plumbline.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One open page; made by {@link Chromium#open}. */
public final class Page implements AutoCloseable {
  private final DevTools tools;
  private final String target;
  private final String session;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();

  private Page(DevTools tools, String target, String session) {
    this.tools = tools;
    this.target = target;
    this.session = session;
  }

  static Page open(DevTools tools, URI address, View view) {
    String target =
        tools
            .send("", "Target.createTarget", Map.of("url", "about:blank"))
            .path("targetId")
            .asText();
    String session =
        tools
            .send("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asText();
    Page page = new Page(tools, target, session);
    tools.listen(session, page::happened);
    for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
      page.send(domain + ".enable", Map.of());
    }
    page.resize(view);
    page.send("Emulation.setScriptExecutionDisabled", Map.of("value", !view.script()));
    page.go(address);
    return page;
  }

  /** Goes to another address and waits until it and its fonts are loaded. */
  public void go(URI address) {
    loaded = new CompletableFuture<>();
    JsonNode answer = send("Page.navigate", Map.of("url", address.toString()));
    if (answer.has("errorText")) {
      throw new AssertionError(address + ": " + answer.path("errorText").asText());
    }
    // within a page nothing is loaded
    if (answer.has("loaderId")) {
      DevTools.await(loaded, address.toString());
    }
    evaluate("document.fonts.ready.then(() => true)");
  }

  /** Another window; the page stays. */
  public void resize(View view) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            view.width(),
            "height",
            view.height(),
            "deviceScaleFactor",
            1,
            "mobile",
            false));
    media("screen", view.scheme());
  }

  /** As it would be printed, while it is open. */
  public void print() {
    media("print", "light");
  }

  private void media(String media, String scheme) {
    send(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            media,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  private void happened(String method, JsonNode about) {
    switch (method) {
      case "Page.loadEventFired" -> loaded.complete(null);
      case "Network.requestWillBeSent" -> requests.add(about.path("request").path("url").asText());
      case "Network.webSocketCreated" -> requests.add(about.path("url").asText());
      case "Runtime.exceptionThrown" ->
          complaints.add("exception: " + thrown(about.path("exceptionDetails")));
      case "Runtime.consoleAPICalled" -> console(about);
      case "Log.entryAdded" -> {
        JsonNode entry = about.path("entry");
        String level = entry.path("level").asText();
        if (level.equals("error") || level.equals("warning")) {
          complaints.add(
              level + ": " + entry.path("text").asText() + " " + entry.path("url").asText());
        }
      }
      default -> {}
    }
  }

  private void console(JsonNode about) {
    String type = about.path("type").asText();
    if (type.equals("error") || type.equals("warning") || type.equals("assert")) {
      complaints.add(
          type
              + ": "
              + StreamSupport.stream(about.path("args").spliterator(), false)
                  .map(
                      a ->
                          a.has("value")
                              ? a.path("value").asText()
                              : a.path("description").asText())
                  .collect(Collectors.joining(" ")));
    }
  }

  /** Errors and warnings of the console, and exceptions that nothing caught. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Every address that was asked for, the page's own included. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /**
   * The value of a JavaScript expression, as JSON; a promise is waited for.
   *
   * @throws AssertionError with the exception, if it throws one
   */
  public JsonNode evaluate(String expression) {
    JsonNode answer =
        send(
            "Runtime.evaluate",
            Map.of(
                "expression",
                expression,
                "returnByValue",
                true,
                "awaitPromise",
                true,
                "userGesture",
                true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(thrown(answer.path("exceptionDetails")));
    }
    return answer.path("result").path("value");
  }

  private static String thrown(JsonNode details) {
    String description = details.path("exception").path("description").asText();
    return description.isEmpty()
        ? details.path("text").asText() + " " + details.path("exception").path("value").asText()
        : description;
  }

  /** Waits until the expression is true. */
  public void await(String expression) {
    long end = System.nanoTime() + 120_000_000_000L;
    while (!evaluate("!!(" + expression + ")").asBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never came true within two minutes: " + expression);
      }
      Chromium.pause();
    }
  }

  /** Presses and releases a key: "Tab", "Enter", "Escape", "ArrowDown", or one letter. */
  public void press(String key) {
    Map<String, Integer> codes =
        Map.of(
            "Tab",
            9,
            "Enter",
            13,
            "Escape",
            27,
            " ",
            32,
            "ArrowUp",
            38,
            "ArrowDown",
            40,
            "ArrowLeft",
            37,
            "ArrowRight",
            39,
            "Home",
            36,
            "End",
            35);
    int code = codes.getOrDefault(key, (int) Character.toUpperCase(key.charAt(0)));
    String text = key.equals("Enter") ? "\r" : key.length() == 1 ? key : "";
    send(
        "Input.dispatchKeyEvent",
        Map.of(
            "type",
            text.isEmpty() ? "rawKeyDown" : "keyDown",
            "key",
            key,
            "code",
            key,
            "windowsVirtualKeyCode",
            code,
            "text",
            text));
    send(
        "Input.dispatchKeyEvent",
        Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
  }

  /**
   * Drags a slider with the mouse: pressed on its thumb, moved in ten steps and let go.
   *
   * @param selector a selector of the {@code input} of type range
   * @param share where it is let go, as a share of its length from the left
   */
  public void drag(String selector, double share) {
    JsonNode at =
        evaluate(
            """
            (() => {
              const slider = document.querySelector(`%s`);
              slider.scrollIntoView({ block: 'center', behavior: 'instant' });
              const box = slider.getBoundingClientRect();
              const now = (slider.value - slider.min) / (slider.max - slider.min);
              return { left: box.left, width: box.width, y: box.top + box.height / 2, now };
            })()
            """
                .formatted(selector));
    // half a thumb is left free on both sides
    double thumb = 8;
    double left = at.path("left").asDouble() + thumb;
    double width = at.path("width").asDouble() - 2 * thumb;
    double from = left + at.path("now").asDouble() * width;
    double to = left + share * width;
    double y = at.path("y").asDouble();
    mouse("mouseMoved", from, y, 0);
    mouse("mousePressed", from, y, 1);
    for (int step = 1; step <= 10; step++) {
      mouse("mouseMoved", from + (to - from) * step / 10, y, 1);
    }
    mouse("mouseReleased", to, y, 0);
  }

  private void mouse(String type, double x, double y, int buttons) {
    send(
        "Input.dispatchMouseEvent",
        Map.of(
            "type", type, "x", x, "y", y, "button", "left", "buttons", buttons, "clickCount", 1));
  }

  /** Puts text where the cursor is. */
  public void type(String text) {
    send("Input.insertText", Map.of("text", text));
  }

  /** A picture of the whole page, as PNG. */
  public void screenshot(Path file) throws IOException {
    JsonNode size = send("Page.getLayoutMetrics", Map.of()).path("cssContentSize");
    Map<String, Object> all =
        Map.of(
            "x",
            0,
            "y",
            0,
            "width",
            size.path("width").asDouble(),
            "height",
            size.path("height").asDouble(),
            "scale",
            1);
    JsonNode shot =
        send(
            "Page.captureScreenshot",
            Map.of("format", "png", "captureBeyondViewport", true, "clip", all));
    Files.write(file, Base64.getDecoder().decode(shot.path("data").asText()));
  }

  /** The page on paper, as PDF with A4 sheets. */
  public void pdf(Path file) throws IOException {
    JsonNode pdf =
        send(
            "Page.printToPDF",
            Map.of("paperWidth", 8.27, "paperHeight", 11.69, "printBackground", false));
    Files.write(file, Base64.getDecoder().decode(pdf.path("data").asText()));
  }

  private JsonNode send(String method, Map<String, ?> parameters) {
    return tools.send(session, method, parameters);
  }

  @Override
  public void close() {
    tools.send("", "Target.closeTarget", Map.of("targetId", target));
    tools.forget(session);
  }
}
