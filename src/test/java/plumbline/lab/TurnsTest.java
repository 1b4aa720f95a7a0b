package plumbline.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import plumbline.simulation.Engine;
import plumbline.simulation.Plan;
import plumbline.simulation.Ratios;

/** Ten runs that ask for block after block get them one after another. */
@Timeout(60)
class TurnsTest {
  private static final int RUNS = 10;
  private static final int BLOCKS = 20;

  /** Takes a moment for each block and writes down whose it was. */
  private record Slow(int number, List<Integer> log, AtomicInteger inside) implements Engine {
    @Override
    public String device() {
      return "slow";
    }

    @Override
    public Optional<String> refuses(Plan plan) {
      return Optional.empty();
    }

    @Override
    public Ratios run(Plan plan, long seed, long block) throws InterruptedException {
      assertEquals(1, inside.incrementAndGet(), "two blocks at once");
      log.add(number);
      Thread.sleep(2);
      inside.decrementAndGet();
      return new Ratios(new double[0][]);
    }

    @Override
    public void close() {}
  }

  @Test
  void noRunIsTwoBlocksAheadOfAnother() throws Exception {
    List<Integer> log = new CopyOnWriteArrayList<>();
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger number = new AtomicInteger();
    Turns turns = new Turns(() -> new Slow(number.getAndIncrement(), log, inside));
    CyclicBarrier together = new CyclicBarrier(RUNS);
    ExecutorService threads = Executors.newFixedThreadPool(RUNS);
    try {
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < RUNS; i++) {
        runs.add(threads.submit(() -> blocks(turns.engine(), together)));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(RUNS * BLOCKS, log.size());
    // a thread that has just ended its block may be late to queue again, by one round or two
    assertTrue(lead(log) <= 3, () -> "one led by " + lead(log) + ": " + log);
  }

  private static Void blocks(Engine engine, CyclicBarrier together) throws Exception {
    together.await();
    for (int block = 0; block < BLOCKS; block++) {
      engine.run(null, 0, block);
    }
    return null;
  }

  @Test
  void aRunThatKeepsTheTurnIsSeen() {
    List<Integer> log = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      for (int block = 0; block < BLOCKS; block++) {
        log.add(run);
      }
    }
    assertEquals(BLOCKS, lead(log));
  }

  /** By how many blocks one run was ever ahead of another. */
  private static int lead(List<Integer> log) {
    Map<Integer, Integer> done = new HashMap<>();
    int lead = 0;
    for (int run : log) {
      done.merge(run, 1, Integer::sum);
      int least = RUNS == done.size() ? done.values().stream().min(Integer::compare).get() : 0;
      lead = Math.max(lead, done.get(run) - least);
    }
    return lead;
  }
}
