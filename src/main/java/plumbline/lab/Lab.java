package plumbline.lab;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import plumbline.check.Catalogue;
import plumbline.simulation.CpuEngine;

/**
 * A server on 127.0.0.1, and nowhere else, whose pages check one instance at a time while a reader
 * moves its parameters. It reads no file and writes none, and asks no network.
 */
public final class Lab implements AutoCloseable {
  /** Streams of pages, and what pages load beside them; what is asked beyond waits for one. */
  private static final int MOST_ANSWERS = 96;

  private final HttpServer server;
  private final ExecutorService answers;
  private final Runs runs;

  private Lab(HttpServer server, ExecutorService answers, Runs runs) {
    this.server = server;
    this.answers = answers;
    this.runs = runs;
  }

  /**
   * Opens it.
   *
   * @param port of 127.0.0.1; 0 takes a free one
   * @param seed of the draws where an address names none
   * @throws java.net.BindException if the port is taken
   */
  public static Lab open(Catalogue catalogue, int port, long seed) throws IOException {
    return open(
        catalogue, port, seed, new Runs(catalogue, new Turns(CpuEngine::new), Patience.STANDARD));
  }

  static Lab open(Catalogue catalogue, int port, long seed, Runs runs) throws IOException {
    // a small event would otherwise wait up to 40 ms for the acknowledgement of the one before
    System.setProperty("sun.net.httpserver.nodelay", "true");
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 64);
    ThreadPoolExecutor answers =
        new ThreadPoolExecutor(
            MOST_ANSWERS,
            MOST_ANSWERS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Lab::thread);
    answers.allowCoreThreadTimeOut(true);
    Pages pages = new Pages(catalogue, seed);
    server.setExecutor(answers);
    Routes routes = new Routes(catalogue, pages, runs, seed);
    server.createContext("/", new Door(server.getAddress().getPort(), routes));
    server.start();
    // the first formula takes a second, while a browser opens
    answers.execute(pages::catalogue);
    return new Lab(server, answers, runs);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "plumbline-lab-answer");
    thread.setDaemon(true);
    return thread;
  }

  /** Where it is: http://127.0.0.1:8017/. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** How many checks go on. */
  int working() {
    return runs.working();
  }

  @Override
  public void close() {
    runs.close();
    server.stop(0);
    answers.shutdownNow();
  }
}
