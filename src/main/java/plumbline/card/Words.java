package plumbline.card;

/** The one guard that all records of this package share. */
final class Words {
  private Words() {}

  static void present(String key, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("'" + key + "' is empty: allowed is a text");
    }
  }
}
