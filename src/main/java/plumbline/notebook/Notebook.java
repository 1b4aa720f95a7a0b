package plumbline.notebook;

import java.util.List;
import plumbline.card.Card;
import plumbline.card.CardReader;
import plumbline.check.Catalogue;
import plumbline.theorem.Theorem;

/**
 * What a notebook's cells begin with. One line makes it all known: {@code import static
 * plumbline.notebook.Notebook.*;}
 */
public final class Notebook {
  private Notebook() {}

  /** The cards and theorems on the class path, read once. */
  private static final class Loaded {
    static final Catalogue CATALOGUE = Catalogue.load();
  }

  /**
   * A card to be checked, on all its declared instances until {@link Checked#from} or {@link
   * Checked#with} chooses one. Nothing runs yet.
   *
   * @param id folder/slug: "bottou/thm46-fixed-step"
   * @throws IllegalArgumentException if there is no such card, or it has no check
   */
  public static Checked check(String id) {
    Catalogue catalogue = Loaded.CATALOGUE;
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
   * A theorem of your own, expected to hold, under a card that says no more than its id.
   *
   * @param own its declaration's id is folder/slug, and no card of the catalogue has it
   */
  public static Checked check(Theorem<?> own) {
    String id = own.declaration().id();
    return check(
        own,
        """
        ---
        id: %s
        title: "%s"
        source: {document: stated in a notebook, where: %s, slide: none}
        expect: holds
        ---
        ## Statement
        See the class.
        ## Why it is true
        Not said.
        ## Where it is sharp
        Not said.
        ## What failure looks like
        Not said.
        ## Notes
        None.
        """
            .formatted(id, id.substring(id.indexOf('/') + 1).replace('-', ' '), id));
  }

  /**
   * A theorem of your own with its card.
   *
   * @param own the class that states it
   * @param card the text of its card: front matter and the five sections, as in theorems/
   */
  public static Checked check(Theorem<?> own, String card) {
    String id = own.declaration().id();
    Card read = CardReader.read("the card of " + id, id + ".md", card);
    return Checked.of(Loaded.CATALOGUE.with(read, own), id);
  }

  /**
   * Several checks in one picture or table: of one card at several settings, or of several cards.
   *
   * @param checks two to four
   */
  public static Several compare(Checked... checks) {
    return new Several(List.of(checks));
  }

  /**
   * Looks at your answer to an exercise. The right one is not kept anywhere: it is computed from
   * the theorem.
   *
   * @param exercise its name, as the notebook gives it
   * @param answer a fraction, an integer or a decimal; "?" as long as there is none
   * @throws IllegalArgumentException if there is no such exercise, or the answer is no number
   */
  public static Answer answer(String exercise, String answer) {
    return Exercises.named(exercise).look(answer);
  }

  /** Looks at an answer that is a number; 0.1 is taken as 1/10. */
  public static Answer answer(String exercise, double answer) {
    return answer(exercise, Checked.written(answer));
  }
}
