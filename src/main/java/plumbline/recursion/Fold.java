package plumbline.recursion;

/** How the values at iterations become one number at checkpoint K. */
public enum Fold {
  /** The value at K. */
  AT,
  /** The mean over k = 1..K. */
  MEAN_TO,
  /** The sum over k = 1..K of alpha_k times the value. */
  WEIGHTED_SUM_TO,
  /** The greatest ratio of value to scale over k = 1..K. */
  MAX_TO
}
