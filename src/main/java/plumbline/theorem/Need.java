package plumbline.theorem;

/** Whether an INCONCLUSIVE of a claim counts as a failure. */
public enum Need {
  /** The claim is decided, or its card is not as expected. */
  MUST_DECIDE,
  /** An open claim is listed and counted. */
  MAY_STAY_OPEN
}
