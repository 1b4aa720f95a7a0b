package plumbline.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** The DevTools protocol over one web socket: commands with answers, and events by session. */
final class DevTools implements WebSocket.Listener {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final AtomicInteger last = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final Map<String, BiConsumer<String, JsonNode>> listeners = new ConcurrentHashMap<>();
  private final StringBuilder text = new StringBuilder();
  private WebSocket socket;

  private DevTools() {}

  static DevTools connect(URI address) {
    DevTools tools = new DevTools();
    tools.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .connectTimeout(PATIENCE)
            .buildAsync(address, tools)
            .join();
    return tools;
  }

  /** What happens in a session: the method's name and its parameters. */
  void listen(String session, BiConsumer<String, JsonNode> listener) {
    listeners.put(session, listener);
  }

  void forget(String session) {
    listeners.remove(session);
  }

  /** Sends a command and waits for its answer; the empty session is the browser itself. */
  JsonNode send(String session, String method, Map<String, ?> parameters) {
    int id = last.incrementAndGet();
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", JSON.valueToTree(parameters));
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    synchronized (this) {
      socket.sendText(message.toString(), true).join();
    }
    JsonNode answered = await(answer, method);
    if (answered.has("error")) {
      throw new AssertionError(method + " failed: " + answered.path("error"));
    }
    return answered.path("result");
  }

  static <T> T await(CompletableFuture<T> answer, String what) {
    try {
      return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + what, e);
    } catch (ExecutionException e) {
      throw new AssertionError("no answer to " + what + ": " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new AssertionError("no answer to " + what + " within " + PATIENCE, e);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean whole) {
    text.append(part);
    if (whole) {
      String message = text.toString();
      text.setLength(0);
      receive(message);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    fail(new IllegalStateException("the browser closed the connection"));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    fail(error);
  }

  private void fail(Throwable error) {
    waiting.values().forEach(answer -> answer.completeExceptionally(error));
  }

  private void receive(String message) {
    try {
      JsonNode node = JSON.readTree(message);
      if (node.has("id")) {
        CompletableFuture<JsonNode> answer = waiting.remove(node.get("id").asInt());
        if (answer != null) {
          answer.complete(node);
        }
        return;
      }
      BiConsumer<String, JsonNode> listener = listeners.get(node.path("sessionId").asText());
      if (listener != null) {
        listener.accept(node.path("method").asText(), node.path("params"));
      }
    } catch (JsonProcessingException e) {
      fail(e);
    }
  }
}
