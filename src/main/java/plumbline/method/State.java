package plumbline.method;

/** The vectors that a method works on, each of shape [d]: iterate, gradient, three memories. */
public enum State {
  W,
  G,
  M,
  V,
  U
}
