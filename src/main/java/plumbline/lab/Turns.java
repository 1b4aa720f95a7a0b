package plumbline.lab;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import plumbline.simulation.Engine;
import plumbline.simulation.Plan;
import plumbline.simulation.Ratios;

/**
 * Who simulates: one block of one run at a time, on all cores, in the order of asking. A run asks
 * again for each block, behind all others that wait, so that ten of them go forward together and
 * none waits until another is finished.
 */
final class Turns {
  private final Semaphore turn = new Semaphore(1, true);
  private final Supplier<Engine> engines;

  /**
   * @param engines makes one for each run
   */
  Turns(Supplier<Engine> engines) {
    this.engines = engines;
  }

  /** An engine of one run, which takes its turn for each block. */
  Engine engine() {
    return new Taking(engines.get());
  }

  /** Allows no company: what is prepared is prepared, and heard, on the run's own thread. */
  private final class Taking implements Engine {
    private final Engine engine;

    Taking(Engine engine) {
      this.engine = engine;
    }

    @Override
    public String device() {
      return engine.device();
    }

    @Override
    public Optional<String> refuses(Plan plan) {
      return engine.refuses(plan);
    }

    @Override
    public Ratios run(Plan plan, long seed, long block) throws InterruptedException {
      turn.acquire();
      try {
        return engine.run(plan, seed, block);
      } finally {
        turn.release();
      }
    }

    @Override
    public void close() {
      engine.close();
    }
  }
}
