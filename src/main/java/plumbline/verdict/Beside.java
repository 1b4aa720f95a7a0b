package plumbline.verdict;

/**
 * The ratios of a claim at checkpoints that no mean judges, to be told with those of its means.
 *
 * @param least the smallest, less its error; infinite if there is none
 * @param greatest the largest, plus its error; minus infinity if there is none
 */
public record Beside(double least, double greatest) {
  /** No such checkpoint. */
  public static final Beside NOTHING =
      new Beside(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
}
