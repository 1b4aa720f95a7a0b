package plumbline.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a page does without a browser: asks for a stream, part after part, until the last news. */
final class Follower {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

  private final URI lab;

  Follower(URI lab) {
    this.lab = lab;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(lab.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** One answer's text; headers by name and value. */
  String body(String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(lab.resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  /** All news of a run, in order. */
  List<JsonNode> follow(String path) throws IOException, InterruptedException {
    List<JsonNode> news = new ArrayList<>();
    follow(path, news::add);
    return news;
  }

  void follow(String path, Consumer<JsonNode> heard) throws IOException, InterruptedException {
    String last = "";
    boolean more = true;
    while (more) {
      HttpRequest.Builder request = HttpRequest.newBuilder(lab.resolve(path));
      if (!last.isEmpty()) {
        request.header("Last-Event-ID", last);
      }
      HttpResponse<Stream<String>> answer =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofLines());
      more = false;
      for (String line : (Iterable<String>) answer.body()::iterator) {
        if (line.equals("event: more")) {
          more = true;
        } else if (line.startsWith("id: ")) {
          last = line.substring(4);
        } else if (line.startsWith("data: {\"")) {
          heard.accept(JSON.readTree(line.substring(6)));
        }
      }
    }
  }

  /** The status line of a request as written here, under a host of one's own choice. */
  String status(String method, String path, String... headers) throws IOException {
    return head(method, path, headers).lines().findFirst().orElse("");
  }

  /** All lines before the first empty one. */
  String head(String method, String path, String... headers) throws IOException {
    try (Socket socket = socket(method, path, headers);
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      return in.lines().takeWhile(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
  }

  /** A connection over which the request is sent. */
  Socket socket(String method, String path, String... headers) throws IOException {
    Socket socket = new Socket(lab.getHost(), lab.getPort());
    String text = method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return socket;
  }
}
