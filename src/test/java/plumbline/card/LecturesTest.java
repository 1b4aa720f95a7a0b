package plumbline.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A reader meets the name of a lecture, never that of a text copy. */
class LecturesTest {
  private static final String FILE = ".txt";

  private final CardIndex index = CardIndex.load(getClass().getClassLoader());

  private List<Card> cards() {
    List<Card> cards = index.entries().stream().map(entry -> index.open(entry.id())).toList();
    assertTrue(cards.size() >= 14, "saw " + cards.size() + " cards");
    return cards;
  }

  @Test
  void eachOfTheFourDocumentsHasItsLecturerInTheMap() {
    // as the documents name themselves on their first slides
    Map<String, String> lecturers =
        Map.of(
            "001_c569b85e05d37e8d.txt", "Y. LeCun",
            "002_5345c0e8ec776a68.txt", "J. Ba",
            "003_f7cf736b4dd08643.txt", "L. Bottou",
            "004_7d38480c9fc9a2e2.txt", "V. Cevher");
    lecturers.forEach(
        (document, lecturer) ->
            assertTrue(Lectures.name(document).startsWith(lecturer + ","), document));
  }

  @Test
  void noBuiltInCardCitesAFile() {
    Set<String> folders = new TreeSet<>();
    for (Card card : cards()) {
      assertFalse(card.source().cited().contains(FILE), card.id() + ": " + card.source().cited());
      folders.add(card.id().substring(0, card.id().indexOf('/')));
    }
    assertTrue(folders.containsAll(Set.of("bottou", "cevher", "lecun")), folders.toString());
  }

  @Test
  void aCardOfAFolderCitesItsLecturer() {
    Map<String, String> lecturers =
        Map.of("lecun", "Y. LeCun", "ba", "J. Ba", "bottou", "L. Bottou", "cevher", "V. Cevher");
    for (Card card : cards()) {
      String folder = card.id().substring(0, card.id().indexOf('/'));
      assertTrue(
          card.source().cited().startsWith(lecturers.get(folder) + ","),
          card.id() + ": " + card.source().cited());
    }
  }

  @Test
  void aFileThatIsNotInTheMapWouldBeSeenAndACitationComesBackAsItIs() {
    String unknown = new Source("005_0123456789abcdef.txt", "(1)", "A slide").cited();
    assertTrue(unknown.contains(FILE), unknown);
    assertEquals("B. T. Polyak, 1964", Lectures.name("B. T. Polyak, 1964"));
  }
}
