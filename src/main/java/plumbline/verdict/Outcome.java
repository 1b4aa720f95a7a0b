package plumbline.verdict;

/** What a check says of a claim, an instance or a card. */
public enum Outcome {
  /** The evidence excludes a violation beyond the stated resolution. */
  HOLDS,
  /** The evidence contradicts the claim at the stated level. */
  REFUTED,
  /** Neither within the planned effort. */
  INCONCLUSIVE,
  /** A hypothesis fails here, or the claim is vacuous: nothing is claimed. */
  NOT_APPLICABLE,
  /** A numerical or declared promise was broken: nothing is said about the theorem. */
  ERROR
}
