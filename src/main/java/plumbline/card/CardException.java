package plumbline.card;

/**
 * A card or an index that cannot be used; the message is one sentence: which file, what, what was
 * got, what is allowed.
 */
public final class CardException extends RuntimeException {
  private static final long serialVersionUID = 1;

  CardException(String where, String sentence) {
    super(where + ": " + sentence);
  }

  CardException(String where, String sentence, Throwable cause) {
    super(where + ": " + sentence, cause);
  }
}
