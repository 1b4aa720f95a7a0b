package plumbline.simulation;

import java.util.List;
import plumbline.recursion.Recursion;

/**
 * What an engine runs: one recursion, read by several channels at once.
 *
 * @param recursion what is simulated
 * @param stream the text whose hash keys the draws: the corrected card's id and the parameters
 * @param purpose a small number that makes the draws of two recursions of one stream independent;
 *     recursions with one stream and one purpose share their draws
 * @param channels what is read
 * @param replicasPerBlock 1024, or a smaller power of two &gt;= 16 for wide states
 */
public record Plan(
    Recursion recursion, String stream, int purpose, List<Channel> channels, int replicasPerBlock) {
  public Plan {
    channels = List.copyOf(channels);
    if (channels.isEmpty()) {
      throw new IllegalArgumentException("a plan needs at least one channel, got none");
    }
    if (replicasPerBlock < 16
        || replicasPerBlock > 1024
        || Integer.bitCount(replicasPerBlock) != 1) {
      throw new IllegalArgumentException(
          "replicas per block are a power of two in [16, 1024], got " + replicasPerBlock);
    }
    if (purpose < 0 || purpose > 255) {
      throw new IllegalArgumentException("purpose is in [0, 255], got " + purpose);
    }
  }

  /** The last iteration that any channel reads; the engine makes steps 1..last-1 (or last). */
  public long last() {
    return channels.stream().mapToLong(Channel::last).max().orElseThrow();
  }
}
