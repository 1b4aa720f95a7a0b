package plumbline.simulation;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads of an engine. */
final class Threads {
  private Threads() {}

  /**
   * A pool that keeps no program from ending.
   *
   * @param threads at least 1
   */
  static ExecutorService pool(int threads, String name) {
    if (threads < 1) {
      throw new IllegalArgumentException("an engine needs at least one thread, got " + threads);
    }
    return Executors.newFixedThreadPool(
        threads,
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }
}
