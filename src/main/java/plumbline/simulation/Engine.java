package plumbline.simulation;

import java.util.Optional;

/**
 * Runs blocks of a plan. Replica r of block b has the global number b * replicasPerBlock + r, which
 * addresses its draws: the same bits for any engine, any thread count and any order of blocks.
 */
public interface Engine extends AutoCloseable {
  /** "cpu", or the name of the OpenCL device. */
  String device();

  /** Why this engine cannot take the plan, if it cannot; a sentence for the user. */
  Optional<String> refuses(Plan plan);

  /**
   * Runs one block, on all threads of this engine.
   *
   * @param plan what to run
   * @param seed the run's seed
   * @param block its number, from 0
   * @return the ratios, shape [channels][replicasPerBlock]
   * @throws InterruptedException if the run is cancelled
   */
  Ratios run(Plan plan, long seed, long block) throws InterruptedException;

  /**
   * Whether other threads may compute meanwhile. A driver that catches signals for itself, as
   * OpenCL on a CPU does while it compiles, can end the process if another thread of Java runs
   * then.
   */
  default boolean allowsCompany() {
    return false;
  }

  @Override
  void close();
}
