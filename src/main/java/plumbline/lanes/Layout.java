package plumbline.lanes;

/**
 * How much state a kernel allocates.
 *
 * @param lanes how many replicas it holds side by side, the stride of its arrays
 * @param memories how many of the memories m, v, u a method uses, in this order: 0 to 3
 */
public record Layout(int lanes, int memories) {
  public Layout {
    if (lanes < 1 || memories < 0 || memories > 3) {
      throw new IllegalArgumentException(
          "a layout has lanes >= 1 and 0 to 3 memories, got " + lanes + " and " + memories);
    }
  }
}
