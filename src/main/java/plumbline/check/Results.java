package plumbline.check;

import java.util.List;

/**
 * A run and its results: what {@code results.json} holds.
 *
 * @param schemaVersion of the file
 * @param run what may differ between equal runs
 * @param digest SHA-256 of the checks in canonical JSON without curves and devices
 * @param checks one a card
 */
public record Results(String schemaVersion, Run run, String digest, List<CheckResult> checks) {
  public Results {
    checks = List.copyOf(checks);
  }

  /**
   * What may differ between equal runs.
   *
   * @param version of Plumbline
   * @param seed of the draws
   * @param alphaSuite P(some true statement of the catalogue is refuted) is at most this
   * @param statisticalClaims how many claims shared it
   * @param device asked for
   * @param java version
   * @param threads of the CPU engine
   * @param seconds wall time
   * @param date ISO 8601, UTC
   */
  public record Run(
      String version,
      long seed,
      double alphaSuite,
      int statisticalClaims,
      String device,
      String java,
      int threads,
      double seconds,
      String date) {}
}
