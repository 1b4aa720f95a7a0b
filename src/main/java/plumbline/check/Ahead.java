package plumbline.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import plumbline.simulation.Engine;

/**
 * Prepares instances in order on a thread of its own, many ahead of the one that is simulated, so
 * that exact layers, which use one core, do not keep the others idle.
 */
final class Ahead implements AutoCloseable {
  /**
   * Long simulations stand before short exact layers in the catalogue: with a few ahead, a core
   * idled beside the former and again at the end. A prepared instance is small.
   */
  private static final int MANY = 64;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "plumbline-exact");
            made.setDaemon(true);
            return made;
          });
  private final Iterator<Supplier<Walk.Prepared>> left;
  private final Deque<Future<Walk.Prepared>> begun = new ArrayDeque<>();
  private final int most;

  /**
   * @param engine that simulates meanwhile; one that must be alone is waited for
   */
  Ahead(List<Supplier<Walk.Prepared>> work, Engine engine) {
    most = engine.allowsCompany() ? MANY : 0;
    left = List.copyOf(work).iterator();
    begin();
  }

  private void begin() {
    while (begun.size() < most && left.hasNext()) {
      begun.add(thread.submit(left.next()::get));
    }
  }

  /**
   * The next instance, in the order of the work; what its preparation threw is thrown here.
   *
   * @throws InterruptedException if the calling thread is interrupted
   */
  Walk.Prepared next() throws InterruptedException {
    if (most == 0) {
      return left.next().get(); // on no other thread, which might outlive an interrupt
    }
    try {
      Walk.Prepared prepared = begun.remove().get();
      begin();
      return prepared;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause(); // a supplier throws nothing else
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
