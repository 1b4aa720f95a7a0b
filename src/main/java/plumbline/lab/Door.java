package plumbline.lab;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Lets in what a page of the lab asks for: GET alone, under the lab's own name. A foreign page that
 * has its name point here (DNS rebinding) is sent away by its Host, one that has a reader's browser
 * start runs by its Sec-Fetch-Site.
 */
final class Door implements HttpHandler {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline';"
          + " font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final Set<String> names;
  private final Routes routes;

  Door(int port, Routes routes) {
    this.names = Set.of("127.0.0.1:" + port, "localhost:" + port);
    this.routes = routes;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      Headers answer = exchange.getResponseHeaders();
      answer.set("Content-Security-Policy", POLICY);
      answer.set("X-Content-Type-Options", "nosniff");
      answer.set("Referrer-Policy", "no-referrer");
      answer.set("Cross-Origin-Resource-Policy", "same-origin");
      answer.set("Cache-Control", "no-store");
      if (admitted(exchange)) {
        routes.handle(exchange);
      }
    } finally {
      exchange.close();
    }
  }

  private boolean admitted(HttpExchange exchange) throws IOException {
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (host == null || !names.contains(host)) {
      plain(
          exchange,
          403,
          "the address has the host %s: allowed are %s, so open one of these"
              .formatted(host, String.join(", ", new java.util.TreeSet<>(names))));
      return false;
    }
    if (!exchange.getRequestMethod().equals("GET")) {
      exchange.getResponseHeaders().set("Allow", "GET");
      plain(
          exchange,
          405,
          "the method is %s: allowed is GET, since nothing here can be changed"
              .formatted(exchange.getRequestMethod()));
      return false;
    }
    String site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
    if (site != null && !OWN.contains(site) && Routes.works(exchange.getRequestURI())) {
      plain(exchange, 403, "another site asks for a run: allowed are pages of the lab alone");
      return false;
    }
    return true;
  }

  /** A sentence. */
  static void plain(HttpExchange exchange, int status, String sentence) throws IOException {
    send(
        exchange,
        status,
        "text/plain; charset=utf-8",
        (sentence + "\n").getBytes(StandardCharsets.UTF_8));
  }

  static void send(HttpExchange exchange, int status, String type, byte[] bytes)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
