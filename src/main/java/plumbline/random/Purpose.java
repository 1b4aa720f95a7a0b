package plumbline.random;

/** What a draw is for; draws for different purposes are independent. */
public enum Purpose {
  /** The start w_1. */
  START,
  /** The scalar factor of multiplicative noise. */
  FACTOR,
  /** The additive noise, coordinate by coordinate. */
  ADDITIVE,
  /** The indices of a minibatch. */
  INDEX,
  /** What a problem draws once a replica, besides the start: the outer layer of a network. */
  SETTING;

  /** The first word of this purpose for recursions numbered 0 to 255 within a stream. */
  public static final int PER_RECURSION = 256;

  /** The counter's last word: the recursion's number times 256, plus the purpose's. */
  public int word(int recursion) {
    return recursion * PER_RECURSION + ordinal();
  }
}
