package plumbline.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrataTest {
  private static final Path FILE = Path.of("theorems/ERRATA.md");

  private static List<Card> cards() {
    CardIndex index = CardIndex.load(ErrataTest.class.getClassLoader());
    return index.entries().stream().map(entry -> index.open(entry.id())).toList();
  }

  @Test
  void theFileIsWhatTheCardsSay() throws IOException {
    assertEquals(
        Errata.markdown(cards()),
        Files.readString(FILE),
        "write it anew: java -cp target/plumbline.jar plumbline.card.Errata theorems/ERRATA.md");
  }

  @Test
  void everyMisprintsCardSaysWhatIsPrintedAndIsFalseOrLacksAHypothesis() {
    List<String> silent = new ArrayList<>();
    int misprints = 0;
    for (Card card : cards()) {
      boolean refuted = card.errata().stream().anyMatch(e -> e.slip().isRefuted());
      boolean misprint = card.expect() == Expect.REFUTED;
      misprints += misprint ? 1 : 0;
      if (misprint != refuted) {
        silent.add(card.id());
      }
    }
    assertEquals(List.of(), silent);
    assertTrue(misprints >= 3, "saw " + misprints);
  }

  @Test
  void aCardWithoutAnErratumLeavesNoLineAndAnotherErratumChangesTheFile() {
    List<Card> cards = cards();
    String all = Errata.markdown(cards);
    List<Card> fewer = cards.stream().filter(c -> c.expect() == Expect.HOLDS).toList();
    assertTrue(all.contains("sgd-nonconvex-rate-as-printed-eq13.md"));
    assertTrue(!Errata.markdown(fewer).contains("sgd-nonconvex-rate-as-printed-eq13.md"));
  }

  @Test
  void aKindThatIsNoneIsRefusedWithThoseThatAre() {
    String said =
        assertThrows(IllegalArgumentException.class, () -> Erratum.Slip.of("W/X")).getMessage();
    assertTrue(said.contains("W, H, M, X, WX"), said);
  }
}
