package plumbline.verdict;

/**
 * The verdict procedure of one shape of claim, with everything fixed before the run: centres,
 * contracts, weights, resolution, pairs. A pure function of the evidence; {@link Course} calls it
 * at the looks.
 *
 * @param <E> the evidence so far: summaries of components in their order, counts, or signed sums
 */
public interface Procedure<E> {
  /** The two conditions of section 2 on the evidence so far. */
  Look at(E evidence);

  /** The verdict in numbers and words, once, at the last look. */
  Verdict conclude(E evidence, Outcome decided);

  /** The same where some checkpoints were judged without a mean. */
  default Verdict conclude(E evidence, Outcome decided, Beside beside) {
    return conclude(evidence, decided);
  }
}
