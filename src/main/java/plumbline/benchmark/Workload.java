package plumbline.benchmark;

import plumbline.simulation.Engine;

/**
 * Work of a fixed size.
 *
 * @param name W1 ... W6
 * @param what in words
 * @param unit of which a run makes {@code units}: "normal", "row", "step", "catalogue"
 * @param units in one run
 * @param run does it once on an engine
 */
public record Workload(String name, String what, String unit, double units, Run run) {
  /** One run. */
  public interface Run {
    void on(Engine engine) throws InterruptedException;
  }
}
