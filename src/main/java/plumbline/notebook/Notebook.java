package plumbline.notebook;

import plumbline.check.Catalogue;

/** What a notebook's cells begin with. */
public final class Notebook {
  private Notebook() {}

  /**
   * A card to be checked, on all its declared instances until {@link Checked#from} or {@link
   * Checked#with} chooses one. Nothing runs yet.
   *
   * @param id folder/slug: "bottou/thm46-fixed-step"
   * @throws IllegalArgumentException if there is no such card, or it has no check
   */
  public static Checked check(String id) {
    Catalogue catalogue = Catalogue.load();
    if (!catalogue.ids().contains(id)) {
      throw new IllegalArgumentException(
          "there is no card %s; the nearest are %s: write one of these"
              .formatted(id, String.join(", ", catalogue.nearest(id))));
    }
    if (catalogue.theorem(id).isEmpty()) {
      throw new IllegalArgumentException(
          "the card %s is stated and has no check: take another".formatted(id));
    }
    return Checked.of(catalogue, id);
  }

  /**
   * Ends the cell with an error unless the condition is true: the answer to an exercise. Unlike
   * {@code assert} it needs no switch of the machine.
   *
   * @param condition what has to be true
   * @param sentence what to say if it is not
   */
  public static void require(boolean condition, String sentence) {
    if (!condition) {
      throw new AssertionError(sentence);
    }
  }
}
