package plumbline.lab;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import plumbline.check.Catalogue;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.plot.Plot;
import plumbline.report.PageParts;
import plumbline.theorem.Declaration;
import plumbline.theorem.Theorem;

/** What each address answers. */
final class Routes {
  static final String THEOREM = "/t/";
  static final String RUN = "/run/";
  static final String PICTURE = "/picture/";
  static final String LOOKS = "/looks/";

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "woff2", "font/woff2",
          "svg", "image/svg+xml",
          "png", "image/png");

  private final Catalogue catalogue;
  private final Pages pages;
  private final Runs runs;
  private final long seed;
  private final Map<String, byte[]> looks = new HashMap<>(PageParts.looks());

  Routes(Catalogue catalogue, Pages pages, Runs runs, long seed) {
    this.catalogue = catalogue;
    this.pages = pages;
    this.runs = runs;
    this.seed = seed;
    looks.put("lab.css", resource("lab.css"));
    looks.put("lab.js", resource("lab.js"));
  }

  private static byte[] resource(String name) {
    try (InputStream in = Routes.class.getResourceAsStream("/plumbline/lab/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in this jar: build it again");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read from this jar", e);
    }
  }

  /** Whether an address makes the machine work. */
  static boolean works(URI address) {
    return address.getPath().startsWith(RUN) || address.getPath().startsWith(PICTURE);
  }

  void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/")) {
      html(exchange, 200, pages.catalogue());
    } else if (path.startsWith(LOOKS)) {
      look(exchange, path.substring(LOOKS.length()));
    } else if (path.startsWith(THEOREM)) {
      of(path.substring(THEOREM.length()), exchange, this::page);
    } else if (path.startsWith(RUN)) {
      of(path.substring(RUN.length()), exchange, this::run);
    } else if (path.startsWith(PICTURE)) {
      picture(exchange, path.substring(PICTURE.length()));
    } else {
      missing(exchange, path);
    }
  }

  private void look(HttpExchange exchange, String name) throws IOException {
    byte[] bytes = looks.get(name);
    if (bytes == null) {
      missing(exchange, name);
      return;
    }
    exchange.getResponseHeaders().set("Cache-Control", "max-age=600");
    String ending = name.substring(name.lastIndexOf('.') + 1);
    Door.send(exchange, 200, TYPES.getOrDefault(ending, "text/plain; charset=utf-8"), bytes);
  }

  /** What is answered about a theorem that is there. */
  private interface Answer {
    void send(Declaration declaration, HttpExchange exchange) throws IOException;
  }

  private void of(String id, HttpExchange exchange, Answer answer) throws IOException {
    Optional<Declaration> declaration = catalogue.theorem(id).map(Theorem::declaration);
    if (declaration.isPresent()) {
      answer.send(declaration.get(), exchange);
    } else {
      missing(exchange, id);
    }
  }

  private void missing(HttpExchange exchange, String what) throws IOException {
    html(exchange, 404, pages.missing(what));
  }

  private void page(Declaration declaration, HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    try {
      Setting setting = Setting.read(declaration, query, seed);
      html(exchange, 200, pages.theorem(declaration, setting, Optional.empty()));
    } catch (IllegalArgumentException e) {
      // the page stays usable, at what its theorem declares
      Setting standard = Setting.read(declaration, "", seed);
      html(
          exchange, 400, pages.theorem(declaration, standard, Optional.ofNullable(e.getMessage())));
    }
  }

  private void run(Declaration declaration, HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    try {
      Setting setting = Setting.read(declaration, query, seed);
      new Stream(exchange, runs.patience().part()).send(runs.of(page(query), setting));
    } catch (IllegalArgumentException e) {
      refuse(exchange, 400, e.getMessage());
    } catch (IllegalStateException full) {
      refuse(exchange, 503, full.getMessage());
    }
  }

  private static String page(String query) {
    return Setting.key(query, Setting.PAGE).orElseGet(() -> UUID.randomUUID().toString());
  }

  private static void refuse(HttpExchange exchange, int status, String sentence)
      throws IOException {
    Door.send(
        exchange,
        status,
        "application/json; charset=utf-8",
        Shown.failed(sentence).getBytes(StandardCharsets.UTF_8));
  }

  private void picture(HttpExchange exchange, String name) throws IOException {
    String id = name.replaceFirst("\\.(svg|png)$", "");
    if (id.equals(name)) {
      missing(exchange, name);
      return;
    }
    String ending = name.substring(id.length() + 1);
    of(id, exchange, (declaration, to) -> picture(declaration, ending, to));
  }

  private void picture(Declaration declaration, String ending, HttpExchange exchange)
      throws IOException {
    String id = declaration.id();
    String query = exchange.getRequestURI().getRawQuery();
    try {
      Setting setting = Setting.read(declaration, query, seed);
      String page = page(query);
      Optional<CheckResult> result = runs.result(page, setting);
      if (result.isEmpty()) {
        // a browser that is still there asks again
        String again =
            "%s%s.%s?%s&%s=%s"
                .formatted(
                    PICTURE, id, ending, setting.query(), Setting.PAGE, Setting.encoded(page));
        exchange.getResponseHeaders().set("Location", again);
        Door.plain(exchange, 307, "the check goes on: ask again at " + again);
        return;
      }
      Optional<ClaimResult> claim = Shown.drawn(result.get().instances().get(0));
      if (claim.isEmpty()) {
        Door.plain(exchange, 404, id + " has no curve to draw on " + setting.title());
        return;
      }
      Plot plot = Plot.of(result.get().title(), setting.title(), claim.get());
      exchange
          .getResponseHeaders()
          .set(
              "Content-Disposition",
              "attachment; filename=\"" + id.replace('/', '-') + "." + ending + "\"");
      Door.send(exchange, 200, TYPES.get(ending), ending.equals("svg") ? plot.svg() : plot.png());
    } catch (IllegalArgumentException e) {
      Door.plain(exchange, 400, e.getMessage());
    } catch (IllegalStateException full) {
      Door.plain(exchange, 503, full.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void html(HttpExchange exchange, int status, String page) throws IOException {
    Door.send(exchange, status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
  }
}
