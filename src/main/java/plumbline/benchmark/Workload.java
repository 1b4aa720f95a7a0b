package plumbline.benchmark;

import plumbline.simulation.Engine;

/**
 * Work of a fixed size.
 *
 * @param name W1 ... W6
 * @param what in words
 * @param unit of which a run makes {@code units}: "normal", "coordinate", "step", "run"
 * @param units in one run
 * @param heat whether compiled code is what counts, or what a user feels who starts it
 * @param run does it once on an engine
 */
public record Workload(String name, String what, String unit, double units, Heat heat, Run run) {
  /** When a run is timed. */
  public enum Heat {
    /** In a Java machine that has done the same before: how fast the compiled loops are. */
    WARM,
    /** From the start of a Java machine that does nothing else: class loading and JIT included. */
    COLD
  }

  /** One run. */
  public interface Run {
    void on(Engine engine) throws InterruptedException;
  }
}
