package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.card.Card;
import plumbline.card.Expect;
import plumbline.card.Fails;

/** What a card and its class owe each other. */
class CardsAndClassesTest {
  private static final Catalogue CATALOGUE = Catalogue.load();

  @Test
  void aCardHasACheckOrSaysWhyNotAndACheckNamesTheErrorThatItFinds() {
    List<String> faults = new ArrayList<>();
    for (String id : CATALOGUE.ids()) {
      Card card = CATALOGUE.cards().open(id);
      boolean checked = CATALOGUE.theorem(id).isPresent();
      faults.addAll(faults(id, checked, card.expect(), card.fails(), card.unchecked()));
    }
    assertEquals(List.of(), faults);
    assertTrue(CATALOGUE.ids().size() >= 14, "saw " + CATALOGUE.ids());
  }

  @Test
  void everyFaultIsNamed() {
    Optional<Fails> fails = Optional.of(new Fails("(4.14)", "M dropped"));
    Optional<String> reason = Optional.of("a picture");
    Optional<Fails> no = Optional.empty();
    assertEquals(List.of(), faults("a", true, Expect.HOLDS, fails, Optional.empty()));
    assertEquals(List.of(), faults("a", true, Expect.REFUTED, no, Optional.empty()));
    assertEquals(List.of(), faults("a", false, Expect.HOLDS, no, reason));
    assertEquals(1, faults("a", true, Expect.HOLDS, no, Optional.empty()).size());
    assertEquals(1, faults("a", true, Expect.HOLDS, fails, reason).size());
    assertEquals(1, faults("a", false, Expect.HOLDS, no, Optional.empty()).size());
  }

  private static List<String> faults(
      String id,
      boolean checked,
      Expect expect,
      Optional<Fails> fails,
      Optional<String> unchecked) {
    if (!checked) {
      return unchecked.isPresent() ? List.of() : List.of(id + " has no check and no reason");
    }
    if (unchecked.isPresent()) {
      return List.of(id + " has a check, and a reason for having none");
    }
    return expect == Expect.HOLDS && fails.isEmpty()
        ? List.of(id + " names no error that its check finds")
        : List.of();
  }
}
