package plumbline.check;

import java.util.OptionalDouble;

/**
 * How a suite is run.
 *
 * @param seed of the draws; 0 unless a user asks for another
 * @param delta the resolution in place of every claim's own, in (0, 1/2]
 * @param seconds the patience per card: n_max is lowered to what fits, before the run, by a fixed
 *     model of cost, so that equal options give equal bits
 * @param evidence what claims are tried with
 */
public record Options(long seed, OptionalDouble delta, OptionalDouble seconds, Evidence evidence) {
  /** What claims are tried with. */
  public enum Evidence {
    /** Exact computation where it reaches, and simulation. */
    ALL,
    /**
     * Simulation alone, for steps of somebody's own: exact moments are those of the declared
     * method, and serve as a question of their own, whether the simulation has these means.
     */
    SIMULATION
  }

  public Options {
    if (delta.isPresent() && !(delta.getAsDouble() > 0 && delta.getAsDouble() <= 0.5)) {
      throw new IllegalArgumentException(
          "delta=" + delta.getAsDouble() + " is outside (0, 0.5]: choose one inside, such as 0.02");
    }
    if (seconds.isPresent() && !(seconds.getAsDouble() > 0)) {
      throw new IllegalArgumentException(
          "time=" + seconds.getAsDouble() + " is not above 0: write --time 60s");
    }
  }

  /** With all evidence. */
  public Options(long seed, OptionalDouble delta, OptionalDouble seconds) {
    this(seed, delta, seconds, Evidence.ALL);
  }

  /** The same with simulation alone. */
  public Options simulated() {
    return new Options(seed, delta, seconds, Evidence.SIMULATION);
  }

  /** Seed 0, every claim's own resolution and effort. */
  public static Options standard() {
    return new Options(0, OptionalDouble.empty(), OptionalDouble.empty());
  }
}
