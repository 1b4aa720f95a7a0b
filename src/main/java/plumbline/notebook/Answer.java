package plumbline.notebook;

/**
 * What an exercise says of an answer.
 *
 * @param right whether it is right
 * @param sentence the reason if it is; else where to look
 */
public record Answer(boolean right, String sentence) {
  @Override
  public String toString() {
    return sentence;
  }
}
