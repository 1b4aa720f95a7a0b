package plumbline.lab;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The news of one run as server-sent events, for the time of one part: then the page asks again and
 * goes on where it was.
 */
final class Stream {
  /** How soon a closed page is noticed. */
  private static final long HEARTBEAT_MILLISECONDS = 250;

  private final HttpExchange exchange;
  private final long part;

  /**
   * @param part its milliseconds
   */
  Stream(HttpExchange exchange, long part) {
    this.exchange = exchange;
    this.part = part;
  }

  /**
   * Sends what is new since the page heard last; the run is cancelled if it does not listen any
   * more. A page that asks again for what it sees has two streams for a moment, of which the first
   * breaks.
   *
   * @param run that this stream has joined
   */
  void send(Run run) throws IOException {
    boolean broken = false;
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    try {
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(part);
      long number = after(exchange.getRequestHeaders().getFirst("Last-Event-ID"));
      while (!run.isCancelled()) {
        Optional<Run.News> news = run.after(number, HEARTBEAT_MILLISECONDS);
        if (news.isPresent()) {
          number = news.get().number();
          write(out, "id: " + number + "\ndata: " + news.get().json() + "\n\n");
          if (news.get().last()) {
            return;
          }
        } else {
          write(out, ":\n\n");
        }
        if (System.nanoTime() > end) {
          write(out, "event: more\ndata: {}\n\n");
          return;
        }
      }
    } catch (IOException e) {
      broken = true;
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (broken) {
        run.breakOff();
      } else {
        run.part();
      }
    }
  }

  /** Anything but a number starts from the beginning. */
  private static long after(String id) {
    return id != null && id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
