package plumbline.card;

/** A small card that reads, for tests that break it in one place. */
final class Sample {
  static final String ID = "demo/halving";

  static final String BODY =
      """
      ## Statement

      Each step halves $x$.

      ## Why it is true

      ```
      ## Notes
      ```

      ## Where it is sharp

      Everywhere.

      ### More

      At $x=1$.

      ## What failure looks like

      A third.

      ## Notes

      None.
      """;

  static final String FRONT =
      """
      id: demo/halving
      title: Halving
      source: {document: book.txt, where: "(1)", slide: Halving}
      expect: holds
      needs: [demo/first, "demo/second"]
      references:
        - A book, 1900
      examples:
        - claim: "(1)"
          constants: {alpha: 1/2, L: 0.1, mu: "-3", M: 1e-3}
          k: 3
          bound: 1/8
          by hand: 1/2 * 1/2 * 1/2
      """;

  private Sample() {}

  static String card() {
    return card(FRONT, BODY);
  }

  static String card(String front, String body) {
    return "---\n" + front + "---\n" + body;
  }

  /** The same card under another id, with the given needs. */
  static String named(String id, String needs) {
    return card(
        FRONT
            .replace("id: demo/halving", "id: " + id)
            .replace("[demo/first, \"demo/second\"]", needs),
        BODY);
  }
}
