package plumbline.simulation;

/**
 * What an engine returns for one block: a number per channel and replica.
 *
 * <p>The array is handed over: the engine keeps no reference to it.
 */
public final class Ratios {
  private final double[][] byChannel;

  /**
   * @param byChannel shape [channels][replicas], owned by this object from now on
   */
  public Ratios(double[][] byChannel) {
    this.byChannel = byChannel;
  }

  public int channels() {
    return byChannel.length;
  }

  public int replicas() {
    return byChannel[0].length;
  }

  public double at(int channel, int replica) {
    return byChannel[channel][replica];
  }

  /** A copy of one channel, in replica order. */
  public double[] channel(int channel) {
    return byChannel[channel].clone();
  }
}
