package plumbline.method;

/** One vector operation of a step. */
public sealed interface Operation {
  /** g &lt;- oracle at w (or at a memory). */
  record Gradient(State at) implements Operation {}

  /** into &lt;- a_k into + b_k from, coordinatewise. */
  record Combine(State into, Coefficient a, Coefficient b, State from) implements Operation {}

  /** into &lt;- a_k into + b_k g * g, coordinatewise. */
  record Square(State into, Coefficient a, Coefficient b) implements Operation {}
}
